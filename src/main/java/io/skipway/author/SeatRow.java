package io.skipway.author;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import io.skipway.attempts.Invigilation.Seat;
import io.skipway.attempts.Sitting;
import io.skipway.grading.QuizResults;
import io.skipway.ui.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One sitting in the table. It is written over where something changed, so the hand and the eye keep their place. */
class SeatRow {
    static final List<String> COLUMNS = List.of("state", "left", "answered", "saved", "connection", "since", "points");
    private static final Duration LOST_AFTER = Duration.ofSeconds(45);

    private final Wording words = Wording.of(SeatRow.class);
    private final Element row = new Element("tr").setAttribute("role", "row");
    private final Element name = new Element("th").setAttribute("scope", "row").setAttribute("role", "rowheader");
    private final Map<String, Element> cells = new LinkedHashMap<>();
    private final NativeButton manage;

    SeatRow(Runnable open) {
        manage = new NativeButton(words.get("exam.manage"), click -> open.run());
        manage.addClassName("button");
        row.appendChild(name);
        COLUMNS.forEach(column -> {
            var cell = cell().setAttribute("data-label", words.get("exam.column." + column));
            cells.put(column, cell);
            row.appendChild(cell);
        });
        row.appendChild(cell().appendChild(manage.getElement()));
    }

    private static Element cell() {
        return new Element("td").setAttribute("role", "cell");
    }

    Element element() {
        return row;
    }

    void focus() {
        manage.focus();
    }

    /** Says whether its panel is open. */
    void opened(boolean open) {
        manage.getElement().setAttribute("aria-expanded", String.valueOf(open));
    }

    void show(Seat seat, String who, Instant now, QuizResults.@Nullable Result result) {
        var sitting = seat.sitting();
        var going = sitting.submittedAt().isEmpty();
        write(name, who);
        manage.setAriaLabel(words.get("exam.manage-whom", who));
        row.setAttribute("data-state", going ? lost(sitting, now) ? "lost" : "going" : "ended");
        write("state", state(sitting, now));
        write("left", going ? left(sitting, now) : "–");
        write(
                "answered",
                words.get("exam.answered", seat.answered(), sitting.items().size()));
        write("saved", seat.lastSavedAt().map(at -> ExamTimes.at(at, now)).orElse("–"));
        write("connection", going ? connection(sitting, now) : "–");
        write("since", ExamTimes.at(sitting.begunAt(), now));
        write("points", result == null ? "–" : points(result));
    }

    static boolean lost(Sitting sitting, Instant now) {
        return sitting.submittedAt().isEmpty()
                && sitting.seenAt().plus(LOST_AFTER).isBefore(now);
    }

    private String state(Sitting sitting, Instant now) {
        if (sitting.submittedAt().isEmpty()) {
            return words.get("exam.going");
        }
        var by = sitting.endedBy().orElse(Sitting.EndedBy.SERVER).name().toLowerCase(Locale.ROOT);
        var ended =
                words.get("exam.ended." + by, ExamTimes.at(sitting.submittedAt().get(), now));
        return sitting.settled() ? ended : ended + " · " + words.get("exam.marking");
    }

    private String left(Sitting sitting, Instant now) {
        return sitting.endsAt()
                .map(end -> ExamTimes.left(Duration.between(now, end)))
                .orElseGet(() -> words.get("exam.no-end"));
    }

    private String connection(Sitting sitting, Instant now) {
        return lost(sitting, now)
                ? words.get("exam.lost", ExamTimes.at(sitting.seenAt(), now))
                : words.get("exam.connected");
    }

    private String points(QuizResults.Result result) {
        var points = words.get(
                "exam.points", result.points().toPlainString(), result.outOf().toPlainString());
        return result.waiting() == 0 ? points : points + " · " + words.get("exam.waiting", result.waiting());
    }

    private void write(String column, String text) {
        write(java.util.Objects.requireNonNull(cells.get(column)), text);
    }

    private static void write(Element cell, String text) {
        if (!cell.getText().equals(text)) {
            cell.setText(text);
        }
    }
}
