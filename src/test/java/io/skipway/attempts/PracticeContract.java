package io.skipway.attempts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.when;

import io.skipway.courseware.Bank;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Edition;
import io.skipway.courseware.EditionId;
import io.skipway.courseware.Lesson;
import io.skipway.courseware.Question;
import io.skipway.courseware.QuestionRef;
import io.skipway.courseware.Quiz;
import io.skipway.courseware.Response;
import io.skipway.courseware.Words;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import io.skipway.lab.Lab;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What is promised of practice, whatever database is beneath. */
@AttemptsTest
@Import({Missed.class, Practice.class, ReviewRows.class, Turned.class})
@RecordApplicationEvents
abstract class PracticeContract {
    private static final CourseId COURSE = new CourseId("deep-cnn");
    private static final Words NONE = new Words("", "");
    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    Turned clock;

    @Autowired
    Practice practice;

    @Autowired
    Attempts attempts;

    @Autowired
    Sittings sittings;

    @Autowired
    SittingRows sittingRows;

    @Autowired
    OpenSittings open;

    @Autowired
    Finishing finishing;

    @Autowired
    ReviewRows reviews;

    @Autowired
    ApplicationEvents events;

    @MockitoBean
    Courses courses;

    @MockitoBean
    Enrolments enrolments;

    @MockitoBean
    Lab lab;

    private final UserId mina = UserId.random();
    private final Map<EditionId, Edition> editions = new HashMap<>();

    @BeforeEach
    void aCourseToPractise() {
        clock.turn(Instant.parse("2026-11-24T09:00:00Z"));
        when(courses.newest(any())).thenReturn(Optional.empty());
        when(courses.question(any())).thenAnswer(call -> {
            QuestionRef ref = call.getArgument(0);
            return edition(ref.edition()).question(ref.question()).orElseThrow();
        });
        when(courses.edition(eq(COURSE), any())).thenAnswer(call -> edition(call.getArgument(1)));
        publish("first", practising("q1", "q2", "q3"));
    }

    @Test
    void asksNewQuestionsInTheFilesOrder() {
        assertThat(asked()).contains("q1:1");
        practise("q1", "b");
        assertThat(asked()).contains("q2:1");
        practise("q2", "b");
        assertThat(asked()).contains("q3:1");
        practise("q3", "b");
        assertThat(asked()).isEmpty();
    }

    @Test
    void asksAgainWhatWentWrongBeforeAnythingNew() {
        practise("q1", "a");
        assertThat(asked()).contains("q2:1");
        pass(Duration.ofMinutes(10));
        assertThat(asked()).contains("q1:2");
        practise("q1", "b");
        assertThat(asked()).contains("q2:1");
        assertThat(due("q1", 1)).isEmpty();
        assertThat(due("q1", 2)).contains(clock.instant().plus(DAY));
    }

    @Test
    void asksTheMostOverdueFirst() {
        practise("q2", "b");
        pass(Duration.ofHours(1));
        practise("q1", "b");
        pass(DAY.multipliedBy(9));
        assertThat(asked()).contains("q2:2");
        practise("q2", "b");
        assertThat(asked()).contains("q1:2");
    }

    @Test
    void eachSuccessMakesTheNextWaitLonger() {
        var wait = Duration.ZERO;
        for (int i = 1; i <= 5; i++) {
            practise("q1", "b");
            var due = due("q1", i).orElseThrow();
            assertThat(Duration.between(clock.instant(), due)).isGreaterThan(wait);
            wait = Duration.between(clock.instant(), due);
            clock.turn(due);
        }
        assertThat(wait.toDays()).isGreaterThan(100);
        practise("q1", "a");
        assertThat(due("q1", 6)).contains(clock.instant().plus(Duration.ofMinutes(10)));
    }

    @Test
    void goesOnWithWhatWasBegunAndShowsTheSameQuestionAgain() {
        save("q3", 1, "a");
        assertThat(asked()).contains("q3:1");
        assertThat(asked()).contains("q3:1");
        assertThat(attempts.submit(mina, at("q3", 1), 1)).isInstanceOf(Outcome.Accepted.class);
        assertThat(asked()).contains("q1:1");
    }

    @Test
    void forecastsHowManyAreDueSoonLearnedAndNew() {
        practise("q1", "a");
        practise("q2", "b");
        var now = practice.forecast(mina, COURSE, "drill");
        assertThat(now)
                .isEqualTo(new Practice.Forecast(
                        0, 1, 1, 1, 0, 2, 1, Optional.of(clock.instant().plus(Duration.ofMinutes(10)))));
        pass(Duration.ofHours(1));
        assertThat(practice.forecast(mina, COURSE, "drill"))
                .isEqualTo(new Practice.Forecast(1, 0, 1, 1, 0, 0, 2, due("q2", 1)));
    }

    @Test
    void aRoundBringsAFewNewOnesAndMoreIfThePersonGoesOn() {
        var many = Stream.iterate(1, i -> i + 1).limit(8).map(i -> "q" + i).toArray(String[]::new);
        publish("many", practising(many));
        for (int i = 1; i <= Practice.FRESH; i++) {
            practise("q" + i, "b");
        }
        assertThat(asked()).isEmpty();
        assertThat(practice.forecast(mina, COURSE, "drill").left()).isZero();
        assertThat(practice.next(mina, COURSE, "drill", true)).contains(at("q6", 1));
        pass(Duration.ofHours(1));
        assertThat(asked()).contains("q6:1");
    }

    @Test
    void whatWentWrongInALessonIsDueFirst() {
        publish("first", practising("q1", "q2", "taught"));
        practise("q1", "a");
        pass(Duration.ofMinutes(20));
        answer(new AttemptId(mina, COURSE, "taught", 1), "a");
        assertThat(asked()).contains("taught:1");
        practise("taught", "b");
        assertThat(asked()).contains("q1:2");
    }

    @Test
    void aLessonsQuestionIsNotPractisedBeforeItsAnswerCounts() {
        publish("first", practising("taught"));
        assertThat(asked()).isEmpty();
        assertThat(practice.forecast(mina, COURSE, "drill").closed()).isEqualTo(1);
        assertThatThrownBy(() -> save("taught", 1, "b")).isInstanceOf(Unanswerable.class);
        answer(new AttemptId(mina, COURSE, "taught", 1), "b");
        assertThat(asked()).contains("taught:1");
        practise("taught", "b");
    }

    @Test
    void anExamsQuestionIsNotPractisedBeforeItsSolutionMayBeTold() {
        publish("first", practising("q1"), exam(Quiz.When.SUBMITTED, "q1"));
        assertThatThrownBy(() -> save("q1", 1, "b")).isInstanceOf(Unanswerable.class);
        var sitting = sittings.begin(mina, COURSE, "exam", "").id();
        assertThat(asked()).isEmpty();
        attempts.save(mina, sitting.attempt("q1"), 0, "w", new Response.Choice("a"));
        sittings.submit(mina, sitting, Map.of("q1", 1L));
        assertThat(asked()).isEmpty();
        new Settling(sittingRows, open, finishing).settle(sitting);
        assertThat(asked()).contains("q1:1");
        assertThat(practice.forecast(mina, COURSE, "drill").due()).isEqualTo(1);
        practise("q1", "b");
        assertThat(practice.forecast(mina, COURSE, "drill").due()).isZero();
    }

    @Test
    void whatAnExamNeverTellsIsNeverPractised() {
        publish("first", practising("q1"), exam(Quiz.When.NEVER, "q1"));
        var sitting = sittings.begin(mina, COURSE, "exam", "").id();
        sittings.submit(mina, sitting, Map.of());
        new Settling(sittingRows, open, finishing).settle(sitting);
        assertThat(asked()).isEmpty();
    }

    @Test
    void nothingOfItIsSubmittedToBeGradedEvenAfterTheQuestionLeftTheSet() {
        save("q1", 1, "b");
        publish("second", practising("q2"));
        assertThat(asked()).contains("q2:1");
        attempts.submit(mina, at("q1", 1), 1);
        assertThat(events.stream(AttemptSubmitted.class)).isEmpty();
        assertThat(events.stream(Practised.class)).hasSize(1);
        assertThat(practice.forecast(mina, COURSE, "drill").fresh()).isEqualTo(1);
        assertThat(attempts.next(mina, at("q1", 1))).isEmpty();
    }

    @Test
    void whatWasBegunIsMarkedByTheEditionInWhichItWasBegun() {
        save("q1", 1, "b");
        publish("second", "a", practising("q1"));
        attempts.submit(mina, at("q1", 1), 1);
        assertThat(reviews.newest(at("q1", 1)).orElseThrow().rating()).isEqualTo(Fsrs.Rating.GOOD);
        pass(DAY.multipliedBy(3));
        practise("q1", "b");
        assertThat(reviews.newest(at("q1", 2)).orElseThrow().rating()).isEqualTo(Fsrs.Rating.AGAIN);
    }

    @Test
    void everyAnswerIsARowThatReadsBackUnchanged() {
        practise("q1", "a");
        pass(DAY.multipliedBy(4));
        practise("q1", "b");
        var rows = reviews.of(mina, COURSE, "drill");
        assertThat(rows).extracting(ReviewRows.Row::rating).containsExactly(Fsrs.Rating.AGAIN, Fsrs.Rating.GOOD);
        assertThat(rows.getFirst().memory()).isEqualTo(Fsrs.first(Fsrs.Rating.AGAIN));
        assertThat(rows.getLast().memory()).isEqualTo(Fsrs.next(Fsrs.first(Fsrs.Rating.AGAIN), Fsrs.Rating.GOOD, 4));
        assertThat(rows.getLast().share()).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(rows.getLast().at()).isEqualTo(clock.instant());
    }

    @Test
    void tellsAStudentOfTheirOwnPracticeOnly() {
        practise("q1", "b");
        var jun = UserId.random();
        assertThat(practice.next(jun, COURSE, "drill", false))
                .contains(new SittingId(jun, COURSE, "drill", 1).attempt("q1"));
        assertThat(practice.forecast(jun, COURSE, "drill").answered()).isZero();
        assertThatThrownBy(() -> practice.dueAt(jun, at("q1", 1))).isInstanceOf(AccessDeniedException.class);
        doThrow(new AccessDeniedException("no student")).when(enrolments).require(jun, COURSE, Role.STUDENT);
        assertThatThrownBy(() -> practice.next(jun, COURSE, "drill", false)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> practice.forecast(jun, COURSE, "drill")).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void anExamIsNotPractised() {
        publish("first", exam(Quiz.When.SUBMITTED, "q1"));
        assertThatThrownBy(() -> practice.next(mina, COURSE, "exam", false)).isInstanceOf(Unanswerable.class);
        assertThatThrownBy(() -> practice.forecast(mina, COURSE, "drill")).isInstanceOf(Unanswerable.class);
    }

    private Edition edition(EditionId id) {
        return Objects.requireNonNull(editions.get(id));
    }

    private Optional<String> asked() {
        return practice.next(mina, COURSE, "drill", false).map(id -> id.question() + ":" + id.number());
    }

    private Optional<Instant> due(String question, int number) {
        return practice.dueAt(mina, at(question, number));
    }

    /** Answers it as the next attempt at it. */
    private void practise(String question, String option) {
        var last = attempts.current(mina, COURSE, "drill." + question);
        answer(attempts.next(mina, last).orElse(last), option);
    }

    private void answer(AttemptId attempt, String option) {
        attempts.save(mina, attempt, 0, "w", new Response.Choice(option));
        assertThat(attempts.submit(mina, attempt, 1)).isInstanceOf(Outcome.Accepted.class);
    }

    private void save(String question, int number, String option) {
        attempts.save(mina, at(question, number), 0, "w", new Response.Choice(option));
    }

    private AttemptId at(String question, int number) {
        return new SittingId(mina, COURSE, "drill", number).attempt(question);
    }

    private void pass(Duration time) {
        clock.turn(clock.instant().plus(time));
    }

    private void publish(String name, Quiz... quizzes) {
        publish(name, "b", quizzes);
    }

    private void publish(String name, String key, Quiz... quizzes) {
        var bank = Stream.iterate(1, i -> i + 1)
                .limit(8)
                .map(i -> choice("q" + i, key))
                .toList();
        var lesson = new Lesson("one", NONE, Map.of(), List.of(choice("taught", key)), List.of());
        var edition = new Edition(
                COURSE, new EditionId(name), NONE, NONE, List.of(lesson), new Bank(bank, List.of()), List.of(quizzes));
        editions.put(edition.id(), edition);
        when(courses.newest(COURSE)).thenReturn(Optional.of(edition));
        when(courses.all()).thenReturn(List.of(edition));
    }

    private static Question choice(String id, String key) {
        var options = List.of(new Question.Option("a", NONE, NONE), new Question.Option("b", NONE, NONE));
        return new Question.SingleChoice(id, NONE, BigDecimal.TWO, Optional.empty(), options, key);
    }

    private static Quiz practising(String... questions) {
        return quiz("drill", Quiz.Mode.PRACTICE, Quiz.When.NEVER, questions);
    }

    private static Quiz exam(Quiz.When solution, String... questions) {
        return quiz("exam", Quiz.Mode.EXAM, solution, questions);
    }

    private static Quiz quiz(String id, Quiz.Mode mode, Quiz.When solution, String... questions) {
        var items = Stream.of(questions)
                .map(question -> new Quiz.Item(List.of(question), 1, Optional.empty()))
                .toList();
        return new Quiz(
                id,
                NONE,
                NONE,
                mode,
                List.of(new Quiz.Section(NONE, false, items)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                OptionalInt.empty(),
                Quiz.Counts.BEST,
                Duration.ZERO,
                Optional.empty(),
                false,
                new Quiz.Behaviour.Deferred(),
                new Quiz.Review(Quiz.When.SUBMITTED, Quiz.When.SUBMITTED, solution));
    }
}
