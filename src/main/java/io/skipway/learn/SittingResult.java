package io.skipway.learn;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.skipway.attempts.Sitting;
import io.skipway.attempts.Sittings;
import io.skipway.courseware.Quiz;
import io.skipway.grading.QuizResults;
import io.skipway.ui.TimeText;
import io.skipway.ui.Wording;
import java.util.Locale;
import java.util.Optional;

/** What came of a sitting as a whole, how it ended, and when more of it is told. */
class SittingResult extends Div {
    SittingResult(Wording words, Sitting sitting, Quiz quiz, Optional<QuizResults.Result> result, Sittings.Told told) {
        addClassName("sitting-result");
        result.ifPresent(worth -> {
            var points = new Paragraph(
                    words.get(worth.waiting() > 0 ? "points-so-far" : "points", worth.points(), worth.outOf()));
            points.addClassName("mark-points");
            add(points);
            if (worth.waiting() > 0) {
                add(new Paragraph(words.get("points-waiting", worth.waiting())));
            }
        });
        var by = sitting.endedBy().orElse(Sitting.EndedBy.STUDENT).name().toLowerCase(Locale.ROOT);
        add(new TimeText(words.get("ended-" + by), sitting.submittedAt().orElseThrow()));
        var later = new UnorderedList();
        later.addClassName("quiet");
        if (!told.points()) {
            later.add(later(words, "points", quiz.review().points(), quiz));
        }
        if (!told.feedback()) {
            later.add(later(words, "feedback", quiz.review().feedback(), quiz));
        }
        if (!told.solution()) {
            later.add(later(words, "solution", quiz.review().solution(), quiz));
        }
        if (later.getChildren().findAny().isPresent()) {
            add(later);
        }
    }

    private static ListItem later(Wording words, String what, Quiz.When when, Quiz quiz) {
        return new ListItem(QuizRules.told(words, what, when, quiz));
    }
}
