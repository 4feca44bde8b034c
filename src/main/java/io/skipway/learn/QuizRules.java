package io.skipway.learn;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.skipway.attempts.Accommodation;
import io.skipway.courseware.Quiz;
import io.skipway.ui.TimeText;
import io.skipway.ui.Wording;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;

/** The rules of an exam in plain words, as they are for one person. */
class QuizRules extends DescriptionList {
    private final Wording words;
    private final Quiz quiz;

    /** @param left how many more sittings may be begun; empty where there is no bound */
    QuizRules(Wording words, Quiz quiz, Accommodation own, OptionalInt left) {
        this.words = words;
        this.quiz = quiz;
        addClassName("quiz-rules");
        rule("questions", new Span(words.get("questions-count", asked(quiz))));
        rule("time", new Span(time(words, quiz, own)));
        own.opens(quiz).ifPresent(at -> rule("opens", new TimeText("{0}", at)));
        own.closes(quiz).ifPresent(at -> rule("closes", new TimeText("{0}", at)));
        rule("attempts", attempts(own, left));
        rule("behaviour", behaviour());
        rule("navigation", new Span(words.get(quiz.sequential() ? "navigation-sequential" : "navigation-free")));
        var review = quiz.review();
        rule(
                "review",
                new Div(
                        line(told(words, "points", review.points(), quiz)),
                        line(told(words, "feedback", review.feedback(), quiz)),
                        line(told(words, "solution", review.solution(), quiz))));
    }

    private void rule(String name, Component says) {
        add(new Term(words.get("rule-" + name)), new Description(says));
    }

    private static Paragraph line(Component says) {
        return new Paragraph(says);
    }

    static int asked(Quiz quiz) {
        return quiz.sections().stream()
                .flatMap(section -> section.items().stream())
                .mapToInt(Quiz.Item::draw)
                .sum();
    }

    /** Such as "60 min, extended from 40". */
    static String time(Wording words, Quiz quiz, Accommodation own) {
        var mine = own.limit(quiz).map(Duration::toMinutes);
        var usual = quiz.limit().map(Duration::toMinutes);
        if (mine.isEmpty()) {
            return words.get("time-unlimited");
        }
        var key = mine.equals(usual) ? "time-limit" : mine.get() > usual.orElse(0L) ? "time-extended" : "time-changed";
        return words.get(key, mine.get(), usual.orElse(0L));
    }

    private Component attempts(Accommodation own, OptionalInt left) {
        var all = own.attempts(quiz);
        var says = new StringBuilder(
                all.isPresent()
                        ? words.get("attempts-left", left.orElse(0), all.getAsInt())
                        : words.get("attempts-unlimited"));
        if (all.orElse(2) > 1) {
            says.append(' ').append(words.get("counts-" + name(quiz.counts())));
        }
        if (!quiz.delay().isZero()) {
            says.append(' ').append(words.get("delay", quiz.delay().toMinutes()));
        }
        return new Span(says.toString());
    }

    private Component behaviour() {
        return new Span(
                switch (quiz.behaviour()) {
                    case Quiz.Behaviour.Deferred deferred -> words.get("behaviour-deferred");
                    case Quiz.Behaviour.Immediate immediate -> words.get("behaviour-immediate");
                    case Quiz.Behaviour.Tries(var tries, var penalty) ->
                        words.get("behaviour-tries", tries, penalty.movePointRight(2));
                    case Quiz.Behaviour.Certain certain -> words.get("behaviour-certain");
                });
    }

    /** When points, feedback or solution are shown, as a sentence. */
    static Component told(Wording words, String what, Quiz.When when, Quiz quiz) {
        var subject = words.get("told-" + what);
        return when == Quiz.When.CLOSED && quiz.closes().isPresent()
                ? new TimeText(
                        words.get("told-closed-at", subject), quiz.closes().get())
                : new Span(words.get("told-when-" + name(when), subject));
    }

    private static String name(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
