package io.skipway.learn;

import io.skipway.attempts.Attempt;
import io.skipway.attempts.AttemptId;
import io.skipway.attempts.Attempts;
import io.skipway.attempts.Saved;
import io.skipway.attempts.Sittings;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Draw;
import io.skipway.courseware.Language;
import io.skipway.courseware.Marker;
import io.skipway.courseware.Prose;
import io.skipway.courseware.Question;
import io.skipway.courseware.Response;
import io.skipway.grading.Grading;
import io.skipway.grading.Mark;
import io.skipway.grading.QuizResults;
import io.skipway.identity.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what a student may see of one attempt, and nothing else. */
@Component
class AnswerStates {
    private final Attempts attempts;
    private final Sittings sittings;
    private final Courses courses;
    private final Grading grading;
    private final QuizResults results;
    private final Follows follows;
    private final Numbers numbers;

    AnswerStates(
            Attempts attempts,
            Sittings sittings,
            Courses courses,
            Grading grading,
            QuizResults results,
            Follows follows,
            Numbers numbers) {
        this.sittings = sittings;
        this.results = results;
        this.follows = follows;
        this.numbers = numbers;
        this.attempts = attempts;
        this.courses = courses;
        this.grading = grading;
    }

    AnswerState of(UserId me, AttemptId id, Language language) {
        return attempts.find(me, id)
                .map(attempt -> begun(me, attempt, language))
                .orElseGet(() -> none(id));
    }

    private static AnswerState none(AttemptId id) {
        return new AnswerState(
                id.token(),
                0,
                "",
                null,
                null,
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private AnswerState begun(UserId me, Attempt attempt, Language language) {
        var question = asked(attempt);
        var saved = attempt.newest();
        var submitted = attempt.submittedAt().isPresent();
        var response = attempt.answered();
        var quiz = sittings.told(me, attempt.id());
        // In a quiz its rules say what is told, and of a try that missed only while nothing else is typed.
        var checked = submitted
                || quiz.filter(told -> told.missed() > 0 && told.missed() == newest(saved))
                        .isPresent();
        var feedback = checked && quiz.map(Sittings.Told::feedback).orElse(true);
        var solution = submitted && quiz.map(Sittings.Told::solution).orElse(true);
        var points = quiz.map(Sittings.Told::points).orElse(true);
        var mark = submitted && points && question instanceof Question.Essay
                ? grading.released(me, attempt.id())
                : Optional.<Mark>empty();
        var inQuiz = attempt.id().sitting().isPresent();
        var key = question instanceof Question.SingleChoice choice && keyTold(me, attempt, question, solution)
                ? choice.key()
                : null;
        var answer = question instanceof Question.InParts parts && keyTold(me, attempt, question, solution)
                ? parts.key()
                : null;
        return new AnswerState(
                attempt.id().token(),
                saved.map(Saved::sequence).orElse(0L),
                saved.map(Saved::writeId).orElse(""),
                saved.map(Saved::response).orElse(null),
                saved.map(Saved::at).orElse(null),
                saved.map(Saved::hash).orElse(""),
                attempt.submittedAt().orElse(null),
                feedback ? feedback(question, response, language) : null,
                key,
                inQuiz
                        ? null
                        : attempts.next(me, attempt.id()).map(AttemptId::token).orElse(null),
                inQuiz ? null : first(me, attempt, question),
                mark.map(given -> marked(question, given, language)).orElse(null),
                submitted && points && question instanceof Question.Essay && mark.isEmpty(),
                solution ? solutions(question, answer != null, language) : null,
                solution ? measured(me, attempt, question) : null,
                solution ? repaired(me, attempt, question) : null,
                solution || (feedback && !inQuiz) ? follows.of(me, attempt, question, key != null, language) : null,
                solution ? numbers.of(me, attempt, question) : null,
                feedback ? judged(question, response, language) : null,
                answer,
                quiz.filter(told -> submitted && points)
                        .flatMap(told -> results.worth(me, attempt.id()))
                        .map(worth -> new AnswerState.Points(worth.points(), worth.outOf()))
                        .orElse(null),
                quiz.map(told -> new AnswerState.Tries(told.left(), checked && !submitted))
                        .orElse(null));
    }

    private static long newest(Optional<Saved> saved) {
        return saved.map(Saved::sequence).orElse(0L);
    }

    private static AnswerState.@Nullable Judged judged(
            Question question, Optional<Response> response, Language language) {
        if (!(question instanceof Question.InParts parts) || response.isEmpty()) {
            return null;
        }
        var verdict = parts.judge(response.get());
        var pieces = verdict.pieces().stream()
                .map(piece -> new AnswerState.Piece(
                        piece.id(),
                        piece.right(),
                        piece.points().orElse(null),
                        piece.outOf().orElse(null),
                        piece.feedback().map(words -> words.in(language)).orElse(null),
                        piece.note().orElse(null)))
                .toList();
        var points = verdict.points();
        return new AnswerState.Judged(points.compareTo(parts.points()) == 0, points, parts.points(), pieces);
    }

    private AnswerState.@Nullable Repaired repaired(UserId me, Attempt attempt, Question question) {
        var response = attempt.answered().orElse(null);
        if (!(question instanceof Question.Repair repair && response instanceof Response.Settings settings)) {
            return null;
        }
        var draw = attempts.draw(me, attempt.id());
        var trials = IntStream.range(0, draw.measured().size())
                .mapToObj(i ->
                        new AnswerState.Trial(draw.seed() + i, draw.measured().get(i)))
                .toList();
        return Marker.mark(repair, draw, settings) instanceof Marker.Mark.Points(var points, var right)
                ? new AnswerState.Repaired(trials, Marker.median(repair, draw), points, repair.points())
                : null;
    }

    /** The question with what was drawn for this attempt. */
    private Question asked(Attempt attempt) {
        return StudentExercises.asked(attempts, attempt.id(), courses.question(attempt.question()));
    }

    private AnswerState.@Nullable Measured measured(UserId me, Attempt attempt, Question question) {
        var response = attempt.answered().orElse(null);
        if (!(question instanceof Question.Prediction prediction && response instanceof Response.Curve curve)) {
            return null;
        }
        var draw = attempts.draw(me, attempt.id());
        return Marker.mark(prediction, draw, curve) instanceof Marker.Mark.Points(var points, var right)
                ? new AnswerState.Measured(
                        draw.seed(),
                        draw.measured(),
                        Marker.distance(prediction, draw, curve),
                        points,
                        prediction.points())
                : null;
    }

    private static AnswerState.@Nullable Feedback feedback(
            Question question, Optional<Response> response, Language language) {
        return question instanceof Question.SingleChoice choice
                        && response.orElse(null) instanceof Response.Choice(var option)
                        && Marker.mark(choice, Draw.NONE, new Response.Choice(option))
                                instanceof Marker.Mark.Points(var points, var right)
                ? new AnswerState.Feedback(
                        option, right, choice.option(option).feedback().in(language), points, choice.points())
                : null;
    }

    /**
     * Whether the key is told: in a quiz with its solution, elsewhere once it was shown on request, or once the person's
     * submission met it or can't be followed by another.
     */
    private boolean keyTold(UserId me, Attempt attempt, Question question, boolean solution) {
        var id = attempt.id();
        if (id.sitting().isPresent()) {
            return solution;
        }
        var last = attempt.submittedAt().flatMap(at -> attempt.newest()).map(Saved::response);
        var met =
                switch (question) {
                    case Question.SingleChoice choice ->
                        last.filter(it -> !choice.retried() || it.equals(new Response.Choice(choice.key())))
                                .isPresent();
                    case Question.InParts parts ->
                        last.filter(it -> parts.judge(it).points().compareTo(parts.points()) == 0)
                                .isPresent();
                    default -> false;
                };
        return met || attempts.revealed(me, id.course(), id.exercise());
    }

    /** The first submission is the one that counts; a second try is begun only after it. */
    private AnswerState.@Nullable Points first(UserId me, Attempt attempt, Question question) {
        if (!question.retried()) {
            return null;
        }
        var id = attempt.id();
        var first = id.number() == 1
                ? Optional.of(attempt)
                : attempts.find(me, new AttemptId(me, id.course(), id.exercise(), 1));
        return first.filter(one -> one.submittedAt().isPresent())
                .flatMap(one -> one.newest().map(saved -> Marker.mark(asked(one), Draw.NONE, saved.response())))
                .filter(Marker.Mark.Points.class::isInstance)
                .map(Marker.Mark.Points.class::cast)
                .map(points -> new AnswerState.Points(points.points(), question.points()))
                .orElse(null);
    }

    private static AnswerState.Marked marked(Question question, Mark mark, Language language) {
        List<AnswerState.Level> levels = question instanceof Question.Essay essay
                ? essay.rubric().criteria().stream()
                        .filter(criterion -> mark.levels().containsKey(criterion.id()))
                        .map(criterion -> level(criterion, mark, language))
                        .toList()
                : List.of();
        return new AnswerState.Marked(mark.points(), mark.outOf(), Prose.html(mark.comment()), levels);
    }

    private static AnswerState.Level level(Question.Criterion criterion, Mark mark, Language language) {
        var level = criterion.levels().get(mark.levels().getOrDefault(criterion.id(), 0));
        return new AnswerState.Level(
                criterion.title().in(language),
                level.title().in(language),
                level.points(),
                criterion.levels().getLast().points());
    }

    private static @Nullable List<AnswerState.Solution> solutions(
            Question question, boolean answered, Language language) {
        var solutions =
                switch (question) {
                    case Question.SingleChoice choice -> null;
                    case Question.Essay essay -> essay.solutions();
                    case Question.Prediction prediction -> prediction.solutions();
                    case Question.Repair repair -> repair.solutions();
                    case Question.Numeric numeric -> numeric.solutions();
                    case Question.InParts parts -> answered ? parts.solutions() : null;
                };
        return solutions == null
                ? null
                : solutions.stream()
                        .map(solution -> new AnswerState.Solution(
                                solution.title().in(language), solution.text().in(language)))
                        .toList();
    }
}
