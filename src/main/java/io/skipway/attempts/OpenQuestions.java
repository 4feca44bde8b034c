package io.skipway.attempts;

import io.skipway.courseware.Courses;
import io.skipway.courseware.Edition;
import io.skipway.identity.Enrolments;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import io.skipway.lab.Experiment;
import io.skipway.lab.LabClosure;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Closes a lab to the students of a course until they answered what asks for that (a prediction, a closed computed question):
 * another seed would give it away. Who
 * teaches or grades there goes on. The lab asks without a course, so it is closed to the person in all of them.
 */
@Component
class OpenQuestions implements LabClosure {
    private static final Set<Role> STAFF = Set.of(Role.INSTRUCTOR, Role.GRADER);

    private final AttemptRows rows;
    private final SittingRows sittings;
    private final Courses courses;
    private final Enrolments enrolments;

    OpenQuestions(AttemptRows rows, SittingRows sittings, Courses courses, Enrolments enrolments) {
        this.rows = rows;
        this.sittings = sittings;
        this.courses = courses;
        this.enrolments = enrolments;
    }

    @Override
    public boolean closes(UserId who, Experiment experiment) {
        return courses.all().stream().anyMatch(edition -> closes(who, edition, experiment, ""));
    }

    /** Whether another question than this of the course closes it. */
    boolean closesBeside(AttemptId attempt, Experiment experiment) {
        return courses.newest(attempt.course())
                .filter(edition -> closes(attempt.person(), edition, experiment, attempt.exercise()))
                .isPresent();
    }

    private boolean closes(UserId who, Edition edition, Experiment experiment, String beside) {
        return inLessons(who, edition, experiment, beside) || inSitting(who, edition, experiment);
    }

    /** While a quiz is sat, what its open questions ask is closed too. */
    private boolean inSitting(UserId who, Edition edition, Experiment experiment) {
        return edition.quizzes().stream()
                        .flatMap(quiz -> quiz.questions().stream())
                        .flatMap(question -> edition.question(question).stream())
                        .anyMatch(question -> question.closes(experiment))
                && sittings.of(who, edition.course()).stream()
                        .filter(sitting -> sitting.submittedAt().isEmpty())
                        .anyMatch(sitting -> sitting.items().stream()
                                .map(item -> sitting.id().attempt(item.question()))
                                .flatMap(attempt -> rows.find(attempt).stream())
                                .filter(row -> row.submittedAt() == null)
                                .anyMatch(
                                        row -> courses.question(row.question()).closes(experiment)));
    }

    private boolean inLessons(UserId who, Edition edition, Experiment experiment, String beside) {
        var told = edition.lessons().stream()
                .flatMap(lesson -> lesson.questions().stream())
                .filter(question -> !question.id().equals(beside) && question.closes(experiment))
                .toList();
        if (told.isEmpty()) {
            return false;
        }
        var roles = enrolments.roles(who, edition.course());
        return roles.contains(Role.STUDENT)
                && STAFF.stream().noneMatch(roles::contains)
                && told.stream().anyMatch(question -> !rows.submitted(who, edition.course(), question.id()));
    }
}
