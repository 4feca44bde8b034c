package io.skipway.learn;

import io.skipway.attempts.Attempts;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Lesson;
import io.skipway.identity.Enrolments;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How far a person is in a course. */
@Component
class Progress {
    private final Attempts attempts;
    private final Enrolments enrolments;

    Progress(Attempts attempts, Enrolments enrolments) {
        this.attempts = attempts;
        this.enrolments = enrolments;
    }

    /** {@code exercises} are those with a submission. Who is no student there has no progress. */
    record Course(boolean student, Set<String> exercises) {
        int submitted(Lesson lesson) {
            return (int) lesson.questions().stream()
                    .filter(question -> exercises.contains(question.id()))
                    .count();
        }
    }

    Course of(UserId who, Edition edition) {
        if (!enrolments.has(who, edition.course(), Role.STUDENT)) {
            return new Course(false, Set.of());
        }
        return new Course(
                true,
                attempts.of(who, edition.course()).stream()
                        .filter(attempt -> attempt.submittedAt().isPresent())
                        .map(attempt -> attempt.id().exercise())
                        .collect(Collectors.toSet()));
    }
}
