package io.skipway.review;

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
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** The essays of a question by alias, with the mark of each or who is at it. */
class QueueList extends Nav {
    private final Wording words = Wording.of(QueueList.class);
    private final OrderedList list = new OrderedList();
    private final Div releasing = new Div();
    private final Paragraph told = new Paragraph();
    private final Consumer<SubmissionId> open;
    private final IntSupplier releaseAll;

    QueueList(Consumer<SubmissionId> open, IntSupplier releaseAll) {
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

    void show(List<QueueEntry> entries, @Nullable SubmissionId opened) {
        list.removeAll();
        entries.forEach(entry -> list.add(new ListItem(entry(entry, opened))));
    }

    private NativeButton entry(QueueEntry entry, @Nullable SubmissionId opened) {
        var alias = new Span(entry.alias());
        var state = new Span(entry.mark()
                .map(mark -> words.get(entry.released() ? "released-mark" : "mark", mark.points(), mark.outOf()))
                .orElseGet(() -> entry.claim() == QueueEntry.Claim.ANOTHER ? words.get("at-it") : ""));
        state.addClassNames("quiet", "numbers");
        var button = new NativeButton("", click -> open.accept(entry.id()));
        button.add(alias, state);
        if (entry.id().equals(opened)) {
            button.getElement().setAttribute("aria-current", "true");
        }
        return button;
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
            told.setText(words.get("released-count", releaseAll.getAsInt()));
            offerRelease();
        });
        yes.addClassNames("button", "primary");
        var no = new NativeButton(words.get("release-no"), click -> offerRelease());
        no.addClassName("button");
        releasing.add(question, yes, no);
    }
}
