package io.skipway.review;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.skipway.grading.QueueEntry;
import io.skipway.grading.SubmissionId;
import io.skipway.ui.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The essays of a question by alias, with the mark of each or who is at it. {@code releaseAll} says what came of it. */
class QueueList extends Nav {
    private final Wording words = Wording.of(QueueList.class);
    private final OrderedList list = new OrderedList();
    private final Div releasing = new Div();
    private final Paragraph told = new Paragraph();
    private final Consumer<SubmissionId> open;
    private final Supplier<String> releaseAll;
    private final Map<SubmissionId, Span> states = new LinkedHashMap<>();

    QueueList(Consumer<SubmissionId> open, Supplier<String> releaseAll) {
        this.open = open;
        this.releaseAll = releaseAll;
        addClassName("grading-queue");
        getElement().setAttribute("aria-label", words.get("queue"));
        told.getElement().setAttribute("role", "status");
        var hidden = new Paragraph(words.get("names-hidden"));
        hidden.addClassName("eyebrow");
        add(hidden, list, releasing, told);
        offerRelease();
    }

    /** Shows how each essay stands; a button that is there already stays, and keeps the focus that it has. */
    void show(List<QueueEntry> entries, @Nullable SubmissionId opened) {
        if (!entries.stream().map(QueueEntry::id).toList().equals(List.copyOf(states.keySet()))) {
            list.removeAll();
            states.clear();
            entries.forEach(this::add);
        }
        entries.forEach(entry -> show(entry, entry.id().equals(opened)));
    }

    private void add(QueueEntry entry) {
        var state = new Span();
        state.addClassNames("quiet", "numbers");
        var button = new NativeButton("", click -> open.accept(entry.id()));
        button.add(new Span(entry.alias()), state);
        list.add(new ListItem(button));
        states.put(entry.id(), state);
    }

    private void show(QueueEntry entry, boolean opened) {
        var state = requireNonNull(states.get(entry.id()));
        state.setText(state(entry));
        var button = state.getParent().orElseThrow().getElement();
        if (opened) {
            button.setAttribute("aria-current", "true");
        } else {
            button.removeAttribute("aria-current");
        }
    }

    private String state(QueueEntry entry) {
        var mark = entry.mark()
                .map(given -> words.get(entry.released() ? "released-mark" : "mark", given.points(), given.outOf()));
        if (entry.draft()) {
            return mark.map(given -> given + " · ").orElse("") + words.get("draft");
        }
        return mark.orElseGet(() -> entry.claim() == QueueEntry.Claim.ANOTHER ? words.get("at-it") : "");
    }

    private void offerRelease() {
        releasing.removeAll();
        var release = new NativeButton(words.get("release-all"), click -> ask());
        release.addClassName("button");
        releasing.add(release);
    }

    private void ask() {
        releasing.removeAll();
        var question = new Paragraph(words.get("release-all-sure"));
        question.getElement().setAttribute("role", "alert");
        var yes = new NativeButton(words.get("release-yes"), click -> {
            told.setText(releaseAll.get());
            offerRelease();
        });
        yes.addClassNames("button", "primary");
        var no = new NativeButton(words.get("release-no"), click -> offerRelease());
        no.addClassName("button");
        releasing.add(question, yes, no);
    }
}
