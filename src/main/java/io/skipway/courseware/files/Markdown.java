package io.skipway.courseware.files;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.safety.Safelist;

/** Markdown with formulas, coloured words, tables and footnotes, as sanitised HTML. Raw HTML is shown as it was typed. */
public final class Markdown {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), FootnotesExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .customInlineContentParserFactory(new Formula.Syntax())
            .customBlockParserFactory(new FormulaBlock.Syntax())
            .linkProcessor(new ColouredWord.Syntax())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            // What is nested deeper is no text that a person wrote.
            .maxOpenBlockParsers(32)
            .build();
    private static final Safelist ALLOWED = new Safelist()
            .addTags("p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li")
            .addTags("h3", "h4", "h5", "h6", "a", "sup", "span", "div", "aside")
            .addTags("table", "thead", "tbody", "tr", "th", "td")
            .addAttributes("ol", "start")
            .addAttributes("th", "align")
            .addAttributes("td", "align")
            .addAttributes("a", "href", "title")
            .addAttributes("span", "class")
            .addAttributes("div", "class")
            .addAttributes("sup", "class")
            .addAttributes("aside", "class", "aria-label")
            .addProtocols("a", "href", "http", "https", "mailto")
            .addEnforcedAttribute("a", "rel", "noopener noreferrer")
            .addEnforcedAttribute("a", "target", "_blank");

    private Markdown() {}

    /** A text of any length: paragraphs, lists, tables. */
    public static String html(String markdown) {
        return html(parse(markdown), new Notes());
    }

    /** A text that stands in a line: a single paragraph loses its tags. */
    public static String line(String markdown) {
        var html = html(markdown.strip());
        var inner = html.startsWith("<p>") && html.endsWith("</p>") ? html.substring(3, html.length() - 4) : html;
        return inner.contains("<p>") ? html : inner;
    }

    static Node parse(String markdown) {
        return PARSER.parse(markdown);
    }

    /** Renders a node; footnotes get their numbers from {@code notes}. */
    static String html(Node node, Notes notes) {
        var renderer = HtmlRenderer.builder()
                .extensions(List.of(TablesExtension.create()))
                .escapeHtml(true)
                .sanitizeUrls(true)
                .nodeRendererFactory(context -> new OwnNodes(context, notes))
                .build();
        var clean = Jsoup.clean(renderer.render(node), "", ALLOWED, new OutputSettings().prettyPrint(false));
        return clean.strip();
    }
}
