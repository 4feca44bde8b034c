package io.skipway.learn;

import io.skipway.attempts.Attempt;
import io.skipway.attempts.AttemptId;
import io.skipway.attempts.Attempts;
import io.skipway.attempts.Unanswerable;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Edition;
import io.skipway.courseware.LabSheet;
import io.skipway.courseware.Language;
import io.skipway.courseware.Question;
import io.skipway.identity.UserId;
import io.skipway.lab.Experiment;
import io.skipway.lab.RunId;
import io.skipway.player.AnswerField;
import io.skipway.player.LabPanel;
import io.skipway.player.LessonPage;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A student's own answers, and the runs that they pin to them. */
class StudentExercises implements LessonPage.Exercises {
    private final UserId me;
    private final Edition edition;
    private final Language language;
    private final Courses courses;
    private final Attempts attempts;
    private final Predicate<Experiment> closed;
    private final Runnable submitted;
    private final Map<LabPanel, Experiment> panels = new LinkedHashMap<>();

    /** The attempts as they were when the page was opened: read at once, however many there are. */
    private final Map<AttemptId, Attempt> begun = new HashMap<>();

    private final Map<String, AttemptId> newest = new HashMap<>();

    StudentExercises(
            UserId me,
            Edition edition,
            Language language,
            Courses courses,
            Attempts attempts,
            Predicate<Experiment> closed,
            Runnable submitted) {
        this.me = me;
        this.edition = edition;
        this.language = language;
        this.courses = courses;
        this.attempts = attempts;
        this.closed = closed;
        this.submitted = submitted;
        attempts.of(me, edition.course()).forEach(attempt -> {
            begun.put(attempt.id(), attempt);
            newest.put(attempt.id().exercise(), attempt.id());
        });
    }

    @Override
    public Question question(String id) {
        var question = begun(id)
                .map(attempt -> courses.question(attempt.question()))
                .or(() -> edition.question(id))
                .orElseThrow();
        return asked(attempts, at(id), question);
    }

    /** A question with what was drawn for its person's attempt; most draw nothing, and then nothing is looked up. */
    static Question asked(Attempts attempts, AttemptId at, Question question) {
        return question.variants().none() ? question : question.filled(attempts.values(at.person(), at));
    }

    @Override
    public AnswerField answer(Question question) {
        var field = new AnswerField(question, me, at(question.id()).token(), language);
        field.onSubmitted(attempt -> {
            panels.forEach((panel, experiment) -> panel.closed(closed.test(experiment)));
            submitted.run();
        });
        return field;
    }

    @Override
    public void beside(Question question, LabPanel panel) {
        panel.pinnable(
                run -> change(question, panel, attempt -> attempts.pin(me, attempt, run)),
                run -> change(question, panel, attempt -> attempts.unpin(me, attempt, run)));
        begun(question.id()).ifPresent(attempt -> panel.pinned(runs(attempt)));
    }

    @Override
    public void lab(LabSheet sheet, LabPanel panel) {
        // A lab of a question that only quizzes ask has no page of its own.
        edition.offeredLab(sheet.id()).ifPresent(page -> panel.at(LabsView.address(edition, page.id())));
        panel.closed(closed.test(sheet.experiment()));
        panels.put(panel, sheet.experiment());
    }

    /** What is submitted keeps the evidence that it had: then the panel shows again what is pinned, unchanged. */
    private void change(Question question, LabPanel panel, Function<AttemptId, Attempt> change) {
        var attempt = open(question);
        try {
            panel.pinned(runs(change.apply(attempt)));
        } catch (Unanswerable closed) {
            panel.pinned(attempts.find(me, attempt).map(StudentExercises::runs).orElse(List.of()));
        }
    }

    /** As it was when the page was opened. */
    Optional<Attempt> begun(String question) {
        return Optional.ofNullable(begun.get(at(question)));
    }

    AttemptId at(String question) {
        return newest.getOrDefault(question, new AttemptId(me, edition.course(), question, 1));
    }

    /** Where a pin belongs now: the student may have submitted, or begun another try, since the page was opened. */
    AttemptId open(Question question) {
        var newest = attempts.current(me, edition.course(), question.id());
        return attempts.next(me, newest).orElse(newest);
    }

    private static List<RunId> runs(Attempt attempt) {
        return attempt.pins().stream().map(Attempt.Pin::run).toList();
    }
}
