package io.skipway.learn;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.skipway.attempts.Sitting;
import io.skipway.attempts.Sittings;
import io.skipway.attempts.Standing;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Language;
import io.skipway.courseware.Quiz;
import io.skipway.grading.QuizResults;
import io.skipway.identity.UserId;
import io.skipway.ui.TimeText;
import io.skipway.ui.Wording;
import java.time.Duration;

/** The quizzes of a course in a list, and for a student what they may practise, each with how it stands for whoever reads it. */
@org.springframework.stereotype.Component
class QuizEntries {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final Sittings sittings;
    private final QuizResults results;
    private final PracticeEntries practice;

    QuizEntries(Sittings sittings, QuizResults results, PracticeEntries practice) {
        this.practice = practice;
        this.sittings = sittings;
        this.results = results;
    }

    /** Empty where there is no quiz. */
    Component list(Wording words, UserId me, Edition edition, boolean student) {
        var part = new Div();
        var list = new UnorderedList();
        list.addClassNames("lessons", "quizzes");
        edition.quizzes().stream()
                .filter(quiz -> student || quiz.mode() == Quiz.Mode.EXAM)
                .forEach(quiz -> list.add(entry(words, me, edition, quiz, student)));
        if (list.getComponentCount() == 0) {
            return part;
        }
        part.add(new H3(words.get("quizzes")), list);
        return part;
    }

    private ListItem entry(Wording words, UserId me, Edition edition, Quiz quiz, boolean student) {
        var title = quiz.title().in(Language.of(Wording.locale()));
        var about = new Div();
        about.addClassNames("quiet", "quiz-entry");
        if (quiz.mode() == Quiz.Mode.PRACTICE) {
            about.add(practice.stand(me, edition, quiz));
            return new ListItem(new Anchor(PracticeView.address(edition.course(), quiz.id()), title), about);
        }
        about.add(new Span(words.get("quiz-questions", QuizRules.asked(quiz))));
        if (student) {
            state(words, me, edition, quiz, about);
        } else {
            quiz.closes().ifPresent(end -> about.add(new TimeText(words.get("open-until"), end)));
            quiz.limit().ifPresent(limit -> about.add(new Span(words.get("time-limit", limit.toMinutes()))));
        }
        return new ListItem(new Anchor(QuizView.address(edition.course(), quiz), title), about);
    }

    private void state(Wording words, UserId me, Edition edition, Quiz quiz, Div about) {
        var standing = sittings.standing(me, edition.course(), quiz.id());
        if (standing.open().isPresent()) {
            about.add(going(words, standing.open().get()));
            return;
        }
        if (!standing.sittings().isEmpty()) {
            var told = standing.sittings().stream()
                    .flatMap(sitting -> results.of(me, sitting.id()).stream())
                    .map(QuizResults.Result::total)
                    .toList();
            about.add(new Span(QuizResults.counted(quiz.counts(), told)
                    .map(points -> words.get("points", points.points(), points.outOf()))
                    .orElseGet(() -> words.get("done"))));
        }
        if (standing.obstacle().equals(java.util.Optional.of(Standing.Obstacle.NOT_YET_OPEN))) {
            standing.at().ifPresent(at -> about.add(new TimeText(words.get("obstacle-not-yet-open"), at)));
        } else if (standing.obstacle().equals(java.util.Optional.of(Standing.Obstacle.CLOSED))) {
            standing.at().ifPresent(at -> about.add(new TimeText(words.get("closed-since"), at)));
        } else {
            standing.accommodation().closes(quiz).ifPresent(at -> about.add(new TimeText(words.get("open-until"), at)));
        }
        if (standing.accommodation().limit(quiz).isPresent()) {
            about.add(new Span(QuizRules.time(words, quiz, standing.accommodation())));
        }
    }

    private Span going(Wording words, Sitting sitting) {
        return new Span(sitting.endsAt()
                .map(end -> Duration.between(sittings.now(), end).toMillis())
                .map(left -> words.get("going-left", Math.max(0, (left + MINUTE - 1) / MINUTE)))
                .orElseGet(() -> words.get("going")));
    }
}
