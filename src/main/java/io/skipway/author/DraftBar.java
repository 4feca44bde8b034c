package io.skipway.author;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.skipway.courseware.Drafts.Publication;
import io.skipway.ui.SureButton;
import io.skipway.ui.Wording;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** How the draft stands, and what becomes of it: what changes, discard, publish. */
class DraftBar extends Div {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Wording words = Wording.of(DraftBar.class);
    private final Desk desk;
    private final Runnable reopened;
    private final Span state = new Span();
    private final Span outcome = new Span();
    private final NativeDetails changes = new NativeDetails();
    private final NativeButton offer;
    private final NativeButton discard;
    private final NativeButton publish;

    /** Calls {@code reopened} when the texts are others than those that the fields show. */
    DraftBar(Desk desk, Runnable reopened) {
        this.desk = desk;
        this.reopened = reopened;
        addClassNames("bar", "draft-bar");
        state.getElement().setAttribute("role", "status");
        outcome.getElement().setAttribute("role", "status");
        offer = button("take-folder", () -> {
            desk.takeOffered();
            reopened.run();
        });
        discard = new SureButton(words, "discard", "", () -> {
            desk.discard();
            reopened.run();
        });
        discard.addClassName("button");
        publish = button("publish", this::publish);
        publish.addClassName("primary");
        var note = new Span(words.get("students-keep"));
        note.addClassName("quiet");
        add(state, changes, outcome, note, offer, discard, publish);
        refresh();
    }

    void refresh() {
        var draft = desk.draft();
        var count = draft.problems().size();
        var saved = desk.savedAt()
                .map(at -> words.get("saved-at", TIME.format(at)))
                .orElse(draft.changed().isEmpty() ? words.get("as-published") : words.get("saved"));
        state.setText(saved + " · " + words.get("problem-count", count));
        changes.setSummaryText(words.get("what-changes", draft.changed().size()));
        var list = new UnorderedList();
        draft.changed()
                .forEach(path ->
                        list.add(new ListItem(draft.files().containsKey(path) ? path : words.get("removed", path))));
        changes.setContent(list);
        changes.setVisible(!draft.changed().isEmpty());
        discard.setVisible(!draft.changed().isEmpty());
        offer.setVisible(desk.offered());
        publish.setEnabled(count == 0 && !draft.changed().isEmpty());
        outcome.setText("");
    }

    private void publish() {
        var said =
                switch (desk.publish()) {
                    case Publication.Published published -> "published";
                    case Publication.Refused refused -> "refused";
                    case Publication.Changed changed -> "changed";
                };
        reopened.run();
        outcome.setText(words.get(said));
    }

    private NativeButton button(String key, Runnable then) {
        var button = new NativeButton(words.get(key), click -> then.run());
        button.addClassName("button");
        return button;
    }
}
