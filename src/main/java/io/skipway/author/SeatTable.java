package io.skipway.author;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import io.skipway.attempts.Invigilation.Seat;
import io.skipway.attempts.SittingId;
import io.skipway.ui.Wording;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Who sits an exam, in the order in which they began; under the one that is chosen, what may be done. On a phone, cards. */
class SeatTable extends Div {
    private final Wording words = Wording.of(SeatTable.class);
    private final BiFunction<Seat, String, SeatPanel> panels;
    private final Map<SittingId, SeatRow> rows = new LinkedHashMap<>();
    private final Map<SittingId, Seat> seats = new HashMap<>();
    private final Map<SittingId, String> names = new HashMap<>();
    private final Element table =
            new Element("table").setAttribute("class", "seats numbers").setAttribute("role", "table");
    private final Element body = new Element("tbody").setAttribute("role", "rowgroup");
    private final Paragraph none = new Paragraph(words.get("exam.nobody"));
    private final Element under = new Element("tr").setAttribute("class", "seat-panel");
    private @Nullable SittingId open;
    private @Nullable SeatPanel panel;

    SeatTable(BiFunction<Seat, String, SeatPanel> panels) {
        this.panels = panels;
        addClassName("table-scroll");
        none.addClassName("empty");
        var head = new Element("tr").setAttribute("role", "row").appendChild(column("student"));
        SeatRow.COLUMNS.forEach(column -> head.appendChild(column(column)));
        head.appendChild(column("actions"));
        table.appendChild(
                new Element("caption").setText(words.get("exam.caption")),
                new Element("thead").setAttribute("role", "rowgroup").appendChild(head),
                body);
        add(none);
    }

    private Element column(String key) {
        return new Element("th")
                .setAttribute("scope", "col")
                .setAttribute("role", "columnheader")
                .setText(words.get("exam.column." + key));
    }

    void show(ExamRoom.Glance glance) {
        // Once only: what is put in again loses the hand.
        if (!glance.seats().isEmpty() && table.getParent() == null) {
            remove(none);
            getElement().appendChild(table);
        }
        for (var seat : glance.seats()) {
            var id = seat.sitting().id();
            var row = rows.computeIfAbsent(id, first -> {
                var made = new SeatRow(() -> toggle(id));
                made.opened(false);
                body.appendChild(made.element());
                return made;
            });
            var person = glance.name(id.person()).orElseGet(() -> words.get("exam.former"));
            var name = id.number() == 1 ? person : words.get("exam.again", person, id.number());
            seats.put(id, seat);
            names.put(id, name);
            row.show(seat, name, glance.at(), glance.results().get(id));
            if (id.equals(open) && panel != null && !panel.fits(seat)) {
                place(id);
            } else if (id.equals(open) && panel != null) {
                panel.show(seat);
            }
        }
    }

    private void toggle(SittingId id) {
        var before = open;
        close();
        if (!id.equals(before)) {
            open = id;
            row(id).opened(true);
            place(id);
            java.util.Objects.requireNonNull(panel).focus();
        }
    }

    /** The panel for how the sitting stands now, under its row. */
    private void place(SittingId id) {
        under.removeFromParent();
        under.removeAllChildren();
        panel = panels.apply(
                java.util.Objects.requireNonNull(seats.get(id)), java.util.Objects.requireNonNull(names.get(id)));
        under.appendChild(new Element("td")
                .setAttribute("role", "cell")
                .setAttribute("colspan", String.valueOf(SeatRow.COLUMNS.size() + 2))
                .appendChild(panel.getElement()));
        body.insertChild(body.indexOfChild(row(id).element()) + 1, under);
    }

    /** Takes the panel away and gives the hand back to the row. */
    void close() {
        var before = open;
        if (before != null) {
            under.removeFromParent();
            row(before).opened(false);
            row(before).focus();
        }
        open = null;
        panel = null;
    }

    private SeatRow row(SittingId id) {
        return java.util.Objects.requireNonNull(rows.get(id));
    }
}
