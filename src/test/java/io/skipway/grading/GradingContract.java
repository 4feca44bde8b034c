package io.skipway.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.when;

import io.skipway.StoreTest;
import io.skipway.attempts.AttemptId;
import io.skipway.attempts.Attempts;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Edition;
import io.skipway.courseware.EditionId;
import io.skipway.courseware.Lesson;
import io.skipway.courseware.Question;
import io.skipway.courseware.QuestionRef;
import io.skipway.courseware.Response;
import io.skipway.courseware.Words;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import io.skipway.lab.Activation;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.Initialiser;
import io.skipway.lab.Lab;
import io.skipway.lab.Measurement;
import io.skipway.lab.Normalisation;
import io.skipway.lab.RunId;
import io.skipway.lab.Skip;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** What is promised of marks, with real attempts and whatever database is beneath. */
@StoreTest
@Import(GradingContract.Rooms.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
abstract class GradingContract {
    private static final Words NONE = new Words("", "");

    private static final GradientFlow FLOW = new GradientFlow(
            2, 8, Activation.TANH, Initialiser.NORMAL, 0.02, Normalisation.NONE, Skip.NONE, 1, "digits", 0, 0.1, 7);

    /** Only imported: found by another test's scan it would bring the server's timer there. */
    @ComponentScan({"io.skipway.attempts", "io.skipway.grading"})
    static class Rooms {}

    @Autowired
    Grading grading;

    @Autowired
    MarkDrafts drafts;

    @Autowired
    Writings writings;

    @Autowired
    Evidence evidence;

    @Autowired
    Attempts attempts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @MockitoBean
    Courses courses;

    @MockitoBean
    Enrolments enrolments;

    @MockitoBean
    Lab lab;

    private final CourseId course = new CourseId("c" + UUID.randomUUID());
    private final UserId mina = UserId.random();
    private final UserId gil = UserId.random();
    private final UserId hana = UserId.random();

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
                        5000,
                        new Question.Rubric(List.of(criterion("product", "0", "4"), criterion("sum", "0", "1.5", "6"))),
                        List.of()),
                new Question.Prediction(
                        "curve",
                        NONE,
                        BigDecimal.TWO,
                        Optional.of("flow"),
                        FLOW,
                        Question.Network.PLAIN,
                        -20,
                        5,
                        List.of(
                                new Question.Within(BigDecimal.ONE, BigDecimal.TWO),
                                new Question.Within(new BigDecimal("3"), BigDecimal.ONE)),
                        List.of()));
        var lesson = new Lesson("one", NONE, Map.of(), questions, List.of());
        var edition = new Edition(course, new EditionId("first"), NONE, NONE, List.of(lesson));
        when(courses.newest(course)).thenReturn(Optional.of(edition));
        when(courses.question(any()))
                .thenAnswer(call -> edition.question(
                                call.<QuestionRef>getArgument(0).question())
                        .orElseThrow());
        when(enrolments.has(gil, course, Role.GRADER)).thenReturn(true);
    }

    @Test
    void aChoiceIsMarkedByItsSubmissionAndTheMarkIsReleased() {
        var first = submitted(mina, "choice", new Response.Choice("a"));
        assertThat(grading.released(mina, first)).hasValueSatisfying(mark -> {
            assertThat(mark.points()).isEqualTo("0");
            assertThat(mark.outOf()).isEqualTo("2");
        });
        var second = new AttemptId(mina, course, "choice", 2);
        submitted(second, new Response.Choice("b"));
        assertThat(grading.marks(gil, course)).containsOnlyKeys(first, second);
        assertThat(grading.released(mina, second).orElseThrow().points()).isEqualTo("2");
        assertThat(grading.counts(gil, course)).isEmpty();
    }

    @Test
    void aPredictionIsMarkedByItsLockAgainstWhatWasMeasured() {
        var profile = new Measurement.Profile(2.3, 0.1, List.of(1e-6, 1e-4, 1e-2), List.of(1.0, 1.0));
        when(lab.sealed(any(), any())).thenReturn(List.of(new Measurement.Gradients(0, profile, null)));
        var near = submitted(mina, "curve", new Response.Curve(List.of(-6.5, -4.5, -2.5)));
        var far = submitted(hana, "curve", new Response.Curve(List.of(-6.0, 0.0, 0.0)));
        assertThat(grading.released(mina, near).orElseThrow().points()).isEqualTo("2");
        assertThat(grading.released(hana, far).orElseThrow().points()).isEqualTo("1");
        assertThat(grading.counts(gil, course)).isEmpty();
    }

    @Test
    void anEssayWaitsUnderAnAlias() {
        var attempt = submitted(mina, "essay", new Response.Text("One path."));
        assertThat(grading.released(mina, attempt)).isEmpty();
        assertThat(grading.counts(gil, course)).containsEntry("essay", new Counts(1, 0, 0));
        var submission = grading.submission(gil, only().id());
        assertThat(submission.alias()).matches("[a-z][2-9]+");
        assertThat(submission.response()).isEqualTo(new Response.Text("One path."));
        assertThat(submission.toString()).doesNotContain(mina.toString());
    }

    @Test
    void aSubmissionAndItsMarkAreThereTogetherOrNotAtAll() {
        var attempt = saved(mina, "choice", new Response.Choice("b"));
        transactions.executeWithoutResult(tx -> {
            attempts.submit(mina, attempt, 1);
            tx.setRollbackOnly();
        });
        assertThat(grading.marks(gil, course)).isEmpty();
        doThrow(new IllegalStateException("no such edition")).when(courses).question(any());
        assertThatThrownBy(() -> attempts.submit(mina, attempt, 1)).isInstanceOf(IllegalStateException.class);
        assertThat(attempts.find(mina, attempt).orElseThrow().submittedAt()).isEmpty();
    }

    @Test
    void aMarkThatIsNotReleasedIsWrittenOverByItsGrader() {
        var attempt = submitted(mina, "essay", new Response.Text("x"));
        var id = only().id();
        assertThat(mark(id, 1, 1).points()).isEqualTo("5.5");
        var other = grading.mark(
                gil,
                id,
                grading.seen(gil, id),
                Map.of("product", 1, "sum", 2),
                Optional.of(new BigDecimal("8.25")),
                "See *this*.");
        assertThat(grading.history(gil, id)).containsExactly(other);
        assertThat(only().mark()).contains(other);
        assertThat(grading.marks(gil, course)).containsEntry(attempt, other);
    }

    @Test
    void twoGradersMarksAreBothKeptAndTheNewestCounts() {
        submitted(mina, "essay", new Response.Text("x"));
        var id = only().id();
        mark(id, 1, 1);
        grading.leave(gil, id);
        grading.mark(hana, id, grading.seen(hana, id), Map.of("product", 0, "sum", 1), Optional.empty(), "");
        assertThat(grading.history(gil, id)).extracting(Mark::points).containsExactly(dec("5.5"), dec("1.5"));
        grading.leave(hana, id);
        mark(id, 1, 2);
        assertThat(grading.history(gil, id)).extracting(Mark::points).containsExactly(dec("1.5"), dec("10"));
        assertThat(only().mark().orElseThrow().points()).isEqualTo("10");
    }

    @Test
    void aMarkKnowsWhetherItsPointsWereSetByHandEvenIfTheyAreTheSum() {
        submitted(mina, "essay", new Response.Text("x"));
        var id = only().id();
        var levels = Map.of("product", 1, "sum", 1);
        grading.mark(gil, id, grading.seen(gil, id), levels, Optional.of(dec("5.5")), "");
        assertThat(only().mark().orElseThrow().byHand()).isTrue();
        grading.mark(gil, id, grading.seen(gil, id), levels, Optional.empty(), "");
        assertThat(only().mark().orElseThrow().byHand()).isFalse();
    }

    @Test
    void aDraftIsKeptForItsGraderAloneAndIsNoMark() {
        submitted(mina, "essay", new Response.Text("x"));
        var id = only().id();
        assertThat(drafts.find(gil, id)).isEmpty();
        drafts.keep(gil, id, grading.seen(gil, id), Map.of(), Optional.empty(), "Wh");
        var draft = drafts.keep(gil, id, grading.seen(gil, id), Map.of("sum", 1), Optional.of("12,5"), "Why *so*?");
        assertThat(drafts.find(gil, id)).contains(draft);
        assertThat(drafts.find(hana, id)).isEmpty();
        assertThat(only().draft()).isTrue();
        assertThat(grading.queue(hana, course, "essay").getFirst().draft()).isFalse();
        assertThat(grading.counts(gil, course)).containsEntry("essay", new Counts(1, 0, 0));
        assertThatThrownBy(() -> grading.release(gil, id, grading.seen(gil, id)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(grading.releaseAll(gil, course, "essay")).isZero();
    }

    @Test
    void aMarkOrItsGraderEndsADraft() {
        submitted(mina, "essay", new Response.Text("x"));
        var id = only().id();
        drafts.keep(gil, id, grading.seen(gil, id), Map.of("sum", 1), Optional.empty(), "a");
        drafts.keep(hana, id, grading.seen(hana, id), Map.of("sum", 2), Optional.empty(), "b");
        mark(id, 1, 1);
        assertThat(drafts.find(gil, id)).isEmpty();
        assertThat(drafts.find(hana, id)).isPresent();
        drafts.discard(hana, id, grading.seen(hana, id));
        assertThat(drafts.find(hana, id)).isEmpty();
        assertThat(only().mark()).isPresent();
    }

    @Test
    void aDraftThatCannotBeKeptWholeIsRefused() {
        submitted(mina, "essay", new Response.Text("x"));
        var id = only().id();
        var tooLong = "x".repeat(20_001);
        assertThatThrownBy(() -> drafts.keep(gil, id, grading.seen(gil, id), Map.of("sum", 3), Optional.empty(), ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> drafts.keep(gil, id, grading.seen(gil, id), Map.of("x", 0), Optional.empty(), ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> drafts.keep(gil, id, grading.seen(gil, id), Map.of(), Optional.empty(), tooLong))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> drafts.keep(gil, id, grading.seen(gil, id), Map.of(), Optional.of(tooLong), ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(drafts.find(gil, id)).isEmpty();
    }

    @Test
    void twoTabsOfAGraderDoNotOverwriteEachOthersDraft() {
        submitted(mina, "essay", new Response.Text("x"));
        var id = only().id();
        var nothing = grading.seen(gil, id);
        assertThat(nothing).isEmpty();
        var first = drafts.keep(gil, id, nothing, Map.of("sum", 1), Optional.empty(), "from the first tab");
        assertThatThrownBy(() -> drafts.keep(gil, id, nothing, Map.of("sum", 2), Optional.empty(), "from the second"))
                .isInstanceOf(ChangedElsewhere.class);
        assertThatThrownBy(() -> drafts.discard(gil, id, nothing)).isInstanceOf(ChangedElsewhere.class);
        assertThat(drafts.find(gil, id)).contains(first);
        var seen = Optional.of(first.at());
        var second = drafts.keep(gil, id, seen, Map.of("sum", 2), Optional.empty(), "told, and chosen");
        assertThat(grading.seen(gil, id)).contains(second.at());
    }

    @Test
    void aTabThatSawNoMarkNeitherSetsAnotherNorReleasesTheOneItDidNotSee() {
        var attempt = submitted(mina, "essay", new Response.Text("x"));
        var id = only().id();
        var before = grading.seen(gil, id);
        var mark = mark(id, 1, 2);
        var levels = Map.of("product", 0, "sum", 0);
        assertThatThrownBy(() -> grading.mark(gil, id, before, levels, Optional.empty(), ""))
                .isInstanceOf(ChangedElsewhere.class);
        assertThatThrownBy(() -> drafts.keep(gil, id, before, Map.of(), Optional.empty(), "late"))
                .isInstanceOf(ChangedElsewhere.class);
        assertThatThrownBy(() -> grading.release(gil, id, before)).isInstanceOf(ChangedElsewhere.class);
        assertThat(grading.released(mina, attempt)).isEmpty();
        assertThat(grading.history(gil, id)).containsExactly(mark);
        grading.release(gil, id, Optional.of(mark.at()));
        assertThat(grading.released(mina, attempt)).isPresent();
    }

    @Test
    void ofTwoTabsAtTheSameMomentOneIsKeptAndTheOtherIsTold() throws Exception {
        submitted(mina, "essay", new Response.Text("x"));
        var id = only().id();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var all = java.util.stream.IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<Boolean>) () -> {
                        try {
                            drafts.keep(gil, id, Optional.empty(), Map.of("sum", 1), Optional.empty(), "tab " + i);
                            return true;
                        } catch (ChangedElsewhere told) {
                            return false;
                        }
                    })
                    .toList();
            assertThat(threads.invokeAll(all).stream().map(java.util.concurrent.Future::resultNow))
                    .containsOnlyOnce(true);
        }
    }

    @Test
    void aGraderReadsHowAnEssayWasWrittenAndWhatCameLateButNotByWhom() {
        var attempt = saved(mina, "essay", new Response.Text("one"));
        attempts.save(mina, attempt, 1, "w2", new Response.Text("one two"));
        attempts.submit(mina, attempt, 2);
        attempts.save(mina, attempt, 2, "w3", new Response.Text("one two three"));
        var history = writings.of(gil, only().id());
        assertThat(history.saved()).hasSize(2);
        assertThat(history.aside())
                .singleElement()
                .satisfies(aside -> assertThat(aside.late()).isTrue());
        assertThat(history.toString()).doesNotContain(mina.toString());
        assertThat(grading.submission(gil, only().id()).response()).isEqualTo(new Response.Text("one two"));
    }

    @Test
    void theQuestionsThatWereAskedHaveTheEditionThatWasAnsweredLast() {
        assertThat(grading.asked(gil, course)).isEmpty();
        submitted(mina, "choice", new Response.Choice("a"));
        submitted(mina, "essay", new Response.Text("x"));
        submitted(hana, "essay", new Response.Text("y"));
        var second = new EditionId("second");
        jdbc.sql("update submission set edition = ? where person = ?")
                .params(second.hash(), hana.value())
                .update();
        assertThat(grading.asked(gil, course)).isEqualTo(Map.of("essay", new QuestionRef(course, second, "essay")));
    }

    @Test
    void aMarkOutsideOfTheRubricIsRefused() {
        submitted(mina, "essay", new Response.Text("x"));
        var id = only().id();
        var whole = Map.of("product", 1, "sum", 2);
        for (var levels : List.of(Map.of("product", 1), Map.of("product", 2, "sum", 0), Map.of("product", 1, "x", 0))) {
            assertThatThrownBy(() -> grading.mark(gil, id, grading.seen(gil, id), levels, Optional.empty(), ""))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (var points : List.of("-0.5", "10.5", "1.234")) {
            assertThatThrownBy(() -> grading.mark(gil, id, grading.seen(gil, id), whole, Optional.of(dec(points)), ""))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(grading.history(gil, id)).isEmpty();
        assertThat(grading.mark(gil, id, grading.seen(gil, id), whole, Optional.of(dec("10")), "")
                        .points())
                .isEqualByComparingTo("10");
    }

    @Test
    void aMarkIsHiddenUntilItIsReleasedAndSoIsEveryChangeOfIt() {
        var attempt = submitted(mina, "essay", new Response.Text("x"));
        var id = only().id();
        assertThatThrownBy(() -> grading.release(gil, id, grading.seen(gil, id)))
                .isInstanceOf(IllegalArgumentException.class);
        mark(id, 0, 1);
        assertThat(grading.released(mina, attempt)).isEmpty();
        grading.release(gil, id, grading.seen(gil, id));
        grading.release(gil, id, grading.seen(gil, id));
        assertThat(grading.released(mina, attempt).orElseThrow().points()).isEqualTo("1.5");
        mark(id, 1, 1);
        mark(id, 1, 2);
        assertThat(grading.history(gil, id)).extracting(Mark::points).containsExactly(dec("1.5"), dec("10"));
        assertThat(grading.released(mina, attempt).orElseThrow().points()).isEqualTo("1.5");
        assertThat(grading.counts(gil, course)).containsEntry("essay", new Counts(0, 1, 0));
        grading.release(gil, id, grading.seen(gil, id));
        assertThat(grading.released(mina, attempt).orElseThrow().points()).isEqualTo("10");
        assertThat(grading.history(gil, id)).extracting(Mark::released).containsExactly(true, true);
    }

    @Test
    void aWholeQuestionIsReleasedButWhatHasNoMarkWaits() {
        for (int i = 0; i < 3; i++) {
            submitted(UserId.random(), "essay", new Response.Text("x" + i));
        }
        var queue = grading.queue(gil, course, "essay");
        mark(queue.get(0).id(), 0, 0);
        mark(queue.get(1).id(), 1, 2);
        assertThat(grading.counts(gil, course)).containsEntry("essay", new Counts(1, 2, 0));
        assertThat(grading.releaseAll(gil, course, "essay")).isEqualTo(2);
        assertThat(grading.releaseAll(gil, course, "essay")).isZero();
        assertThat(grading.counts(gil, course)).containsEntry("essay", new Counts(1, 0, 2));
    }

    @Test
    void twoGradersDoNotReadTheSameEssay() {
        submitted(UserId.random(), "essay", new Response.Text("x"));
        submitted(UserId.random(), "essay", new Response.Text("y"));
        var gils = grading.next(gil, course, "essay", Optional.empty()).orElseThrow();
        var hanas = grading.next(hana, course, "essay", Optional.empty()).orElseThrow();
        assertThat(gils).isNotEqualTo(hanas);
        assertThat(grading.claim(hana, gils)).isFalse();
        assertThat(grading.queue(hana, course, "essay"))
                .extracting(QueueEntry::claim)
                .containsExactly(QueueEntry.Claim.ANOTHER, QueueEntry.Claim.ME);
        assertThatThrownBy(() -> grading.mark(
                        hana, gils, grading.seen(hana, gils), Map.of("product", 0, "sum", 0), Optional.empty(), ""))
                .isInstanceOf(ClaimedByAnother.class);
        assertThat(grading.next(gil, course, "essay", Optional.of(gils))).isEmpty();
        grading.leave(hana, gils);
        assertThat(grading.claim(hana, gils)).isFalse();
        grading.leave(gil, gils);
        assertThat(grading.claim(hana, gils)).isTrue();
    }

    @Test
    void aClaimEndsByItself() {
        submitted(mina, "essay", new Response.Text("x"));
        var id = only().id();
        assertThat(grading.claim(gil, id)).isTrue();
        jdbc.sql("update claim set expires_at = ? where submission = ?")
                .params(OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(1), id.value())
                .update();
        assertThat(only().claim()).isEqualTo(QueueEntry.Claim.NOBODY);
        assertThat(grading.claim(hana, id)).isTrue();
    }

    @Test
    void submissionsAtTheSameMomentGetDifferentAliases() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var all = java.util.stream.IntStream.range(0, 60)
                    .mapToObj(i ->
                            (Callable<AttemptId>) () -> submitted(UserId.random(), "essay", new Response.Text("x" + i)))
                    .toList();
            for (var done : threads.invokeAll(all)) {
                done.get();
            }
        }
        assertThat(grading.queue(gil, course, "essay"))
                .hasSize(60)
                .extracting(QueueEntry::alias)
                .doesNotHaveDuplicates();
    }

    @Test
    void aGraderMayReadTheRunsThatWerePinnedToWhatWasSubmitted() {
        var run = new RunId(UUID.randomUUID());
        when(lab.mayRead(mina, run)).thenReturn(true);
        attempts.pin(mina, new AttemptId(mina, course, "essay", 1), run);
        assertThat(evidence.mayRead(gil, run)).isFalse();
        submitted(mina, "essay", new Response.Text("see my run"));
        assertThat(evidence.mayRead(gil, run)).isTrue();
        assertThat(evidence.mayRead(UserId.random(), run)).isFalse();
    }

    @Test
    void nobodyGradesWithoutBeingAGraderOfTheCourse() {
        var attempt = submitted(mina, "essay", new Response.Text("x"));
        var id = only().id();
        doThrow(new AccessDeniedException("no")).when(enrolments).require(hana, course, Role.GRADER);
        doThrow(new AccessDeniedException("no")).when(enrolments).require(hana, course, Role.INSTRUCTOR, Role.GRADER);
        List<Callable<?>> forbidden = List.of(
                () -> grading.counts(hana, course),
                () -> grading.queue(hana, course, "essay"),
                () -> grading.asked(hana, course),
                () -> grading.submission(hana, id),
                () -> grading.claim(hana, id),
                () -> grading.next(hana, course, "essay", Optional.empty()),
                () -> grading.mark(hana, id, Optional.empty(), Map.of("product", 0, "sum", 0), Optional.empty(), ""),
                () -> grading.history(hana, id),
                () -> grading.seen(hana, id),
                () -> writings.of(hana, id),
                () -> drafts.keep(hana, id, Optional.empty(), Map.of(), Optional.empty(), ""),
                () -> drafts.find(hana, id),
                () -> grading.releaseAll(hana, course, "essay"),
                () -> grading.marks(hana, course),
                () -> grading.released(hana, attempt),
                () -> grading.submission(gil, new SubmissionId(UUID.randomUUID())));
        forbidden.forEach(call -> assertThatThrownBy(call::call).isInstanceOf(AccessDeniedException.class));
        assertThatThrownBy(() -> grading.release(hana, id, Optional.empty())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> grading.leave(hana, id)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> drafts.discard(hana, id, Optional.empty())).isInstanceOf(AccessDeniedException.class);
    }

    private QueueEntry only() {
        return grading.queue(gil, course, "essay").getFirst();
    }

    private Mark mark(SubmissionId id, int product, int sum) {
        return grading.mark(
                gil, id, grading.seen(gil, id), Map.of("product", product, "sum", sum), Optional.empty(), "");
    }

    private AttemptId saved(UserId who, String exercise, Response response) {
        var attempt = new AttemptId(who, course, exercise, 1);
        attempts.save(who, attempt, 0, "w1", response);
        return attempt;
    }

    private AttemptId submitted(UserId who, String exercise, Response response) {
        var attempt = new AttemptId(who, course, exercise, 1);
        submitted(attempt, response);
        return attempt;
    }

    private void submitted(AttemptId attempt, Response response) {
        attempts.save(attempt.person(), attempt, 0, "w1", response);
        attempts.submit(attempt.person(), attempt, 1);
    }

    private static Question.Criterion criterion(String id, String... points) {
        return new Question.Criterion(
                id,
                NONE,
                java.util.stream.Stream.of(points)
                        .map(worth -> new Question.Level(NONE, dec(worth)))
                        .toList());
    }

    private static BigDecimal dec(String number) {
        return new BigDecimal(number);
    }
}
