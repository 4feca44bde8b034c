package io.skipway.learn;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.skipway.attempts.Sitting;
import io.skipway.attempts.Standing;
import io.skipway.courseware.Quiz;
import io.skipway.grading.QuizResults;
import io.skipway.identity.UserId;
import io.skipway.ui.TimeText;
import io.skipway.ui.Wording;
import java.util.ArrayList;
import java.util.Optional;

/** One's own sittings of a quiz that are ended, each with its points as far as they are told, and which of them counts. */
class EarlierSittings extends Div {
    private final Wording words;

    EarlierSittings(Wording words, UserId me, Quiz quiz, Standing standing, QuizResults results) {
        this.words = words;
        var open = standing.open().map(Sitting::id);
        var ended = standing.sittings().stream()
                .filter(sitting -> !open.filter(sitting.id()::equals).isPresent())
                .toList();
        if (ended.isEmpty()) {
            return;
        }
        var list = new OrderedList();
        list.addClassName("lessons");
        var told = new ArrayList<QuizResults.Points>();
        for (var sitting : ended) {
            var result = results.of(me, sitting.id());
            result.map(QuizResults.Result::total).ifPresent(told::add);
            list.add(entry(sitting, result));
        }
        add(new H2(words.get("earlier")), list);
        if (ended.size() > 1) {
            QuizResults.counted(quiz.counts(), told)
                    .ifPresent(counted -> add(new Paragraph(words.get("counted", counted.points(), counted.outOf()))));
        }
    }

    private ListItem entry(Sitting sitting, Optional<QuizResults.Result> worth) {
        var link = new Anchor(
                SittingView.address(sitting.id()),
                words.get("review-sitting", sitting.id().number()));
        var points = worth.map(result ->
                        words.get(result.waiting() > 0 ? "points-so-far" : "points", result.points(), result.outOf()))
                .orElseGet(() -> words.get(sitting.settled() ? "points-later" : "being-marked"));
        var about = new Div(new TimeText(words.get("begun"), sitting.begunAt()), new Span(points));
        about.addClassNames("quiet", "quiz-earlier");
        return new ListItem(link, about);
    }
}
