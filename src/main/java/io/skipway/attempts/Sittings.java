package io.skipway.attempts;

import io.skipway.courseware.Courses;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Quiz;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sittings of quizzes, as the person who sits them asks for them; the answers themselves are taken by {@link Attempts}.
 * Every call asks that {@code who} is the sitting's person, and what changes something that they are a student.
 */
@Service
public class Sittings {
    private static final Duration RECENT = Duration.ofDays(1);

    private final SittingRows rows;
    private final AttemptRows attempts;
    private final GrantRows grants;
    private final OpenSittings open;
    private final Courses courses;
    private final Enrolments enrolments;
    private final TransactionOperations transactions;
    private final SecureRandom random = new SecureRandom();

    Sittings(
            SittingRows rows,
            AttemptRows attempts,
            GrantRows grants,
            OpenSittings open,
            Courses courses,
            Enrolments enrolments,
            TransactionOperations transactions) {
        this.rows = rows;
        this.attempts = attempts;
        this.grants = grants;
        this.open = open;
        this.courses = courses;
        this.enrolments = enrolments;
        this.transactions = transactions;
    }

    /** The server's time, by which every deadline goes. */
    public Instant now() {
        return open.now();
    }

    /**
     * What a student may do about a quiz now.
     *
     * @throws Unanswerable if there is no such exam
     */
    public Standing standing(UserId who, CourseId course, String quiz) {
        enrolments.require(who, course, Role.STUDENT);
        return standing(who, course, exam(edition(course), quiz));
    }

    private Standing standing(UserId who, CourseId course, Quiz quiz) {
        var now = now();
        var own = rows.of(who, course).stream()
                .filter(sitting -> sitting.id().quiz().equals(quiz.id()))
                .toList();
        var going = own.stream()
                .filter(sitting -> sitting.submittedAt().isEmpty() && !open.over(sitting, now))
                .findFirst();
        var rules = grants.accommodation(course, quiz.id(), who);
        var most = rules.attempts(quiz);
        var left = most.isPresent() ? OptionalInt.of(Math.max(0, most.getAsInt() - own.size())) : most;
        var opens = rules.opens(quiz);
        var closes = rules.closes(quiz);
        var again =
                own.isEmpty() ? Optional.<Instant>empty() : ended(own.getLast()).map(end -> end.plus(quiz.delay()));
        var obstacle = obstacle(
                opens.filter(now::isBefore).isPresent(),
                closes.filter(end -> !now.isBefore(end)).isPresent(),
                left.orElse(1) == 0,
                again.filter(now::isBefore).isPresent());
        var at = obstacle.flatMap(what -> switch (what) {
            case NOT_YET_OPEN -> opens;
            case CLOSED -> closes;
            case NO_ATTEMPT_LEFT -> Optional.empty();
            case TOO_SOON -> again;
        });
        return new Standing(own, going, obstacle, at, left, rules);
    }

    private static Optional<Standing.Obstacle> obstacle(boolean early, boolean late, boolean none, boolean soon) {
        if (early) {
            return Optional.of(Standing.Obstacle.NOT_YET_OPEN);
        }
        if (late) {
            return Optional.of(Standing.Obstacle.CLOSED);
        }
        if (none) {
            return Optional.of(Standing.Obstacle.NO_ATTEMPT_LEFT);
        }
        return soon ? Optional.of(Standing.Obstacle.TOO_SOON) : Optional.empty();
    }

    private static Optional<Instant> ended(Sitting sitting) {
        return sitting.submittedAt().or(sitting::endsAt);
    }

    /**
     * Begins a sitting, or gives the one that goes on: its questions are drawn now and stay. Two tabs at once begin one.
     *
     * @throws Unanswerable {@code wrong-password}, {@code unknown} if there is no such exam, or the obstacle, such as
     *     {@code no-attempt-left}
     */
    public Sitting begin(UserId who, CourseId course, String quizId, String password) {
        enrolments.require(who, course, Role.STUDENT);
        var edition = edition(course);
        var quiz = exam(edition, quizId);
        // Before it is looked whether one goes on: what another tab begins meanwhile is seen there, or has this number.
        var id = new SittingId(who, course, quizId, last(who, course, quizId) + 1);
        var standing = standing(who, course, quiz);
        if (standing.open().isPresent()) {
            return standing.open().get();
        }
        standing.obstacle().ifPresent(obstacle -> {
            throw new Unanswerable(obstacle.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        });
        if (quiz.password().filter(word -> !same(word, password)).isPresent()) {
            throw new Unanswerable("wrong-password");
        }
        var at = now();
        try {
            transactions.executeWithoutResult(tx -> {
                var plan = draw(quiz, random);
                var end = standing.accommodation().end(quiz, at, Duration.ZERO);
                rows.begin(id, edition.id(), plan, at, end);
                plan.forEach(item -> attempts.begin(id.attempt(item.question()), edition.id(), at));
            });
        } catch (DuplicateKeyException another) {
            // The other tab was first; its sitting is there.
        }
        return rows.find(id).orElseThrow();
    }

    /** Also what was once practised under the same name has its number. */
    private int last(UserId who, CourseId course, String quiz) {
        return attempts.of(who, course).stream()
                .filter(row -> row.id().exercise().startsWith(quiz + "."))
                .mapToInt(row -> row.id().number())
                .max()
                .orElse(0);
    }

    static List<Sitting.Item> draw(Quiz quiz, RandomGenerator random) {
        var plan = new ArrayList<Sitting.Item>();
        for (int i = 0; i < quiz.sections().size(); i++) {
            var section = quiz.sections().get(i);
            var drawn = new ArrayList<Sitting.Item>();
            for (var item : section.items()) {
                var pool = new ArrayList<>(item.among());
                if (item.draw() < pool.size()) {
                    Collections.shuffle(pool, random);
                }
                for (var question : pool.subList(0, item.draw())) {
                    drawn.add(new Sitting.Item(i, question, item.points()));
                }
            }
            if (section.shuffled()) {
                Collections.shuffle(drawn, random);
            }
            plan.addAll(drawn);
        }
        return plan;
    }

    /** One's own sitting. */
    public Optional<Sitting> find(UserId who, SittingId id) {
        requireOwner(who, id);
        return rows.find(id);
    }

    /** The rules by which a sitting goes: those of the edition that it began with. */
    public Quiz quiz(Sitting sitting) {
        return open.quiz(sitting);
    }

    /** All of a person's own sittings in a course, by quiz and number. */
    public List<Sitting> of(UserId who, CourseId course) {
        return rows.of(who, course);
    }

    /** How long the person may sit, with all that was granted; empty where time has no limit. */
    public Optional<Duration> allowed(UserId who, Sitting sitting) {
        var id = sitting.id();
        requireOwner(who, id);
        return grants.accommodation(id.course(), id.quiz(), who)
                .limit(open.quiz(sitting))
                .map(limit -> limit.plus(grants.given(id)));
    }

    /**
     * Makes all answers of a sitting final, if {@code bases} has the newest sequence of each question that was answered;
     * again gives the same. They are marked soon after.
     *
     * @return the questions of which there is a newer answer; then nothing is final
     */
    @Transactional
    public Set<String> submit(UserId who, SittingId id, Map<String, Long> bases) {
        requireOwn(who, id);
        var sitting = rows.lock(id).orElseThrow(() -> new Unanswerable("unknown"));
        if (sitting.submittedAt().isPresent()) {
            return Set.of();
        }
        var newer = new TreeSet<String>();
        for (var item : sitting.items()) {
            var newest = attempts.newest(id.attempt(item.question()))
                    .map(Saved::sequence)
                    .orElse(0L);
            if (bases.getOrDefault(item.question(), 0L) < newest) {
                newer.add(item.question());
            }
        }
        var now = now();
        if (newer.isEmpty()) {
            rows.submitted(id, sitting.endAt(now), Sitting.EndedBy.STUDENT);
        }
        return newer;
    }

    /** Marks a question to be looked at again. */
    @Transactional
    public void flag(UserId who, SittingId id, String question, boolean on) {
        requireOwn(who, id);
        var sitting = rows.lock(id).orElseThrow(() -> new Unanswerable("unknown"));
        if (sitting.items().stream().noneMatch(item -> item.question().equals(question))) {
            throw new Unanswerable("unknown");
        }
        rows.flag(id, question, on);
    }

    public Set<String> flags(UserId who, SittingId id) {
        requireOwner(who, id);
        return rows.flags(id);
    }

    /** Leaves a section for the next one, where they come one after another; the one that was left takes no more answers. */
    @Transactional
    public void advance(UserId who, SittingId id, int from) {
        requireOwn(who, id);
        var sitting = rows.lock(id).orElseThrow(() -> new Unanswerable("unknown"));
        var last =
                sitting.items().stream().mapToInt(Sitting.Item::section).max().orElse(0);
        if (open.quiz(sitting).sequential() && sitting.section() == from && from < last) {
            rows.section(id, from + 1);
        }
    }

    /**
     * The page of a sitting is open and reaches us. Gives what was said to all since the quiz opened, or if it was always
     * open, since a day before the sitting began: what is corrected for some is so for who begins after.
     */
    public List<Announcement> heard(UserId who, SittingId id) {
        requireOwner(who, id);
        var sitting = rows.find(id).orElseThrow(() -> new Unanswerable("unknown"));
        if (sitting.submittedAt().isEmpty()) {
            rows.seen(id, now());
        }
        var opened =
                open.quiz(sitting).opens().orElseGet(() -> sitting.begunAt().minus(RECENT));
        var since = opened.isBefore(sitting.begunAt()) ? opened : sitting.begunAt();
        return grants.announcements(id.course(), id.quiz(), since);
    }

    /**
     * What may be told of one's own answer in a quiz.
     *
     * @param left how many tries are left, where there are several; 0 once it is final
     * @param missed the newest sequence that was checked and missed; 0 for none
     */
    public record Told(boolean points, boolean feedback, boolean solution, int left, long missed) {}

    /** What may be told of an answer in a quiz now; empty for an exercise of a lesson and for practice. */
    public Optional<Told> told(UserId who, AttemptId attempt) {
        if (!who.equals(attempt.person())) {
            throw new AccessDeniedException("Another person's attempt");
        }
        return attempt.sitting().flatMap(rows::find).map(sitting -> {
            var quiz = open.quiz(sitting);
            var missed = rows.missed(attempt);
            var checked = checked(attempt);
            var reached = reached(sitting, quiz, checked || !missed.isEmpty());
            var most = quiz.behaviour() instanceof Quiz.Behaviour.Tries(var tries, var penalty) ? tries : 1;
            var left = checked ? 0 : most - missed.size();
            return new Told(
                    tells(quiz.review().points(), reached),
                    tells(quiz.review().feedback(), reached),
                    tells(quiz.review().solution(), reached),
                    left,
                    missed.isEmpty() ? 0 : missed.getLast());
        });
    }

    private static boolean tells(Quiz.When when, Quiz.@Nullable When reached) {
        return reached != null && when.compareTo(reached) <= 0;
    }

    /** Whether the points of a whole sitting may be told. */
    public boolean pointsTold(UserId who, Sitting sitting) {
        requireOwner(who, sitting.id());
        var quiz = open.quiz(sitting);
        return sitting.settled() && tells(quiz.review().points(), over(sitting, quiz));
    }

    /** Whether whoever sat it was shown the key. */
    boolean solutionShown(Sitting sitting) {
        return solutionShown(sitting.id().course(), sitting.id().quiz()).test(sitting);
    }

    /** The same of many sittings of a quiz: whether that is closed is asked once, however many there are. */
    Predicate<Sitting> solutionShown(CourseId course, String quiz) {
        var closed = new HashMap<Optional<Instant>, Boolean>();
        return sitting -> sitting.settled()
                && tells(
                        open.quiz(sitting).review().solution(),
                        over(closed.computeIfAbsent(open.closes(sitting), closes -> closed(course, quiz, closes))));
    }

    private Quiz.@Nullable When reached(Sitting sitting, Quiz quiz, boolean checked) {
        if (sitting.submittedAt().isPresent()) {
            return sitting.settled() ? over(sitting, quiz) : null;
        }
        return checked ? Quiz.When.CHECKED : null;
    }

    private boolean checked(AttemptId attempt) {
        return attempts.find(attempt).filter(row -> row.submittedAt() != null).isPresent();
    }

    private Quiz.When over(Sitting sitting, Quiz quiz) {
        return over(closed(sitting.id().course(), quiz.id(), open.closes(sitting)));
    }

    private static Quiz.When over(boolean closed) {
        return closed ? Quiz.When.CLOSED : Quiz.When.SUBMITTED;
    }

    boolean closed(CourseId course, Quiz quiz) {
        return closed(course, quiz.id(), quiz.closes());
    }

    /** Closed is a quiz when nobody can begin it or goes on with it; who may come later must not be told by who came first. */
    private boolean closed(CourseId course, String quiz, Optional<Instant> closes) {
        var now = now();
        return closes.filter(end -> !now.isBefore(end)).isPresent()
                && grants.accommodations(course, quiz).values().stream()
                        .flatMap(rules -> rules.closes().stream())
                        .noneMatch(now::isBefore)
                && !rows.going(course, quiz);
    }

    private Edition edition(CourseId course) {
        return courses.newest(course).orElseThrow(() -> new Unanswerable("unknown"));
    }

    private static Quiz exam(Edition edition, String quiz) {
        return edition.quiz(quiz)
                .filter(found -> found.mode() == Quiz.Mode.EXAM)
                .orElseThrow(() -> new Unanswerable("unknown"));
    }

    private void requireOwn(UserId who, SittingId id) {
        requireOwner(who, id);
        enrolments.require(who, id.course(), Role.STUDENT);
    }

    private static void requireOwner(UserId who, SittingId id) {
        if (!who.equals(id.person())) {
            throw new AccessDeniedException("Another person's sitting");
        }
    }

    private static boolean same(String word, String typed) {
        return MessageDigest.isEqual(
                word.getBytes(StandardCharsets.UTF_8), typed.strip().getBytes(StandardCharsets.UTF_8));
    }
}
