package io.skipway.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.skipway.attempts.History;
import io.skipway.courseware.Language;
import io.skipway.ui.Wording;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * How an essay came to be, to unfold beneath it: its saved states and the texts beside them, each with what changed. What
 * was written is only ever shown as text.
 */
class EssayHistory extends NativeDetails {
    private final Wording words = Wording.of(EssayHistory.class);
    private final transient History history;
    private final Language language;
    private final Div body = new Div();
    private boolean every;

    EssayHistory(History history, Language language) {
        this.history = history;
        this.language = language;
        var late = history.aside().stream().filter(History.Aside::late).count();
        setSummaryText(words.get("history", history.saved().size(), late));
        addClassName("essay-history");
        setContent(body);
        addToggleListener(toggled -> {
            if (toggled.isOpened() && body.getComponentCount() == 0) {
                show();
            }
        });
    }

    private void show() {
        var versions = Version.of(history, every);
        var list = new OrderedList();
        list.addClassName("versions");
        versions.forEach(version -> list.add(new ListItem(entry(version))));
        body.removeAll();
        var about = new Paragraph(words.get("history-about"));
        about.addClassName("quiet");
        body.add(about, list);
        if (every || versions.size() < history.saved().size() + history.aside().size()) {
            var more = new NativeButton(
                    every
                            ? words.get("history-pauses")
                            : words.get("history-every", history.saved().size()),
                    click -> {
                        every = !every;
                        show();
                    });
            more.addClassName("button");
            body.add(more);
        }
    }

    private NativeDetails entry(Version version) {
        var difference = Difference.between(version.before(), version.text());
        var change = new Span(words.get(
                "version-change", difference.count(Difference.Kind.ADDED), difference.count(Difference.Kind.REMOVED)));
        change.addClassName("quiet");
        var head = new Div(new Span(words.get("version", at(version.at()), Difference.count(version.text()))), change);
        head.addClassNames("version-head", "numbers");
        var kind = version.kind().name().toLowerCase(Locale.ROOT);
        if (version.kind() != Version.Kind.SAVED) {
            var tag = new Span(words.get("version-" + kind));
            tag.addClassName("version-tag");
            tag.getElement().setAttribute("data-kind", kind);
            head.add(tag);
        }
        var entry = new NativeDetails(head);
        entry.addToggleListener(toggled -> {
            if (toggled.isOpened() && entry.getContent() == null) {
                entry.setContent(content(version, difference, kind));
            }
        });
        return entry;
    }

    private Component content(Version version, Difference difference, String kind) {
        var content = new Div();
        if (version.kind() == Version.Kind.LATE || version.kind() == Version.Kind.ASIDE) {
            content.add(new Paragraph(words.get("version-" + kind + "-about")));
        }
        content.add(difference.isNone() ? new Paragraph(words.get("version-same")) : shown(difference));
        var receipt = new Paragraph(version.sequence()
                .map(sequence -> words.get("version-receipt", sequence, version.hash()))
                .orElseGet(() -> words.get("version-hash", version.hash())));
        receipt.addClassNames("eyebrow", "version-receipt");
        content.add(receipt);
        return content;
    }

    /** The words that say what was added and removed are for who does not see it. */
    private Div shown(Difference difference) {
        var text = new Div();
        text.addClassName("difference");
        for (var piece : difference.pieces()) {
            text.getElement()
                    .appendChild(
                            switch (piece.kind()) {
                                case SAME -> new Element("span").setText(piece.text());
                                case SKIPPED -> new Element("span").setText("⋯ ");
                                case ADDED -> changed("ins", words.get("added"), piece.text());
                                case REMOVED -> changed("del", words.get("removed"), piece.text());
                            });
        }
        return text;
    }

    private static Element changed(String tag, String said, String text) {
        return new Element(tag)
                .appendChild(
                        new Element("span")
                                .setAttribute("class", "visually-hidden")
                                .setText(said),
                        Element.createText(text));
    }

    private String at(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
                .withLocale(language.locale())
                .withZone(ZoneId.systemDefault())
                .format(at);
    }
}
