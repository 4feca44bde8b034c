package io.skipway.attempts;

import io.skipway.courseware.Courses;
import io.skipway.courseware.Quiz;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks again what went wrong, and later and later what went well, by {@link Fsrs}. It is worth nothing, and every call tells
 * of one's own answers only.
 */
@Service
public class Practice {
    /** A round is over when nothing was answered for so long. */
    private static final Duration PAUSE = Duration.ofMinutes(30);

    /** So many new questions come in a round of themselves; each is asked again soon, and that adds up. */
    static final int FRESH = 5;

    private static final double DAY = Duration.ofDays(1).toMillis();

    private final ReviewRows reviews;
    private final AttemptRows attempts;
    private final SittingRows sittings;
    private final OpenSittings open;
    private final Practisable practisable;
    private final Missed missed;
    private final Courses courses;
    private final Enrolments enrolments;

    Practice(
            ReviewRows reviews,
            AttemptRows attempts,
            SittingRows sittings,
            OpenSittings open,
            Practisable practisable,
            Missed missed,
            Courses courses,
            Enrolments enrolments) {
        this.reviews = reviews;
        this.attempts = attempts;
        this.sittings = sittings;
        this.open = open;
        this.practisable = practisable;
        this.missed = missed;
        this.courses = courses;
        this.enrolments = enrolments;
    }

    /**
     * How the practice stands. Every question that may be asked is in one of the first four.
     *
     * @param due now
     * @param soon due within a day
     * @param learned due later than that
     * @param fresh never asked here
     * @param closed not asked before they were answered where they are worth something
     * @param answered in the round that goes on
     * @param left what this round still asks of itself
     * @param nextAt when the next one is due, of those that are not
     */
    public record Forecast(
            int due, int soon, int learned, int fresh, int closed, int answered, int left, Optional<Instant> nextAt) {}

    /**
     * What is asked now: what was begun, then what is due, what went wrong elsewhere first and then the most overdue, then
     * new questions in the file's order, a few in a round.
     *
     * @param anyway whether new ones come without end
     * @throws Unanswerable {@code unknown} if there is no such practice
     */
    public Optional<AttemptId> next(UserId who, CourseId course, String quiz, boolean anyway) {
        var stand = stand(who, course, quiz);
        return stand.cards.stream()
                .filter(Card::begun)
                .findFirst()
                .or(() -> stand.due().findFirst())
                .or(() -> stand.fresh().limit(anyway ? 1 : stand.freshLeft()).findFirst())
                .map(card -> new SittingId(who, course, quiz, card.number).attempt(card.question));
    }

    /** How it stands, and when it goes on; {@code unknown} as with {@link #next}. */
    public Forecast forecast(UserId who, CourseId course, String quiz) {
        var stand = stand(who, course, quiz);
        var due = (int) stand.due().count();
        var fresh = (int) stand.fresh().count();
        var later = stand.cards.stream()
                .flatMap(card -> card.dueAt().stream())
                .filter(stand.now::isBefore)
                .sorted()
                .toList();
        var tomorrow = stand.now.plus(Duration.ofDays(1));
        var soon = (int) later.stream().filter(at -> !at.isAfter(tomorrow)).count();
        return new Forecast(
                due,
                soon,
                later.size() - soon,
                fresh,
                stand.closed,
                stand.round.size(),
                due + Math.min(fresh, stand.freshLeft()),
                later.stream().findFirst());
    }

    /** Whether this is the attempt that comes next at a question of the set, which may be asked now. */
    public boolean asks(UserId who, AttemptId attempt) {
        var quiz = attempt.sitting().orElseThrow().quiz();
        return stand(who, attempt.course(), quiz).cards.stream()
                .anyMatch(card -> card.question.equals(attempt.question()) && card.number == attempt.number());
    }

    /** The server's time, by which everything is due. */
    public Instant now() {
        return open.now();
    }

    /** When the question of one's own answer comes again; empty unless that answer is the newest in practice. */
    public Optional<Instant> dueAt(UserId who, AttemptId attempt) {
        if (!who.equals(attempt.person())) {
            throw new AccessDeniedException("Another person's practice");
        }
        return reviews.newest(attempt)
                .filter(row -> row.attempt().equals(attempt))
                .map(ReviewRows.Row::dueAt);
    }

    /** Takes an answer in, in the transaction that makes it final: both are there, or neither. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void take(Practised event) {
        var rating = Fsrs.Rating.of(event.share());
        var memory = reviews.newest(event.attempt())
                .map(last -> Fsrs.next(last.memory(), rating, days(last.at(), event.at())))
                .orElseGet(() -> Fsrs.first(rating));
        reviews.add(new ReviewRows.Row(
                event.attempt(),
                event.share(),
                rating,
                memory,
                event.at(),
                event.at().plus(Fsrs.wait(memory, rating))));
    }

    private static double days(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis() / DAY);
    }

    /**
     * A question as a person has it.
     *
     * @param number of the attempt that is asked for
     * @param begun whether that has an answer that is not final
     * @param review the newest in practice
     * @param missedAt when it went wrong elsewhere, after that
     */
    private record Card(
            String question, int number, boolean begun, Optional<ReviewRows.Row> review, Optional<Instant> missedAt) {
        Optional<Instant> dueAt() {
            return missedAt.or(() -> review.map(ReviewRows.Row::dueAt));
        }
    }

    private record Stand(Instant now, List<Card> cards, int closed, List<ReviewRows.Row> round) {
        Stream<Card> due() {
            return cards.stream()
                    .filter(card -> card.dueAt().filter(at -> !at.isAfter(now)).isPresent())
                    .sorted(Comparator.comparing((Card card) -> card.missedAt().isEmpty())
                            .thenComparing(card -> card.dueAt().orElseThrow()));
        }

        Stream<Card> fresh() {
            return cards.stream().filter(card -> card.dueAt().isEmpty());
        }

        int freshLeft() {
            var met = round.stream().filter(row -> row.attempt().number() == 1).count();
            return (int) Math.max(0, FRESH - met);
        }
    }

    private Stand stand(UserId who, CourseId course, String id) {
        enrolments.require(who, course, Role.STUDENT);
        var edition = courses.newest(course).orElseThrow(() -> new Unanswerable("unknown"));
        var quiz = edition.quiz(id)
                .filter(found -> found.mode() == Quiz.Mode.PRACTICE)
                .orElseThrow(() -> new Unanswerable("unknown"));
        var now = open.now();
        var rows = reviews.of(who, course, id);
        var all = attempts.wholes(course, who);
        var sat = sittings.of(who, course);
        var may = practisable.among(edition, quiz.questions(), sat, all);
        return new Stand(
                now,
                cards(id, may, rows, all, counting(all, sat)),
                quiz.questions().size() - may.size(),
                round(rows, now));
    }

    /** Those in lessons and exams; practice is worth nothing. */
    private static List<Attempt> counting(List<Attempt> all, List<Sitting> sat) {
        var ids = sat.stream().map(Sitting::id).collect(Collectors.toSet());
        return all.stream()
                .filter(attempt -> attempt.id().sitting().map(ids::contains).orElse(true))
                .toList();
    }

    private List<Card> cards(
            String quiz, List<String> questions, List<ReviewRows.Row> rows, List<Attempt> all, List<Attempt> counting) {
        var own = new HashMap<String, Attempt>();
        // By number, so the newest stays.
        all.forEach(attempt -> own.put(attempt.id().exercise(), attempt));
        var newest = new HashMap<String, ReviewRows.Row>();
        rows.forEach(row -> newest.put(row.attempt().question(), row));
        return questions.stream()
                .map(question -> {
                    var last = Optional.ofNullable(own.get(quiz + "." + question));
                    var begun = last.filter(attempt -> attempt.submittedAt().isEmpty());
                    var number = last.map(attempt -> attempt.id().number()).orElse(0);
                    var review = Optional.ofNullable(newest.get(question));
                    var missedAt = missed.since(review.map(ReviewRows.Row::at).orElse(Instant.MIN), question, counting);
                    return new Card(
                            question, begun.isPresent() ? number : number + 1, begun.isPresent(), review, missedAt);
                })
                .toList();
    }

    /** The answers, newest first, between which there was no long pause. */
    private static List<ReviewRows.Row> round(List<ReviewRows.Row> rows, Instant now) {
        var round = new ArrayList<ReviewRows.Row>();
        var after = now;
        for (var row : rows.reversed()) {
            if (row.at().plus(PAUSE).isBefore(after)) {
                break;
            }
            round.add(row);
            after = row.at();
        }
        return round;
    }
}
