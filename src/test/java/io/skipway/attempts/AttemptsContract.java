package io.skipway.attempts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.skipway.StoreTest;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Edition;
import io.skipway.courseware.EditionId;
import io.skipway.courseware.Lesson;
import io.skipway.courseware.Question;
import io.skipway.courseware.Response;
import io.skipway.courseware.Words;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import io.skipway.lab.Lab;
import io.skipway.lab.RunId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is promised of answers, whatever database is beneath. */
@StoreTest
@Import({Attempts.class, AttemptRows.class, Draws.class, OpenPredictions.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@RecordApplicationEvents
abstract class AttemptsContract {
    private static final CourseId COURSE = new CourseId("deep-cnn");
    private static final Words NONE = new Words("", "");

    @Autowired
    Attempts attempts;

    @Autowired
    AttemptRows rows;

    @Autowired
    ApplicationEvents events;

    @MockitoBean
    Courses courses;

    @MockitoBean
    Enrolments enrolments;

    @MockitoBean
    Lab lab;

    private final UserId mina = UserId.random();
    private final AttemptId essay = new AttemptId(mina, COURSE, "essay", 1);
    private final AttemptId choice = new AttemptId(mina, COURSE, "choice", 1);

    @BeforeEach
    void aCourseWithAChoiceAndAnEssay() {
        var options = List.of(new Question.Option("a", NONE, NONE), new Question.Option("b", NONE, NONE));
        List<Question> questions = List.of(
                new Question.SingleChoice("choice", NONE, BigDecimal.TWO, Optional.empty(), options, "b"),
                new Question.Essay(
                        "essay",
                        NONE,
                        BigDecimal.TEN,
                        Optional.empty(),
                        50,
                        new Question.Rubric(List.of()),
                        List.of()));
        var edition = new Edition(
                COURSE,
                new EditionId("first"),
                NONE,
                NONE,
                List.of(new Lesson("one", NONE, Map.of(), questions, List.of())));
        when(courses.newest(COURSE)).thenReturn(Optional.of(edition));
        when(courses.question(any()))
                .thenAnswer(call -> edition.question(call.<io.skipway.courseware.QuestionRef>getArgument(0)
                                .question())
                        .orElseThrow());
    }

    @Test
    void aReceiptComesWithTheNextSequenceAndIsReadBackUnchanged() {
        var first = accepted(save(essay, 0, "w1", text("Hello")));
        assertThat(first.sequence()).isEqualTo(1);
        var second = accepted(save(essay, 1, "w2", text("Hello, 안녕 $x$")));
        assertThat(attempts.find(mina, essay).orElseThrow().newest()).contains(second);
        assertThat(second.hash()).hasSize(64).isNotEqualTo(first.hash());
    }

    @Test
    void theSameWriteTwiceIsOneWrite() {
        var first = save(essay, 0, "w1", text("once"));
        assertThat(save(essay, 0, "w1", text("once"))).isEqualTo(first);
        save(essay, 1, "w2", text("more"));
        assertThat(save(essay, 0, "w1", text("once"))).isEqualTo(first);
        assertThat(rows.sideVersions(essay)).isEmpty();
    }

    @Test
    void aStaleWriteNeverBecomesCurrentAndIsNeverLost() {
        save(essay, 0, "w1", text("first"));
        var newer = accepted(save(essay, 1, "w2", text("second")));
        assertThat(save(essay, 1, "other", text("from another tab"))).isEqualTo(new Outcome.Stale(newer));
        assertThat(attempts.find(mina, essay).orElseThrow().newest()).contains(newer);
        assertThat(rows.sideVersions(essay)).containsExactly(text("from another tab"));
    }

    @Test
    void ofManyWritesOnOneBaseExactlyOneIsTaken() throws Exception {
        save(essay, 0, "start", text("start"));
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Outcome>> writes = java.util.stream.IntStream.range(0, 40)
                    .<Callable<Outcome>>mapToObj(i -> () -> save(essay, 1, "w" + i, text("text " + i)))
                    .toList();
            var outcomes = threads.invokeAll(writes).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
            assertThat(outcomes).filteredOn(Outcome.Accepted.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(Outcome.Stale.class::isInstance).hasSize(39);
        }
        assertThat(rows.sideVersions(essay)).hasSize(39);
    }

    @Test
    void firstWritesOfTwoTabsMakeOneAttempt() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Outcome>> writes = java.util.stream.IntStream.range(0, 4)
                    .<Callable<Outcome>>mapToObj(i -> () -> save(essay, 0, "w" + i, text("text " + i)))
                    .toList();
            assertThat(threads.invokeAll(writes).stream().map(java.util.concurrent.Future::resultNow))
                    .filteredOn(Outcome.Accepted.class::isInstance)
                    .hasSize(1);
        }
    }

    @Test
    void whatIsSubmittedIsFinalAndAnnouncedOnce() {
        save(essay, 0, "w1", text("final"));
        assertThat(attempts.submit(mina, essay, 1)).isInstanceOf(Outcome.Accepted.class);
        assertThat(attempts.submit(mina, essay, 1)).isInstanceOf(Outcome.Accepted.class);
        assertThat(events.stream(AttemptSubmitted.class)
                        .filter(event -> event.attempt().equals(essay)))
                .singleElement()
                .satisfies(event -> assertThat(event.response()).isEqualTo(text("final")));
        assertThat(save(essay, 1, "late", text(""))).isInstanceOf(Outcome.Closed.class);
        assertThat(attempts.find(mina, essay)
                        .orElseThrow()
                        .newest()
                        .orElseThrow()
                        .response())
                .isEqualTo(text("final"));
        assertThat(rows.sideVersions(essay)).containsExactly(text(""));
    }

    @Test
    void submittingAnOlderTextThanTheNewestIsRefused() {
        save(essay, 0, "w1", text("old"));
        save(essay, 1, "w2", text("new"));
        assertThat(attempts.submit(mina, essay, 1)).isInstanceOf(Outcome.Stale.class);
        assertThat(attempts.find(mina, essay).orElseThrow().submittedAt()).isEmpty();
    }

    @Test
    void nothingCanNotBeSubmitted() {
        assertThatThrownBy(() -> attempts.submit(mina, essay, 0)).isInstanceOf(Unanswerable.class);
        save(essay, 0, "w1", text("  "));
        assertThatThrownBy(() -> attempts.submit(mina, essay, 1)).isInstanceOf(Unanswerable.class);
    }

    @Test
    void aChoiceMayBeTriedAgainUntilItIsRightOrTheKeyIsShown() {
        save(choice, 0, "w1", new Response.Choice("a"));
        assertThat(attempts.next(mina, choice)).isEmpty();
        attempts.submit(mina, choice, 1);
        var second = attempts.next(mina, choice).orElseThrow();
        save(second, 0, "w2", new Response.Choice("b"));
        attempts.submit(mina, second, 1);
        assertThat(attempts.next(mina, second)).isEmpty();
        assertThat(attempts.current(mina, COURSE, "choice")).isEqualTo(second);
        var third = new AttemptId(mina, COURSE, "choice", 3);
        assertThatThrownBy(() -> save(third, 0, "w3", new Response.Choice("a"))).isInstanceOf(Unanswerable.class);
    }

    @Test
    void afterTheKeyWasShownNothingMoreIsTaken() {
        assertThatThrownBy(() -> attempts.reveal(mina, COURSE, "choice")).isInstanceOf(Unanswerable.class);
        save(choice, 0, "w1", new Response.Choice("a"));
        attempts.submit(mina, choice, 1);
        var second = attempts.next(mina, choice).orElseThrow();
        save(second, 0, "w2", new Response.Choice("a"));
        attempts.reveal(mina, COURSE, "choice");
        assertThat(attempts.next(mina, choice)).isEmpty();
        assertThat(save(second, 1, "w3", new Response.Choice("b"))).isInstanceOf(Outcome.Closed.class);
        assertThat(attempts.submit(mina, second, 1)).isInstanceOf(Outcome.Closed.class);
    }

    @Test
    void whatDoesNotFitTheQuestionIsRefused() {
        assertThatThrownBy(() -> save(choice, 0, "w1", new Response.Choice("z")))
                .isInstanceOf(Unanswerable.class);
        assertThatThrownBy(() -> save(choice, 0, "w1", text("a"))).isInstanceOf(Unanswerable.class);
        assertThatThrownBy(() -> save(essay, 0, "w1", text("x".repeat(51)))).isInstanceOf(Unanswerable.class);
    }

    @Test
    void nobodyWritesForAnotherNorWithoutBeingAStudent() {
        var jun = UserId.random();
        assertThatThrownBy(() -> attempts.save(jun, essay, 0, "w1", text("x")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> attempts.find(jun, essay)).isInstanceOf(AccessDeniedException.class);
        doThrow(new AccessDeniedException("no")).when(enrolments).require(mina, COURSE, Role.STUDENT);
        assertThatThrownBy(() -> save(essay, 0, "w1", text("x"))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aRunIsHeldAsEvidenceUntilTheSubmission() {
        var run = new RunId(UUID.randomUUID());
        assertThatThrownBy(() -> attempts.pin(mina, essay, run)).isInstanceOf(AccessDeniedException.class);
        when(lab.mayRead(mina, run)).thenReturn(true);
        assertThat(attempts.pin(mina, essay, run).pins()).hasSize(1);
        assertThat(attempts.pin(mina, essay, run).pins()).hasSize(1);
        verify(lab).keep(run);
        save(essay, 0, "w1", text("see my run"));
        attempts.submit(mina, essay, 1);
        assertThatThrownBy(() -> attempts.unpin(mina, essay, run)).isInstanceOf(Unanswerable.class);
        assertThat(attempts.find(mina, essay).orElseThrow().pins())
                .extracting(Attempt.Pin::run)
                .containsExactly(run);
    }

    @Test
    void allAttemptsAreWhatEachIsByItself() {
        when(lab.mayRead(any(), any())).thenReturn(true);
        var jun = UserId.random();
        var other = new AttemptId(jun, COURSE, "essay", 1);
        save(essay, 0, "w1", text("first"));
        save(essay, 1, "w2", text("newest"));
        attempts.pin(mina, essay, new RunId(UUID.randomUUID()));
        attempts.pin(mina, essay, new RunId(UUID.randomUUID()));
        attempts.submit(mina, essay, 2);
        attempts.pin(mina, choice, new RunId(UUID.randomUUID()));
        attempts.save(jun, other, 0, "w1", text("another's"));
        var ines = UserId.random();
        assertThat(attempts.of(mina, COURSE))
                .containsExactly(attempts.review(ines, choice), attempts.review(ines, essay));
        assertThat(attempts.in(ines, COURSE))
                .contains(attempts.review(ines, choice), attempts.review(ines, essay), attempts.review(ines, other));
        assertThat(attempts.in(ines, new CourseId("another"))).isEmpty();
    }

    private Outcome save(AttemptId attempt, long base, String writeId, Response response) {
        return attempts.save(mina, attempt, base, writeId, response);
    }

    private static Saved accepted(Outcome outcome) {
        return ((Outcome.Accepted) outcome).saved();
    }

    private static Response text(String markdown) {
        return new Response.Text(markdown);
    }
}
