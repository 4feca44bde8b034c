package io.skipway.grading;

import io.skipway.attempts.AttemptId;
import io.skipway.attempts.Sitting;
import io.skipway.attempts.SittingId;
import io.skipway.attempts.Sittings;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Quiz;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/** What sittings of a quiz are worth: the marks of their answers, in the points that the quiz gives each. */
@Service
public class QuizResults {
    private static final int DECIMALS = 2;

    private final Submissions submissions;
    private final Sittings sittings;
    private final Courses courses;
    private final Enrolments enrolments;

    QuizResults(Submissions submissions, Sittings sittings, Courses courses, Enrolments enrolments) {
        this.submissions = submissions;
        this.sittings = sittings;
        this.courses = courses;
        this.enrolments = enrolments;
    }

    public record Points(BigDecimal points, BigDecimal outOf) {}

    /**
     * A sitting's worth so far.
     *
     * @param points never below 0, though certainty may take away
     * @param waiting how many answers a person has yet to mark, or to release
     */
    public record Result(BigDecimal points, BigDecimal outOf, int waiting) {
        public Points total() {
            return new Points(points, outOf);
        }
    }

    /** What one's own answer brings in its quiz, as far as its mark is released; the caller has asked whether it may be told. */
    public Optional<Points> worth(UserId who, AttemptId attempt) {
        requireOwner(who, attempt.person());
        return attempt.sitting()
                .flatMap(id -> sittings.find(who, id))
                .flatMap(sitting -> sitting.items().stream()
                        .filter(item -> item.question().equals(attempt.question()))
                        .findFirst()
                        .map(item -> new Points(
                                submissions
                                        .released(attempt)
                                        .map(mark -> scaled(mark, full(sitting, item)))
                                        .orElse(BigDecimal.ZERO),
                                full(sitting, item))));
    }

    /** The worth of one's own sitting; empty while it may not be told. */
    public Optional<Result> of(UserId who, SittingId id) {
        return sittings.find(who, id)
                .filter(sitting -> sittings.pointsTold(who, sitting))
                .map(sitting -> result(sitting, submissions::released, submissions.waiting(id)));
    }

    /** Of several results, oldest first, the one that counts, if any; of pools they may be out of different points. */
    public static Optional<Points> counted(Quiz.Counts counts, List<Points> all) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return switch (counts) {
            case FIRST -> Optional.of(all.getFirst());
            case LAST -> Optional.of(all.getLast());
            case BEST -> all.stream().max(java.util.Comparator.comparing(QuizResults::share));
            case MEAN -> Optional.of(mean(all));
        };
    }

    private static Points mean(List<Points> all) {
        var outOf = all.getLast().outOf();
        var share = all.stream()
                .map(QuizResults::share)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(all.size()), MathContext.DECIMAL64);
        return new Points(plain(share.multiply(outOf)), outOf);
    }

    private static BigDecimal share(Points points) {
        return points.outOf().signum() == 0
                ? BigDecimal.ZERO
                : points.points().divide(points.outOf(), MathContext.DECIMAL64);
    }

    /**
     * Every sitting's worth by the newest marks, released or not, of those that are given; asks that {@code who} is an
     * instructor of the course.
     */
    public Map<SittingId, Result> all(UserId who, CourseId course, List<Sitting> of) {
        enrolments.require(who, course, Role.INSTRUCTOR);
        var settled = of.stream()
                .filter(sitting -> sitting.id().course().equals(course) && sitting.settled())
                .toList();
        var marks = new HashMap<AttemptId, Mark>();
        var waiting = new HashMap<SittingId, Integer>();
        settled.stream()
                .map(sitting -> sitting.id().quiz())
                .distinct()
                .flatMap(quiz -> submissions.in(course, quiz).stream())
                .forEach(row -> row.mark()
                        .ifPresentOrElse(
                                mark -> marks.put(row.attempt(), mark),
                                () -> row.attempt().sitting().ifPresent(id -> waiting.merge(id, 1, Integer::sum))));
        var results = new HashMap<SittingId, Result>();
        settled.forEach(sitting -> results.put(
                sitting.id(),
                result(
                        sitting,
                        attempt -> Optional.ofNullable(marks.get(attempt)),
                        waiting.getOrDefault(sitting.id(), 0))));
        return results;
    }

    private Result result(Sitting sitting, Function<AttemptId, Optional<Mark>> mark, int waiting) {
        var sum = BigDecimal.ZERO;
        var outOf = BigDecimal.ZERO;
        for (var item : sitting.items()) {
            var full = full(sitting, item);
            outOf = outOf.add(full);
            sum = sum.add(mark.apply(sitting.id().attempt(item.question()))
                    .map(given -> scaled(given, full))
                    .orElse(BigDecimal.ZERO));
        }
        return new Result(plain(sum.max(BigDecimal.ZERO)), plain(outOf), waiting);
    }

    private BigDecimal full(Sitting sitting, Sitting.Item item) {
        return item.points()
                .orElseGet(() -> courses.edition(sitting.id().course(), sitting.edition())
                        .question(item.question())
                        .orElseThrow()
                        .points());
    }

    private static BigDecimal scaled(Mark mark, BigDecimal full) {
        return plain(mark.points().multiply(full).divide(mark.outOf(), MathContext.DECIMAL64));
    }

    /** To the hundredth, as a person writes it. */
    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static void requireOwner(UserId who, UserId person) {
        if (!who.equals(person)) {
            throw new AccessDeniedException("Another person's result");
        }
    }
}
