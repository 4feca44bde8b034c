package io.skipway.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.skipway.courseware.Language;
import io.skipway.courseware.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A rubric's criteria as rows of levels. One row is at hand: a digit chooses in it, and the next comes to hand. */
class LevelRows extends Div {
    private final transient List<Question.Criterion> criteria;
    private final Language language;
    private final Runnable changed;
    private final Map<String, Integer> chosen = new HashMap<>();
    private final List<Div> rows = new ArrayList<>();
    private final List<List<NativeButton>> buttons = new ArrayList<>();
    private int atHand;

    LevelRows(Question.Rubric rubric, Language language, Runnable changed) {
        this.criteria = rubric.criteria();
        this.language = language;
        this.changed = changed;
        criteria.forEach(criterion -> rows.add(row(criterion)));
        rows.forEach(this::add);
        press();
    }

    private Div row(Question.Criterion criterion) {
        var number = rows.size();
        var group = new Div();
        group.addClassName("levels");
        group.getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", criterion.title().in(language));
        var all = new ArrayList<NativeButton>();
        for (var i = 0; i < criterion.levels().size(); i++) {
            var index = i;
            var button = new NativeButton("", click -> choose(number, index));
            var key = new Span(String.valueOf(i + 1));
            key.addClassNames("key", "numbers");
            key.getElement().setAttribute("aria-hidden", "true");
            button.add(key, new Span(criterion.levels().get(i).title().in(language)));
            all.add(button);
            group.add(button);
        }
        buttons.add(all);
        var best = new Span("0–" + criterion.levels().getLast().points().toPlainString());
        best.addClassNames("quiet", "numbers");
        var head = new Div(new H3(criterion.title().in(language)), best);
        head.addClassName("criterion-head");
        var row = new Div(head, group);
        row.addClassName("criterion");
        return row;
    }

    /** Shows these levels; the first row without one comes to hand. */
    void show(Map<String, Integer> levels) {
        chosen.clear();
        chosen.putAll(levels);
        atHand = firstOpen(0);
        press();
    }

    Map<String, Integer> chosen() {
        return Map.copyOf(chosen);
    }

    /** The titles of the rows that have no level yet. */
    List<String> missing() {
        return criteria.stream()
                .filter(criterion -> !chosen.containsKey(criterion.id()))
                .map(criterion -> criterion.title().in(language))
                .toList();
    }

    /** Chooses a level, counted from 1, in the row at hand; nothing if it has no such level. */
    void digit(int level) {
        if (!criteria.isEmpty() && level <= criteria.get(atHand).levels().size()) {
            choose(atHand, level - 1);
        }
    }

    void move(int rowsDown) {
        atHand = Math.clamp((long) atHand + rowsDown, 0, Math.max(0, criteria.size() - 1));
        press();
    }

    private void choose(int row, int level) {
        chosen.put(criteria.get(row).id(), level);
        atHand = firstOpen(Math.min(row + 1, criteria.size() - 1));
        press();
        changed.run();
    }

    /** The first row without a level from here on and then from above, or this one if all have theirs. */
    private int firstOpen(int from) {
        for (var i = 0; i < criteria.size(); i++) {
            var row = (from + i) % criteria.size();
            if (!chosen.containsKey(criteria.get(row).id())) {
                return row;
            }
        }
        return from;
    }

    private void press() {
        for (var row = 0; row < rows.size(); row++) {
            rows.get(row).setClassName("at-hand", row == atHand);
            var level = chosen.get(criteria.get(row).id());
            for (var i = 0; i < buttons.get(row).size(); i++) {
                var pressed = Integer.valueOf(i).equals(level);
                buttons.get(row).get(i).getElement().setAttribute("aria-pressed", String.valueOf(pressed));
            }
        }
    }
}
