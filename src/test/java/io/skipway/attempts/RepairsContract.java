package io.skipway.attempts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.skipway.StoreTest;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Draw;
import io.skipway.courseware.Edition;
import io.skipway.courseware.EditionId;
import io.skipway.courseware.Lesson;
import io.skipway.courseware.Question;
import io.skipway.courseware.Response;
import io.skipway.courseware.Words;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.UserId;
import io.skipway.lab.Activation;
import io.skipway.lab.ExperimentRejected;
import io.skipway.lab.Health;
import io.skipway.lab.Initialiser;
import io.skipway.lab.Lab;
import io.skipway.lab.Skip;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is promised of repairs, whatever database is beneath. */
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
abstract class RepairsContract {
    private static final CourseId COURSE = new CourseId("deep-cnn");
    private static final Words NONE = new Words("", "");
    private static final Health SICK = health(0.5, 7);
    private static final Question.Repair REPAIR = new Question.Repair(
            "dead",
            NONE,
            BigDecimal.TWO,
            Optional.of("sick"),
            SICK,
            SICK.controls().stream()
                    .filter(dial -> dial.name().equals("learningRate"))
                    .toList(),
            3,
            List.of(new Question.Goal(new BigDecimal("0.7"), BigDecimal.TWO)),
            List.of());

    @Autowired
    Attempts attempts;

    @MockitoBean
    Courses courses;

    @MockitoBean
    Enrolments enrolments;

    @MockitoBean
    Lab lab;

    private final UserId mina = UserId.random();
    private final AttemptId repair = new AttemptId(mina, COURSE, "dead", 1);

    @BeforeEach
    void aCourseWithARepair() {
        var edition = new Edition(
                COURSE,
                new EditionId("first"),
                NONE,
                NONE,
                List.of(new Lesson("one", NONE, Map.of(), List.of(REPAIR), List.of())));
        when(courses.newest(COURSE)).thenReturn(Optional.of(edition));
        when(courses.question(any())).thenReturn(REPAIR);
    }

    @Test
    void isTrainedWhenItIsFinalOnSeedsOfTheServerAndOnceOnly() {
        reaches(0.8, 0.0, 0.75);
        save(0, "w1", rate("0.1"));
        save(1, "w2", rate("0.05"));
        verify(lab, never()).trained(any(), any(), anyInt());
        assertThat(attempts.draw(mina, repair)).isEqualTo(Draw.NONE);

        assertThat(attempts.submit(mina, repair, 2)).isInstanceOf(Outcome.Accepted.class);
        var asked = ArgumentCaptor.forClass(Health.class);
        verify(lab).trained(eq(mina), asked.capture(), eq(3));
        var seed = asked.getValue().seed();
        assertThat(asked.getValue()).isEqualTo(health(0.05, seed));
        assertThat(seed < 5 || seed > 7)
                .as("the sheet's seed is none of the three")
                .isTrue();
        var draw = attempts.draw(mina, repair);
        assertThat(draw.seed()).isEqualTo(seed);
        assertThat(draw.measured()).containsExactly(0.8, 0.0, 0.75);

        reaches(1.0, 1.0, 1.0);
        attempts.submit(mina, repair, 2);
        assertThat(attempts.draw(mina, repair)).isEqualTo(draw);
        assertThat(save(2, "w3", rate("0.01"))).isInstanceOf(Outcome.Closed.class);
        assertThat(attempts.next(mina, repair)).isEmpty();
    }

    @Test
    void readsBackWhatWasTurned() {
        var saved = ((Outcome.Accepted) save(0, "w1", rate("5e-2"))).saved();
        assertThat(attempts.find(mina, repair).orElseThrow().newest()).contains(saved);
        assertThat(saved.response()).isEqualTo(rate("5e-2"));
    }

    @Test
    void whatCantBeTrainedNowIsNotFinal() {
        when(lab.trained(any(), any(), anyInt())).thenThrow(new ExperimentRejected("busy", Map.of()));
        save(0, "w1", rate("0.05"));
        assertThatThrownBy(() -> attempts.submit(mina, repair, 1)).isInstanceOf(ExperimentRejected.class);
        assertThat(attempts.find(mina, repair).orElseThrow().submittedAt()).isEmpty();
        assertThat(attempts.draw(mina, repair)).isEqualTo(Draw.NONE);
        assertThat(save(1, "w2", rate("0.04"))).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void aStaleSubmissionTrainsNothing() {
        save(0, "w1", rate("0.05"));
        save(1, "w2", rate("0.04"));
        assertThat(attempts.submit(mina, repair, 1)).isInstanceOf(Outcome.Stale.class);
        verify(lab, never()).trained(any(), any(), anyInt());
    }

    @Test
    void aNetworkAsSickAsItWasIsSavedAndNotSubmitted() {
        save(0, "w1", rate("0.50"));
        refused("unchanged", () -> attempts.submit(mina, repair, 1));
        save(1, "w2", new Response.Settings(Map.of()));
        refused("empty", () -> attempts.submit(mina, repair, 2));
        verify(lab, never()).trained(any(), any(), anyInt());
        assertThat(attempts.find(mina, repair).orElseThrow().submittedAt()).isEmpty();
    }

    @Test
    void onlyDialsInTheirRangeAreSaved() {
        refused("out-of-range", () -> save(0, "w1", rate("11")));
        refused("unknown-setting", () -> save(0, "w1", new Response.Settings(Map.of("seed", "1"))));
        refused("unfit", () -> save(0, "w1", new Response.Text("0.05")));
        assertThat(attempts.find(mina, repair).orElseThrow().newest()).isEmpty();
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Unanswerable.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private Outcome save(long base, String writeId, Response response) {
        return attempts.save(mina, repair, base, writeId, response);
    }

    private void reaches(Double... accuracies) {
        when(lab.trained(any(), any(), anyInt())).thenReturn(List.of(accuracies));
    }

    private static Response rate(String value) {
        return new Response.Settings(Map.of("learningRate", value));
    }

    private static Health health(double rate, long seed) {
        return new Health(8, Activation.RELU, Initialiser.HE, 0.02, Skip.NONE, 200, rate, seed);
    }
}
