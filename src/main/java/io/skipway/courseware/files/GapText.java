package io.skipway.courseware.files;

import io.skipway.courseware.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Puts an empty element for each {@code {{name}}} of a text that is sanitised already. Only in running text: within a
 * formula or code the braces stay.
 */
final class GapText {
    private static final Pattern PLACE = Pattern.compile("\\{\\{ ?([a-z0-9-]{1,32}) ?}}");

    private final YamlMap file;
    private final List<String> names;

    GapText(YamlMap file, List<String> names) {
        this.file = file;
        this.names = names;
        names.stream()
                .filter(name -> !name.matches("[a-z0-9-]{1,32}"))
                .forEach(name -> file.problem(
                        file.line("gaps"), "A gap's name has small letters, digits and hyphens, 32 at most: " + name));
    }

    Words words(Words html) {
        return new Words(text(html.ko(), "Korean"), text(html.en(), "English"));
    }

    private String text(String html, String language) {
        var page = Jsoup.parseBodyFragment(html);
        page.outputSettings().prettyPrint(false);
        var body = page.body();
        var found = new ArrayList<String>();
        for (var text : body.selectStream("*:not(.math, .math *, code, code *)")
                .flatMap(each -> each.textNodes().stream())
                .toList()) {
            place(text, found);
        }
        for (var name : names) {
            var times = Collections.frequency(found, name);
            if (times != 1) {
                file.problem(
                        file.line("prompt"),
                        "The %s prompt must have {{%s}} once, outside of formulas and code, but has it %s."
                                .formatted(language, name, times == 0 ? "nowhere" : times + " times"));
            }
        }
        found.stream()
                .distinct()
                .filter(name -> !names.contains(name))
                .forEach(name -> file.problem(
                        file.line("prompt"),
                        "There is no gap \"%s\". Declare it under \"gaps\", which has %s.".formatted(name, names)));
        return body.html();
    }

    /** Splits a text at its gaps. */
    private static void place(TextNode node, List<String> found) {
        var text = node.getWholeText();
        var matcher = PLACE.matcher(text);
        var from = 0;
        var parts = new ArrayList<Node>();
        while (matcher.find()) {
            parts.add(new TextNode(text.substring(from, matcher.start())));
            parts.add(new Element("span").addClass("gap").attr("data-gap", matcher.group(1)));
            found.add(matcher.group(1));
            from = matcher.end();
        }
        if (!parts.isEmpty()) {
            parts.add(new TextNode(text.substring(from)));
            parts.forEach(node::before);
            node.remove();
        }
    }
}
