package io.skipway.attempts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.skipway.StoreTest;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Draw;
import io.skipway.courseware.Edition;
import io.skipway.courseware.EditionId;
import io.skipway.courseware.Lesson;
import io.skipway.courseware.NumberKey;
import io.skipway.courseware.Question;
import io.skipway.courseware.Response;
import io.skipway.courseware.Tolerance;
import io.skipway.courseware.Words;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import io.skipway.lab.Activation;
import io.skipway.lab.ExperimentRejected;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.Health;
import io.skipway.lab.IdentityTerm;
import io.skipway.lab.Initialiser;
import io.skipway.lab.Lab;
import io.skipway.lab.Measurement;
import io.skipway.lab.Normalisation;
import io.skipway.lab.RunId;
import io.skipway.lab.Skip;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
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
@Import({
    Attempts.class,
    AttemptRows.class,
    Draws.class,
    Finishing.class,
    GrantRows.class,
    OpenQuestions.class,
    OpenSittings.class,
    Practisable.class,
    SittingRows.class,
    Sittings.class
})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@RecordApplicationEvents
abstract class AttemptsContract {
    private static final CourseId COURSE = new CourseId("deep-cnn");
    private static final Words NONE = new Words("", "");

    private static final GradientFlow FLOW = new GradientFlow(
            8, 8, Activation.TANH, Initialiser.NORMAL, 0.02, Normalisation.NONE, Skip.IDENTITY, 1, "digits", 0, 0.1, 7);
    private static final Question.Prediction PREDICTION = new Question.Prediction(
            "curve",
            NONE,
            BigDecimal.TWO,
            Optional.of("flow"),
            FLOW,
            Question.Network.RESIDUAL,
            -20,
            5,
            List.of(new Question.Within(BigDecimal.ONE, BigDecimal.TWO)),
            List.of());

    private static final Question.Numeric COMPUTED = new Question.Numeric(
            "number",
            NONE,
            BigDecimal.TWO,
            Optional.of("flow"),
            new NumberKey.Computed(
                    "flow",
                    FLOW,
                    NumberKey.Quantity.RATIO_PLAIN,
                    Map.of("sd", List.of("0.02", "0.05"), "depth", List.of("8", "9", "10", "11", "12"))),
            new Tolerance(Tolerance.Measure.DECADES, List.of(new Tolerance.Step(BigDecimal.ONE, BigDecimal.TWO))),
            "",
            false,
            List.of());

    @Autowired
    OpenQuestions closure;

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
    private final AttemptId curve = new AttemptId(mina, COURSE, "curve", 1);
    private final AttemptId number = new AttemptId(mina, COURSE, "number", 1);
    private final AttemptId choice = new AttemptId(mina, COURSE, "choice", 1);

    @BeforeEach
    void aCourseWithAChoiceAndAnEssay() {
        var options = List.of(new Question.Option("a", NONE, NONE), new Question.Option("b", NONE, NONE));
        List<Question> questions = List.of(
                new Question.SingleChoice("choice", NONE, BigDecimal.TWO, Optional.empty(), options, "b"),
                new Question.Essay(
                        "essay", NONE, BigDecimal.TEN, Optional.empty(), 50, new Question.Rubric(List.of()), List.of()),
                PREDICTION,
                COMPUTED);
        var edition = new Edition(
                COURSE,
                new EditionId("first"),
                NONE,
                NONE,
                List.of(new Lesson("one", NONE, Map.of(), questions, List.of())));
        when(courses.newest(COURSE)).thenReturn(Optional.of(edition));
        when(courses.all()).thenReturn(List.of(edition));
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

    /** As a text is that was cut in the middle of an emoji, or that has a character which a store reserves. */
    @Test
    void aReceiptOfASignThatIsNoneReadsTheSameTomorrow() {
        var receipt = accepted(save(essay, 0, "w1", text("half of \ud83e, and nothing: \u0000")));
        assertThat(attempts.find(mina, essay).orElseThrow().newest()).contains(receipt);
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
    void aPredictionIsMeasuredAtItsLockWithASeedOfTheServerAndOnceOnly() {
        measures(1e-3, 1e-8);
        save(curve, 0, "w1", drawing(-8, 9));
        verify(lab, never()).sealed(any(), any());
        assertThat(attempts.draw(mina, curve)).isEqualTo(Draw.NONE);

        attempts.submit(mina, curve, 1);
        var asked = ArgumentCaptor.forClass(GradientFlow.class);
        verify(lab).sealed(eq(mina), asked.capture());
        var seed = asked.getValue().seed();
        assertThat(asked.getValue()).isEqualTo(FLOW.seeded(seed)).isNotEqualTo(FLOW);
        var draw = attempts.draw(mina, curve);
        assertThat(draw).isEqualTo(new Draw(seed, Collections.nCopies(9, -8.0)));
        assertThat(events.stream(AttemptSubmitted.class))
                .singleElement()
                .satisfies(told -> assertThat(told.draw()).isEqualTo(draw));

        measures(1, 1);
        attempts.submit(mina, curve, 1);
        assertThat(attempts.draw(mina, curve)).isEqualTo(draw);
        assertThat(save(curve, 1, "w2", drawing(0, 9))).isInstanceOf(Outcome.Closed.class);
        assertThat(attempts.next(mina, curve)).isEmpty();
    }

    @Test
    void aPredictionThatCantBeMeasuredIsNotLocked() {
        when(lab.sealed(any(), any())).thenThrow(new ExperimentRejected("busy", Map.of()));
        save(curve, 0, "w1", drawing(-8, 9));
        assertThatThrownBy(() -> attempts.submit(mina, curve, 1)).isInstanceOf(ExperimentRejected.class);
        assertThat(attempts.find(mina, curve).orElseThrow().submittedAt()).isEmpty();
        assertThat(attempts.draw(mina, curve)).isEqualTo(Draw.NONE);
        assertThat(accepted(save(curve, 1, "w2", drawing(-9, 9))).sequence()).isEqualTo(2);
    }

    @Test
    void aStaleLockTellsNothing() {
        measures(1, 1);
        save(curve, 0, "w1", drawing(-8, 9));
        save(curve, 1, "w2", drawing(-9, 9));
        assertThat(attempts.submit(mina, curve, 1)).isInstanceOf(Outcome.Stale.class);
        assertThat(attempts.draw(mina, curve)).isEqualTo(Draw.NONE);
    }

    @Test
    void aCurveHasAValueOnTheAxisForEachLayer() {
        for (var unfit :
                List.of(drawing(-8, 8), drawing(-20.1, 9), drawing(5.1, 9), drawing(Double.NaN, 9), text("down"))) {
            assertThatThrownBy(() -> save(curve, 0, "w1", unfit))
                    .isInstanceOfSatisfying(
                            Unanswerable.class, e -> assertThat(e.code()).isEqualTo("unfit"));
        }
        assertThat(accepted(save(curve, 0, "w1", drawing(-20, 9))).response()).isEqualTo(drawing(-20, 9));
    }

    @Test
    void whatIsDrawnAtTheFirstLookStaysAndIsMeasuredAtTheSubmission() {
        measures(1e-3, 1e-8);
        var values = attempts.values(mina, number);
        assertThat(values).containsOnlyKeys("sd", "depth");
        assertThat(List.of("0.02", "0.05")).contains(values.get("sd"));
        assertThat(attempts.values(mina, number)).isEqualTo(values);
        assertThat(attempts.find(mina, number)).isEmpty();
        save(number, 0, "w1", new Response.Number("1e-3"));
        assertThat(attempts.values(mina, number)).isEqualTo(values);
        assertThat(attempts.draw(mina, number)).isEqualTo(Draw.NONE);
        verify(lab, never()).sealed(any(), any());

        attempts.submit(mina, number, 1);
        var asked = ArgumentCaptor.forClass(GradientFlow.class);
        verify(lab).sealed(eq(mina), asked.capture());
        assertThat(asked.getValue().seed()).isNotEqualTo(FLOW.seed());
        assertThat(String.valueOf(asked.getValue().depth())).isEqualTo(values.get("depth"));
        assertThat(String.valueOf(asked.getValue().sd())).isEqualTo(values.get("sd"));
        assertThat(attempts.draw(mina, number))
                .isEqualTo(new Draw(asked.getValue().seed(), Collections.nCopies(9, -3.0), values));
        assertThat(attempts.values(mina, number)).isEqualTo(values);
    }

    @Test
    void twoFirstLooksAtOnceGiveTheSameDraw() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 1; i <= 5; i++) {
                var attempt = new AttemptId(mina, COURSE, "number", i);
                var looks =
                        Collections.nCopies(8, (Callable<Map<String, String>>) () -> attempts.values(mina, attempt));
                var seen = new java.util.HashSet<Map<String, String>>();
                for (var look : threads.invokeAll(looks)) {
                    seen.add(look.get());
                }
                assertThat(seen).singleElement().isEqualTo(attempts.values(mina, attempt));
            }
        }
    }

    @Test
    void valuesAreTheirPersonsOnlyAndOfQuestionsThatDrawSome() {
        assertThat(attempts.values(mina, essay)).isEmpty();
        assertThatThrownBy(() -> attempts.values(UserId.random(), number)).isInstanceOf(AccessDeniedException.class);
        doThrow(new AccessDeniedException("no student")).when(enrolments).require(mina, COURSE, Role.STUDENT);
        assertThatThrownBy(() -> attempts.values(mina, number)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aNumberIsKeptAsItWasTypedAndFinalOnlyIfItIsOne() {
        measures(1e-3, 1e-8);
        var base = 0L;
        for (var refused : Map.of(
                        "about a third",
                        "number-no-number",
                        "1/3",
                        "number-not-one",
                        "1,234",
                        "number-separator",
                        "5 kg",
                        "number-unit",
                        "-14",
                        "number-not-positive",
                        "  ",
                        "empty")
                .entrySet()) {
            assertThat(accepted(save(number, base, "w" + base, new Response.Number(refused.getKey())))
                            .response())
                    .isEqualTo(new Response.Number(refused.getKey()));
            var last = ++base;
            assertThatThrownBy(() -> attempts.submit(mina, number, last))
                    .isInstanceOfSatisfying(
                            Unanswerable.class, e -> assertThat(e.code()).isEqualTo(refused.getValue()));
            assertThat(attempts.draw(mina, number)).isEqualTo(Draw.NONE);
        }
        var long101 = new Response.Number("1".repeat(101));
        assertThatThrownBy(() -> save(number, 5, "long", long101))
                .isInstanceOfSatisfying(
                        Unanswerable.class, e -> assertThat(e.code()).isEqualTo("too-long"));
        save(number, base, "last", new Response.Number("1,3·10^-3"));
        assertThat(attempts.submit(mina, number, base + 1)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void aLabIsClosedToStudentsUntilTheyLockTheirPredictionOfIt() {
        when(enrolments.roles(mina, COURSE)).thenReturn(Set.of(Role.STUDENT));
        var other = new IdentityTerm(0.5, Activation.TANH, "none", 8, 1);
        assertThat(closure.closes(mina, FLOW)).isTrue();
        assertThat(closure.closes(mina, FLOW.seeded(99))).isTrue();
        assertThat(closure.closes(mina, other)).isFalse();
        // What goes forward through such a stack shrinks as its gradient does.
        assertThat(closure.closes(mina, health(FLOW.initialiser()))).isTrue();
        assertThat(closure.closes(mina, health(Initialiser.HE))).isFalse();
        measures(1, 1);
        save(curve, 0, "w1", drawing(-8, 9));
        assertThat(closure.closes(mina, FLOW)).isTrue();
        attempts.submit(mina, curve, 1);
        assertThat(closure.closes(mina, FLOW)).isFalse();
    }

    private static Health health(Initialiser initialiser) {
        return new Health(30, FLOW.activation(), initialiser, 0.05, Skip.NONE, 1, 0.01, 5);
    }

    @Test
    void aComputedNumberIsFinalOnlyAfterThePredictionThatItsKeyWouldTell() {
        when(enrolments.roles(mina, COURSE)).thenReturn(Set.of(Role.STUDENT));
        measures(1e-3, 1e-8);
        save(number, 0, "w1", new Response.Number("1e-3"));
        assertThatThrownBy(() -> attempts.submit(mina, number, 1))
                .isInstanceOfSatisfying(
                        Unanswerable.class, e -> assertThat(e.code()).isEqualTo("prediction-open"));
        verify(lab, never()).sealed(any(), any());
        save(curve, 0, "w1", drawing(-8, 9));
        attempts.submit(mina, curve, 1);
        assertThat(attempts.submit(mina, number, 1)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void whoTeachesGradesOrIsNotInTheCourseFindsItOpen() {
        var jun = UserId.random();
        when(enrolments.roles(jun, COURSE)).thenReturn(Set.of(Role.STUDENT));
        for (var roles : List.<Set<Role>>of(
                Set.of(), Set.of(Role.INSTRUCTOR), Set.of(Role.STUDENT, Role.INSTRUCTOR), Set.of(Role.GRADER))) {
            when(enrolments.roles(mina, COURSE)).thenReturn(roles);
            assertThat(closure.closes(mina, FLOW)).as(roles.toString()).isFalse();
        }
        assertThat(closure.closes(jun, FLOW)).isTrue();
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

    private void measures(double plain, double residual) {
        when(lab.sealed(any(), any()))
                .thenReturn(List.of(new Measurement.Gradients(0, profile(plain), profile(residual))));
    }

    private static Measurement.Profile profile(double norm) {
        return new Measurement.Profile(2.3, 0.1, Collections.nCopies(9, norm), Collections.nCopies(8, norm));
    }

    private static Response drawing(double exponent, int values) {
        return new Response.Curve(Collections.nCopies(values, exponent));
    }

    private static Saved accepted(Outcome outcome) {
        return ((Outcome.Accepted) outcome).saved();
    }

    private static Response text(String markdown) {
        return new Response.Text(markdown);
    }
}
