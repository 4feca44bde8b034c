package io.skipway.attempts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.when;

import io.skipway.courseware.Quiz;
import io.skipway.identity.Role;
import io.skipway.lab.ExperimentRejected;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** What is promised of sitting a quiz by the server's clock, whatever database is beneath. */
abstract class SittingsContract extends SittingsScene {
    @Test
    void whatIsDrawnStays() {
        rules.sections = List.of(pool(true, 2, "choice", "second", "third"), section("number"));
        rules.attempts = OptionalInt.of(40);
        teach();
        var plans = new HashSet<List<String>>();
        for (int i = 0; i < 30; i++) {
            var id = begin();
            var plan = now(id).items().stream().map(Sitting.Item::question).toList();
            assertThat(plan).hasSize(3).endsWith("number").doesNotHaveDuplicates();
            assertThat(now(id).items().getFirst().points())
                    .hasValueSatisfying(one -> assertThat(one).isEqualByComparingTo("1"));
            assertThat(begin()).isEqualTo(id);
            plans.add(plan);
            submit(id);
            assertThat(now(id).items().stream().map(Sitting.Item::question)).isEqualTo(plan);
        }
        assertThat(plans).hasSizeGreaterThan(1);
    }

    @Test
    void twoTabsThatBeginAtOnceBeginOneSitting() throws Exception {
        teach();
        try (var threads = Executors.newFixedThreadPool(6)) {
            var begun = threads.invokeAll(Collections.nCopies(6, (Callable<SittingId>) this::begin)).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
            assertThat(Set.copyOf(begun)).hasSize(1);
        }
        assertThat(sittings.of(mina, course)).hasSize(1);
    }

    @Test
    void noneIsBegunBeforeItOpensNorAfterItCloses() {
        rules.opens = Optional.of(Instant.parse("2024-06-03T10:00:00Z"));
        rules.closes = Optional.of(Instant.parse("2024-06-03T11:00:00Z"));
        teach();
        refused(this::begin, "not-yet-open");
        assertThat(sittings.standing(mina, course, "quiz").at()).isEqualTo(rules.opens);
        at("10:50:00");
        assertThat(now(begin()).endsAt()).isEqualTo(rules.closes);
        at("11:00:00");
        refused(() -> begin(jun), "closed");
    }

    @Test
    void attemptsAndTheTimeBetweenThemAreKept() {
        rules.attempts = OptionalInt.of(2);
        rules.delay = Duration.ofMinutes(60);
        teach();
        submit(begin());
        refused(this::begin, "too-soon");
        assertThat(sittings.standing(mina, course, "quiz").at()).contains(Instant.parse("2024-06-03T10:00:00Z"));
        at("10:00:00");
        submit(begin());
        at("12:00:00");
        refused(this::begin, "no-attempt-left");
    }

    @Test
    void aPasswordIsAskedForOnceAndAQuizThatIsNotThereIsSaid() {
        rules.password = Optional.of("잔차 residual");
        teach();
        refused(this::begin, "wrong-password");
        var id = sittings.begin(mina, course, "quiz", " 잔차 residual ").id();
        assertThat(begin()).isEqualTo(id);
        refused(() -> sittings.begin(mina, course, "none", ""), "unknown");
    }

    @Test
    void whatIsSavedByTheDeadlineCountsAndLaterOnlyWithinTheGrace() {
        teach();
        var id = begin();
        at("09:39:59");
        assertThat(save(id, "essay", 0, text("in time"))).isInstanceOf(Outcome.Accepted.class);
        at("09:40:29");
        server.look();
        assertThat(save(id, "essay", 1, text("in the grace"))).isInstanceOf(Outcome.Accepted.class);
        at("09:40:30");
        assertThat(save(id, "essay", 2, text("late"))).isInstanceOf(Outcome.Closed.class);
        server.look();
        assertThat(save(id, "essay", 2, text(""))).isInstanceOf(Outcome.Closed.class);
        assertThat(newest(id, "essay")).isEqualTo(text("in the grace"));
        assertThat(rows.sideVersions(id.attempt("essay"))).containsExactlyInAnyOrder(text("late"), text(""));
    }

    @Test
    void theServerEndsItAtTheDeadlineAlsoIfItWasDownThen() {
        teach();
        var id = begin();
        save(id, "choice", 0, choose("b"));
        at("15:00:00");
        server.look();
        assertThat(now(id).submittedAt()).contains(Instant.parse("2024-06-03T09:40:00Z"));
        assertThat(now(id).endedBy()).contains(Sitting.EndedBy.SERVER);
        assertThat(now(id).settled()).isTrue();
        assertThat(points(id, "choice")).isEqualTo("2");
    }

    @Test
    void whoSubmitsAnOlderAnswerIsToldWhichAndNothingIsFinal() {
        teach();
        var id = begin();
        save(id, "choice", 0, choose("a"));
        save(id, "choice", 1, choose("b"));
        save(id, "essay", 0, text("x"));
        assertThat(sittings.submit(mina, id, Map.of("choice", 1L, "essay", 1L))).containsExactly("choice");
        assertThat(sittings.submit(mina, id, Map.of())).containsExactly("choice", "essay");
        assertThat(now(id).submittedAt()).isEmpty();
        at("09:40:10");
        assertThat(sittings.submit(mina, id, Map.of("choice", 2L, "essay", 1L))).isEmpty();
        assertThat(now(id).submittedAt()).contains(Instant.parse("2024-06-03T09:40:00Z"));
        assertThat(sittings.submit(mina, id, Map.of())).isEmpty();
        assertThat(newest(id, "essay")).isEqualTo(text("x"));
    }

    @Test
    void aDeadlineThatWasMovedMeanwhileEndsNothing() {
        teach();
        var id = begin();
        at("09:41:00");
        invigilation.give(teacher, id, Duration.ofMinutes(5));
        assertThat(sittingRows.due(id, Instant.parse("2024-06-03T09:40:00Z"))).isFalse();
        server.look();
        assertThat(now(id).submittedAt()).isEmpty();
    }

    @Test
    void oneAnswerThatCantBeMeasuredKeepsNoOtherWaiting() {
        rules.sections = List.of(section("curve", "choice"));
        teach();
        var id = begin();
        save(id, "curve", 0, new io.skipway.courseware.Response.Curve(List.of(-3.0, -3.0, -3.0)));
        save(id, "choice", 0, choose("b"));
        var other = begin(jun);
        save(other, "choice", 0, choose("b"));
        when(lab.sealed(any(), any())).thenThrow(new ExperimentRejected("busy", Map.of()));
        submit(id);
        submit(other);
        assertThat(points(id, "choice")).isEqualTo("2");
        assertThat(now(id).settled()).isFalse();
        assertThat(now(other).settled()).isTrue();
        org.mockito.Mockito.reset(lab);
        measures(1e-3);
        server.look();
        assertThat(now(id).settled()).as("after a pause").isFalse();
        at("09:00:11");
        server.look();
        assertThat(now(id).settled()).isTrue();
        assertThat(points(id, "curve")).isEqualTo("2");
    }

    @Test
    void aSectionThatIsLeftOrNotReachedTakesNothing() {
        rules.sections = List.of(section("choice"), section("second"), section("third"));
        rules.sequential = true;
        teach();
        var id = begin();
        assertThat(save(id, "second", 0, choose("a"))).isInstanceOf(Outcome.Closed.class);
        assertThat(save(id, "choice", 0, choose("a"))).isInstanceOf(Outcome.Accepted.class);
        sittings.advance(mina, id, 0);
        sittings.advance(mina, id, 0);
        assertThat(now(id).section()).isEqualTo(1);
        assertThat(save(id, "choice", 1, choose("b"))).isInstanceOf(Outcome.Closed.class);
        assertThat(save(id, "third", 0, choose("b"))).isInstanceOf(Outcome.Closed.class);
        assertThat(save(id, "second", 0, choose("b"))).isInstanceOf(Outcome.Accepted.class);
        assertThat(newest(id, "choice")).isEqualTo(choose("a"));
        sittings.advance(mina, id, 1);
        sittings.advance(mina, id, 2);
        assertThat(now(id).section()).isEqualTo(2);
    }

    @Test
    void flagsAreKeptPerSitting() {
        teach();
        var id = begin();
        sittings.flag(mina, id, "essay", true);
        sittings.flag(mina, id, "essay", true);
        sittings.flag(mina, id, "choice", true);
        sittings.flag(mina, id, "choice", false);
        assertThat(sittings.flags(mina, id)).containsExactly("essay");
        refused(() -> sittings.flag(mina, id, "third", true), "unknown");
    }

    @Test
    void anothersSittingGivesNothing() {
        teach();
        var id = begin();
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> sittings.find(jun, id),
                () -> sittings.submit(jun, id, Map.of()),
                () -> sittings.heard(jun, id),
                () -> sittings.allowed(jun, now(id)),
                () -> sittings.told(jun, id.attempt("choice")),
                () -> results.of(jun, id),
                () -> results.worth(jun, id.attempt("choice")),
                () -> attempts.save(jun, id.attempt("choice"), 0, "w", choose("a")))) {
            assertThatThrownBy(call).isInstanceOf(AccessDeniedException.class);
        }
        // With a token of one's own there is nothing there.
        var own = SittingId.of(jun, id.token());
        assertThat(sittings.find(jun, own)).isEmpty();
        assertThatThrownBy(() -> save(own, "choice", 0, choose("a"))).isInstanceOf(Unanswerable.class);
        doThrow(new AccessDeniedException("no student")).when(enrolments).require(mina, course, Role.STUDENT);
        assertThatThrownBy(this::begin).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> sittings.submit(mina, id, Map.of())).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aQuestionOfTheBankIsNoExerciseAndItsKeyIsNotShown() {
        teach();
        refused(() -> attempts.save(mina, new AttemptId(mina, course, "choice", 1), 0, "w", choose("a")), "unknown");
        refused(() -> attempts.reveal(mina, course, "quiz.choice"), "with-the-quiz");
        var id = begin();
        submit(id);
        refused(() -> attempts.reveal(mina, course, "quiz.choice"), "with-the-quiz");
        assertThat(attempts.next(mina, id.attempt("choice"))).isEmpty();
    }

    @Test
    void whatWasPractisedUnderTheSameNameIsNotInTheWay() {
        rules.mode = Quiz.Mode.PRACTICE;
        teach();
        var practised = new AttemptId(mina, course, "quiz.choice", 1);
        attempts.save(mina, practised, 0, "w", choose("a"));
        rules.mode = Quiz.Mode.EXAM;
        teach("second");
        var id = begin();
        assertThat(id.number()).isEqualTo(2);
        assertThat(save(id, "choice", 0, choose("b"))).isInstanceOf(Outcome.Accepted.class);
        rules.mode = Quiz.Mode.PRACTICE;
        teach("third");
        submit(id);
        assertThat(points(id, "choice"))
                .as("an exam that becomes practice is one to its end")
                .isEqualTo("2");
    }

    void refused(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Unanswerable.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
