package io.skipway.attempts;

import io.skipway.courseware.Courses;
import io.skipway.courseware.Quiz;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A quiz as who watches over it sees it. Every call asks that {@code who} is an instructor of the course. */
@Service
public class Invigilation {
    private static final int LONGEST_ANNOUNCEMENT = 2000;
    private static final Duration MOST_GIVEN = Duration.ofDays(7);

    private final SittingRows rows;
    private final AttemptRows attempts;
    private final GrantRows grants;
    private final OpenSittings open;
    private final Sittings sittings;
    private final Courses courses;
    private final Enrolments enrolments;

    Invigilation(
            SittingRows rows,
            AttemptRows attempts,
            GrantRows grants,
            OpenSittings open,
            Sittings sittings,
            Courses courses,
            Enrolments enrolments) {
        this.rows = rows;
        this.attempts = attempts;
        this.grants = grants;
        this.open = open;
        this.sittings = sittings;
        this.courses = courses;
        this.enrolments = enrolments;
    }

    /** What was done to a sitting. */
    enum Kind {
        GIVEN,
        CLOSED,
        REOPENED
    }

    /**
     * One who sits, or sat, it.
     *
     * @param answered how many of the questions have an answer that was saved
     * @param given what was given in addition, while it went on
     * @param shown whether its person was shown the key
     */
    public record Seat(Sitting sitting, int answered, Optional<Instant> lastSavedAt, Duration given, boolean shown) {}

    /** Every sitting of a quiz, in the order in which they began. */
    public List<Seat> seats(UserId who, CourseId course, String quiz) {
        require(who, course);
        var saves = attempts.saves(course, quiz);
        var given = grants.given(course, quiz);
        var shown = sittings.solutionShown(course, quiz);
        return rows.in(course, quiz).stream()
                .map(sitting -> {
                    var of = Optional.ofNullable(saves.get(sitting.id()));
                    return new Seat(
                            sitting,
                            of.map(AttemptRows.Saves::questions).orElse(0),
                            of.map(AttemptRows.Saves::lastAt),
                            given.getOrDefault(sitting.id(), Duration.ZERO),
                            shown.test(sitting));
                })
                .toList();
    }

    /** The server's time. */
    public Instant now() {
        return open.now();
    }

    /**
     * Gives a sitting that goes on more time, or with a negative duration takes back what was given.
     *
     * @throws IllegalArgumentException if it has no end or is ended, the duration is out of bounds, or more is taken back
     *     than was given
     */
    @Transactional
    public void give(UserId who, SittingId id, Duration more) {
        require(who, id.course());
        var sitting = rows.lock(id).orElseThrow(() -> new IllegalArgumentException("No such sitting"));
        if (!goesOn(sitting)) {
            throw new IllegalArgumentException("It is ended, or has no end");
        }
        give(who, sitting, more);
    }

    /** Gives all whose sittings go on more time, and says to how many; who ends one meanwhile goes without. */
    @Transactional
    public int giveAll(UserId who, CourseId course, String quiz, Duration more) {
        require(who, course);
        int given = 0;
        for (var sitting : rows.in(course, quiz)) {
            var held = Optional.of(sitting)
                    .filter(Invigilation::goesOn)
                    .flatMap(going -> rows.lock(going.id()))
                    .filter(Invigilation::goesOn);
            if (held.isPresent()) {
                give(who, held.get(), more);
                given++;
            }
        }
        return given;
    }

    private static boolean goesOn(Sitting sitting) {
        return sitting.submittedAt().isEmpty() && sitting.endsAt().isPresent();
    }

    private void give(UserId who, Sitting held, Duration more) {
        if (grants.given(held.id(), Kind.GIVEN).plus(more).isNegative()) {
            throw new IllegalArgumentException("More than was given: " + more);
        }
        require(more);
        grant(who, held, more, Kind.GIVEN);
    }

    /** Ends a sitting now; what was saved counts. */
    @Transactional
    public void close(UserId who, SittingId id) {
        require(who, id.course());
        var now = open.now();
        var end = rows.find(id).map(sitting -> sitting.endAt(now)).orElse(now);
        if (rows.submitted(id, end, Sitting.EndedBy.STAFF)) {
            grants.event(id, Kind.CLOSED, Duration.ZERO, who, open.now());
        }
    }

    /**
     * Lets a sitting that was ended go on for so long; what was marked is marked again when it ends.
     *
     * @throws IllegalArgumentException if it is not ended, not marked yet, or the duration is out of bounds
     */
    @Transactional
    public void reopen(UserId who, SittingId id, Duration more) {
        require(who, id.course());
        var sitting = rows.lock(id).orElseThrow(() -> new IllegalArgumentException("No such sitting"));
        if (!sitting.settled()) {
            throw new IllegalArgumentException("It is not ended, or not marked yet");
        }
        if (more.isNegative()) {
            throw new IllegalArgumentException("Not a time to go on: " + more);
        }
        require(more);
        rows.reopened(id);
        sitting.items().forEach(item -> attempts.reopened(id.attempt(item.question())));
        // Time runs from now, not from when it ended, nor from what was granted since.
        var gone = end(sitting, grants.accommodation(id.course(), id.quiz(), id.person()))
                .map(end -> Duration.between(end, open.now()))
                .orElse(Duration.ZERO);
        grant(who, sitting, more.plus(gone), Kind.REOPENED);
    }

    private void grant(UserId who, Sitting sitting, Duration more, Kind kind) {
        var id = sitting.id();
        grants.event(id, kind, sitting.endsAt().isPresent() ? more : Duration.ZERO, who, open.now());
        follow(sitting, grants.accommodation(id.course(), id.quiz(), id.person()));
    }

    private static void require(Duration more) {
        if (more.isZero() || more.abs().compareTo(MOST_GIVEN) > 0) {
            throw new IllegalArgumentException("No time, or too long: " + more);
        }
    }

    /** Sets the deadline by what holds now. */
    private void follow(Sitting sitting, Accommodation rules) {
        rows.ends(sitting.id(), end(sitting, rules));
    }

    private Optional<Instant> end(Sitting sitting, Accommodation rules) {
        return rules.end(open.quiz(sitting), sitting.begunAt(), grants.given(sitting.id()));
    }

    /**
     * Says something to all who sit the quiz now or begin it later; shown as plain text. See {@link Sittings#heard}.
     *
     * @throws IllegalArgumentException if it is empty or longer than 2000 characters
     */
    public void announce(UserId who, CourseId course, String quiz, String words) {
        require(who, course);
        if (words.isBlank() || words.length() > LONGEST_ANNOUNCEMENT) {
            throw new IllegalArgumentException("An announcement has 1 to 2000 characters");
        }
        grants.announce(course, quiz, words.strip(), who, open.now());
    }

    /** All that was ever said, oldest first. */
    public List<Announcement> announcements(UserId who, CourseId course, String quiz) {
        require(who, course);
        return grants.announcements(course, quiz, Instant.EPOCH);
    }

    /** Other rules for one person; {@link Accommodation#NONE} takes them back. A sitting that goes on follows at once. */
    @Transactional
    public void accommodate(UserId who, CourseId course, String quiz, UserId person, Accommodation rules) {
        require(who, course);
        enrolments.require(person, course, Role.STUDENT);
        grants.accommodate(course, quiz, person, rules, who, open.now());
        rows.of(person, course).stream()
                .filter(sitting -> sitting.id().quiz().equals(quiz)
                        && sitting.submittedAt().isEmpty())
                .forEach(sitting -> rows.lock(sitting.id()).ifPresent(held -> follow(held, rules)));
    }

    public Map<UserId, Accommodation> accommodations(UserId who, CourseId course, String quiz) {
        require(who, course);
        return grants.accommodations(course, quiz);
    }

    /** The exams of the newest edition. */
    public List<Quiz> exams(UserId who, CourseId course) {
        require(who, course);
        return courses.newest(course).stream()
                .flatMap(edition -> edition.quizzes().stream())
                .filter(quiz -> quiz.mode() == Quiz.Mode.EXAM)
                .toList();
    }

    private void require(UserId who, CourseId course) {
        enrolments.require(who, course, Role.INSTRUCTOR);
    }
}
