package io.skipway.attempts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import io.skipway.courseware.Quiz;
import io.skipway.courseware.Response;
import io.skipway.courseware.Words;
import io.skipway.grading.QuizResults;
import io.skipway.identity.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;

/** What is promised of marking a quiz, with real marks and whatever database is beneath. */
abstract class SettlingContract extends SittingsScene {
    @Autowired
    ApplicationEvents events;

    @Autowired
    OpenQuestions closure;

    @Test
    void everyKindIsMarkedAtTheEnd() {
        rules.sections = List.of(section("choice", "second", "third", "number", "several", "essay", "curve"));
        teach();
        var id = begin();
        save(id, "choice", 0, choose("b"));
        save(id, "second", 0, choose("b"));
        save(id, "second", 1, choose(""));
        save(id, "number", 0, new Response.Number("about a third"));
        save(id, "several", 0, new Response.Choices(List.of("a")));
        save(id, "essay", 0, text("One path."));
        save(id, "curve", 0, new Response.Curve(List.of(-3.0, -3.0, -3.0)));
        submit(id);
        assertThat(now(id).settled()).isTrue();
        assertThat(points(id, "choice")).isEqualTo("2");
        assertThat(points(id, "number")).isEqualTo("0");
        assertThat(points(id, "several")).isEqualTo("1");
        assertThat(points(id, "curve")).isEqualTo("2");
        for (var without : List.of("second", "third", "essay")) {
            assertThat(points(id, without)).isEmpty();
        }
        assertThat(grading.queue(teacher, course, "quiz.essay")).singleElement().satisfies(entry -> {
            assertThat(entry.alias()).isNotBlank();
            assertThat(entry.mark()).isEmpty();
        });
        assertThat(results.of(mina, id)).hasValueSatisfying(result -> {
            assertThat(result.points()).isEqualByComparingTo("5");
            assertThat(result.outOf()).isEqualByComparingTo("22");
            assertThat(result.waiting()).isEqualTo(1);
        });
    }

    @Test
    void theQuizSaysWhatEachIsWorth() {
        rules.sections = List.of(
                pool(false, 2, "several", "choice"),
                new Quiz.Section(
                        new Words("", ""),
                        false,
                        List.of(new Quiz.Item(List.of("number"), 1, Optional.of(new BigDecimal("5"))))));
        teach();
        var id = begin();
        save(id, "several", 0, new Response.Choices(List.of("a")));
        save(id, "number", 0, new Response.Number("0.5"));
        assertThat(results.all(teacher, course, List.of(now(id)))).isEmpty();
        submit(id);
        assertThat(results.worth(mina, id.attempt("several")))
                .contains(new QuizResults.Points(new BigDecimal("0.5"), BigDecimal.ONE));
        assertThat(results.of(mina, id))
                .contains(new QuizResults.Result(new BigDecimal("5.5"), new BigDecimal("7"), 0));
        assertThat(results.all(teacher, course, List.of(now(id))))
                .containsEntry(id, results.of(mina, id).orElseThrow());
    }

    @Test
    void twoServersAtOnceEndAndMarkOnce() throws Exception {
        teach();
        var ids = new java.util.ArrayList<SittingId>();
        for (int i = 0; i < 5; i++) {
            var id = begin(io.skipway.identity.UserId.random());
            save(id, "choice", 0, choose("b"));
            save(id, "essay", 0, text("x"));
            ids.add(id);
        }
        at("09:40:30");
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Boolean>> looks = List.of(() -> look(server), () -> look(another));
            for (int i = 0; i < 3; i++) {
                threads.invokeAll(looks).forEach(java.util.concurrent.Future::resultNow);
            }
        }
        at("09:41:00");
        look(server);
        for (var id : ids) {
            assertThat(now(id).settled()).isTrue();
            assertThat(grading.marks(teacher, course)).containsKey(id.attempt("choice"));
        }
        assertThat(grading.queue(teacher, course, "quiz.essay")).hasSize(5);
        assertThat(events.stream(AttemptSubmitted.class).map(AttemptSubmitted::attempt))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    private static boolean look(Settling node) {
        node.look();
        return true;
    }

    @Test
    void whatIsDeferredIsNotSubmittedAlone() {
        teach();
        var id = begin();
        save(id, "choice", 0, choose("b"));
        assertThatThrownBy(() -> attempts.submit(mina, id.attempt("choice"), 1))
                .isInstanceOfSatisfying(
                        Unanswerable.class, e -> assertThat(e.code()).isEqualTo("with-the-quiz"));
        assertThat(told(id, "choice")).isEqualTo(new Sittings.Told(false, false, false, 1, 0));
    }

    @Test
    void whatIsCheckedAtOnceIsFinalAndToldBeforeTheEnd() {
        rules.behaviour = new Quiz.Behaviour.Immediate();
        rules.review = new Quiz.Review(Quiz.When.CHECKED, Quiz.When.CHECKED, Quiz.When.SUBMITTED);
        teach();
        var id = begin();
        save(id, "choice", 0, choose("a"));
        assertThat(told(id, "choice")).isEqualTo(new Sittings.Told(false, false, false, 1, 0));
        attempts.submit(mina, id.attempt("choice"), 1);
        assertThat(told(id, "choice")).isEqualTo(new Sittings.Told(true, true, false, 0, 0));
        assertThat(save(id, "choice", 1, choose("b"))).isInstanceOf(Outcome.Closed.class);
        assertThat(save(id, "number", 0, new Response.Number("0.5"))).isInstanceOf(Outcome.Accepted.class);
        submit(id);
        assertThat(points(id, "choice")).isEqualTo("0");
        assertThat(points(id, "number")).isEqualTo("2");
        assertThat(told(id, "choice").solution()).isTrue();
    }

    @Test
    void everyTryThatMissesTakesItsPartAndTellsNoKey() {
        rules.behaviour = new Quiz.Behaviour.Tries(3, new BigDecimal("0.3"));
        rules.review = new Quiz.Review(Quiz.When.CHECKED, Quiz.When.CHECKED, Quiz.When.SUBMITTED);
        rules.sections = List.of(section("choice", "several", "number"));
        teach();
        var id = begin();
        save(id, "choice", 0, choose("a"));
        attempts.submit(mina, id.attempt("choice"), 1);
        assertThat(told(id, "choice")).isEqualTo(new Sittings.Told(true, true, false, 2, 1));
        assertThat(points(id, "choice")).isEmpty();
        assertThatThrownBy(() -> attempts.submit(mina, id.attempt("choice"), 1))
                .isInstanceOfSatisfying(
                        Unanswerable.class, e -> assertThat(e.code()).isEqualTo("unchanged"));
        save(id, "choice", 1, choose("b"));
        attempts.submit(mina, id.attempt("choice"), 2);
        assertThat(points(id, "choice")).isEqualTo("1.4");
        assertThat(told(id, "choice").left()).isZero();

        for (int i = 0; i < 3; i++) {
            var chosen = new Response.Choices(List.of(List.of("a", "c", "b").get(i)));
            assertThat(save(id, "several", i, chosen)).isInstanceOf(Outcome.Accepted.class);
            assertThat(attempts.submit(mina, id.attempt("several"), i + 1)).isInstanceOf(Outcome.Accepted.class);
        }
        assertThat(points(id, "several"))
                .as("the last try is final, right in part")
                .isEqualTo("0.4");
        assertThat(save(id, "several", 3, new Response.Choices(List.of("a", "b"))))
                .isInstanceOf(Outcome.Closed.class);

        save(id, "number", 0, new Response.Number("7"));
        attempts.submit(mina, id.attempt("number"), 1);
        save(id, "number", 1, new Response.Number("0.5"));
        submit(id);
        assertThat(points(id, "number"))
                .as("what was not checked again counts at the end")
                .isEqualTo("1.4");
    }

    @Test
    void aCheckThatIsPressedTwiceAtOnceTakesOneTry() throws Exception {
        rules.behaviour = new Quiz.Behaviour.Tries(2, new BigDecimal("0.3"));
        rules.sections = List.of(section("choice"));
        teach();
        for (int round = 0; round < 5; round++) {
            var id = begin();
            save(id, "choice", 0, choose("a"));
            try (var threads = Executors.newFixedThreadPool(4)) {
                threads.invokeAll(Collections.nCopies(4, () -> attempts.submit(mina, id.attempt("choice"), 1)));
            }
            assertThat(told(id, "choice").left()).isEqualTo(1);
            submit(id);
        }
    }

    @Test
    void certaintyPaysAndCosts() {
        rules.behaviour = new Quiz.Behaviour.Certain();
        rules.sections = List.of(section("choice"));
        teach();
        var worth = new String[][] {{"0.67", "1.33", "2"}, {"0", "-1.33", "-4"}};
        for (var option : List.of("b", "a")) {
            for (int certainty = 1; certainty <= 3; certainty++) {
                var id = begin();
                assertThatThrownBy(() -> save(id, "choice", 0, choose(option))).isInstanceOf(Unanswerable.class);
                save(id, "choice", 0, new Response.Certain(certainty, choose(option)));
                submit(id);
                var right = option.equals("b");
                assertThat(points(id, "choice")).isEqualTo(worth[right ? 0 : 1][certainty - 1]);
                if (!right) {
                    assertThat(results.of(mina, id).orElseThrow().points()).isZero();
                }
            }
        }
    }

    @Test
    void certaintyIsNoAnswerWhereNobodyAsks() {
        teach();
        var id = begin();
        assertThatThrownBy(() -> save(id, "choice", 0, new Response.Certain(3, choose("b"))))
                .isInstanceOf(Unanswerable.class);
    }

    @Test
    void practiceGoesOnWithNextNumbersAndIsWorthNothing() {
        rules.mode = Quiz.Mode.PRACTICE;
        teach();
        assertThatThrownBy(this::begin).isInstanceOf(Unanswerable.class);
        var first = new AttemptId(mina, course, "quiz.choice", 1);
        attempts.save(mina, first, 0, "w1", choose("a"));
        attempts.submit(mina, first, 1);
        var second = attempts.next(mina, first).orElseThrow();
        assertThat(second.number()).isEqualTo(2);
        attempts.save(mina, second, 0, "w2", choose("b"));
        attempts.submit(mina, second, 1);
        assertThat(attempts.next(mina, second)).isPresent();
        assertThat(events.stream(Practised.class).map(each -> each.share().intValue()))
                .containsExactly(0, 1);
        assertThat(events.stream(AttemptSubmitted.class)).isEmpty();
        assertThat(grading.marks(teacher, course)).isEmpty();
    }

    @Test
    void practiceThatWasTakenOutOfTheCourseIsStillWorthNothing() {
        rules.mode = Quiz.Mode.PRACTICE;
        teach();
        var first = new AttemptId(mina, course, "quiz.choice", 1);
        attempts.save(mina, first, 0, "w1", choose("a"));
        rules.mode = Quiz.Mode.EXAM;
        teach("second");
        attempts.submit(mina, first, 1);
        assertThat(events.stream(AttemptSubmitted.class)).isEmpty();
    }

    @Test
    void theLabOfAPredictionIsClosedWhileItIsSat() {
        when(enrolments.roles(mina, course)).thenReturn(Set.of(Role.STUDENT));
        rules.sections = List.of(section("curve"));
        teach();
        assertThat(closure.closes(mina, FLOW)).isFalse();
        var id = begin();
        assertThat(closure.closes(mina, FLOW)).isTrue();
        assertThat(closure.closes(jun, FLOW)).isFalse();
        submit(id);
        assertThat(closure.closes(mina, FLOW)).isFalse();
    }

    @Test
    void whatIsShownWhenAllAreDoneWaitsForWhoComesLater() {
        rules.closes = Optional.of(Instant.parse("2024-06-03T10:00:00Z"));
        rules.review = new Quiz.Review(Quiz.When.SUBMITTED, Quiz.When.CLOSED, Quiz.When.CLOSED);
        teach();
        invigilation.accommodate(
                teacher,
                course,
                "quiz",
                jun,
                new Accommodation(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Instant.parse("2024-06-03T12:00:00Z")),
                        java.util.OptionalInt.empty()));
        var id = begin();
        save(id, "choice", 0, choose("b"));
        assertThat(results.of(mina, id)).isEmpty();
        submit(id);
        assertThat(told(id, "choice")).isEqualTo(new Sittings.Told(true, false, false, 0, 0));
        assertThat(results.of(mina, id)).isPresent();
        at("10:30:00");
        assertThat(told(id, "choice").feedback()).as("Jun may begin until noon").isFalse();
        at("11:50:00");
        var late = begin(jun);
        at("12:00:10");
        assertThat(told(id, "choice").feedback())
                .as("Jun's last words may still come")
                .isFalse();
        at("12:00:30");
        server.look();
        assertThat(now(late).endedBy()).contains(Sitting.EndedBy.SERVER);
        assertThat(told(id, "choice")).isEqualTo(new Sittings.Told(true, true, true, 0, 0));
        rules.closes = Optional.of(Instant.parse("2024-06-03T20:00:00Z"));
        teach("second");
        assertThat(told(id, "choice").solution()).as("all were given more time").isFalse();
    }

    @Test
    void whatIsNeverShownIsNot() {
        rules.review = new Quiz.Review(Quiz.When.NEVER, Quiz.When.NEVER, Quiz.When.NEVER);
        teach();
        var id = begin();
        save(id, "choice", 0, choose("b"));
        submit(id);
        assertThat(told(id, "choice")).isEqualTo(new Sittings.Told(false, false, false, 0, 0));
        assertThat(results.of(mina, id)).isEmpty();
    }

    private Sittings.Told told(SittingId id, String question) {
        return sittings.told(mina, id.attempt(question)).orElseThrow();
    }
}
