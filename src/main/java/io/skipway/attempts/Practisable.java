package io.skipway.attempts;

import io.skipway.courseware.Edition;
import io.skipway.courseware.Quiz;
import io.skipway.identity.CourseId;
import io.skipway.identity.UserId;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Practice shows the key, so a question that is worth points elsewhere may be practised only once it can't be answered
 * there any more with that knowledge: after the submission that counts in its lesson, and in every exam that asks it once
 * its solution may be told.
 */
@Component
class Practisable {
    private final AttemptRows attempts;
    private final Sittings sittings;

    Practisable(AttemptRows attempts, Sittings sittings) {
        this.attempts = attempts;
        this.sittings = sittings;
    }

    boolean may(UserId who, Edition edition, String question) {
        var course = edition.course();
        return !among(edition, List.of(question), sittings.of(who, course), attempts.wholes(course, who))
                .isEmpty();
    }

    /** Those of the questions that may be, by all of a person's own sittings and attempts in the course. */
    List<String> among(Edition edition, List<String> questions, List<Sitting> own, List<Attempt> attempted) {
        var answered = attempted.stream()
                .filter(attempt -> attempt.submittedAt().isPresent())
                .map(attempt -> attempt.id().exercise())
                .collect(Collectors.toSet());
        var secret = edition.quizzes().stream()
                .filter(quiz -> quiz.mode() == Quiz.Mode.EXAM && !Collections.disjoint(quiz.questions(), questions))
                .flatMap(exam -> secret(edition.course(), exam, own).stream())
                .collect(Collectors.toSet());
        return questions.stream()
                .filter(question -> edition.exercise(question).isEmpty() || answered.contains(question))
                .filter(question -> !secret.contains(question))
                .toList();
    }

    /** What an exam asks and may not be told yet. */
    private Set<String> secret(CourseId course, Quiz exam, List<Sitting> own) {
        // To whom it was never put, the quiz being closed to all.
        if (exam.review().solution() != Quiz.When.NEVER && sittings.closed(course, exam)) {
            return Set.of();
        }
        var secret = new HashSet<>(exam.questions());
        own.stream()
                .filter(sitting -> sitting.id().quiz().equals(exam.id()))
                .filter(sittings.solutionShown(course, exam.id()))
                .flatMap(sitting -> sitting.items().stream())
                .forEach(item -> secret.remove(item.question()));
        return secret;
    }
}
