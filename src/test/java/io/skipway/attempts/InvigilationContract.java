package io.skipway.attempts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.when;

import io.skipway.identity.Role;
import io.skipway.lab.RunId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** What is promised to who watches over a quiz, with real marks and whatever database is beneath. */
abstract class InvigilationContract extends SittingsScene {
    @Test
    void moreTimeMovesTheDeadlineOfASittingThatGoesOn() {
        teach();
        var id = begin();
        invigilation.accommodate(teacher, course, "quiz", mina, minutes(60));
        assertThat(now(id).endsAt()).contains(time("10:00:00"));
        assertThat(sittings.allowed(mina, now(id))).contains(Duration.ofMinutes(60));
        invigilation.give(teacher, id, Duration.ofMinutes(5));
        assertThat(now(id).endsAt()).contains(time("10:05:00"));
        at("09:50:00");
        assertThat(save(id, "choice", 0, choose("a"))).isInstanceOf(Outcome.Accepted.class);
        clock(1);
        invigilation.accommodate(teacher, course, "quiz", mina, Accommodation.NONE);
        assertThat(now(id).endsAt()).contains(time("09:45:00"));
        assertThat(invigilation.accommodations(teacher, course, "quiz")).isEmpty();
    }

    @Test
    void otherDatesAndMoreAttemptsAreForOnePersonOnly() {
        rules.opens = Optional.of(time("10:00:00"));
        rules.closes = Optional.of(time("11:00:00"));
        rules.attempts = OptionalInt.of(1);
        teach();
        invigilation.accommodate(
                teacher,
                course,
                "quiz",
                mina,
                new Accommodation(
                        Optional.empty(),
                        Optional.of(time("08:00:00")),
                        Optional.of(time("12:00:00")),
                        OptionalInt.of(2)));
        submit(begin());
        submit(begin());
        assertThatThrownBy(this::begin).isInstanceOf(Unanswerable.class);
        assertThatThrownBy(() -> begin(jun)).isInstanceOf(Unanswerable.class);
    }

    @Test
    void timeIsGivenToOneOrToAllAndTakenBackButNoMoreThanWasGiven() {
        teach();
        var one = begin();
        at("09:01:00");
        var two = begin(jun);
        assertThat(invigilation.giveAll(teacher, course, "quiz", Duration.ofMinutes(5)))
                .isEqualTo(2);
        invigilation.give(teacher, one, Duration.ofMinutes(3));
        invigilation.give(teacher, one, Duration.ofMinutes(-2));
        assertThat(now(one).endsAt()).contains(time("09:46:00"));
        assertThat(now(two).endsAt()).contains(time("09:46:00"));
        assertThat(invigilation.seats(teacher, course, "quiz"))
                .extracting(Invigilation.Seat::given)
                .containsExactly(Duration.ofMinutes(6), Duration.ofMinutes(5));
        for (var wrong : List.of(Duration.ofMinutes(-7), Duration.ZERO, Duration.ofDays(8))) {
            assertThatThrownBy(() -> invigilation.give(teacher, one, wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(now(one).endsAt()).contains(time("09:46:00"));
        submit(one);
        assertThatThrownBy(() -> invigilation.give(teacher, one, Duration.ofMinutes(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoEndsMeanwhileDoesNotKeepTheOthersFromTheTimeThatIsGivenToAll() {
        teach();
        var one = begin();
        at("09:01:00");
        var two = begin(jun);
        var edition = courses.newest(course).orElseThrow();
        // It is asked for when the first of them is given time.
        doAnswer(call -> {
                    invigilation.close(teacher, two);
                    return edition;
                })
                .when(courses)
                .edition(course, edition.id());
        assertThat(invigilation.giveAll(teacher, course, "quiz", Duration.ofMinutes(5)))
                .isEqualTo(1);
        assertThat(now(one).endsAt()).contains(time("09:45:00"));
        assertThat(now(two).endsAt()).contains(time("09:41:00"));
    }

    @Test
    void whatWasSavedCountsWhenItIsClosedByHand() {
        teach();
        var id = begin();
        save(id, "choice", 0, choose("b"));
        at("09:10:00");
        invigilation.close(teacher, id);
        invigilation.close(teacher, id);
        assertThat(now(id).submittedAt()).contains(time("09:10:00"));
        assertThat(now(id).endedBy()).contains(Sitting.EndedBy.STAFF);
        assertThat(save(id, "choice", 1, choose("a"))).isInstanceOf(Outcome.Closed.class);
        server.look();
        assertThat(points(id, "choice")).isEqualTo("2");
    }

    @Test
    void whatIsReopenedIsAnsweredAndMarkedAgain() {
        teach();
        var id = begin();
        save(id, "choice", 0, choose("a"));
        save(id, "number", 0, new io.skipway.courseware.Response.Number("0.5"));
        at("09:10:00");
        invigilation.close(teacher, id);
        assertThatThrownBy(() -> invigilation.reopen(teacher, id, Duration.ofMinutes(5)))
                .isInstanceOf(IllegalArgumentException.class);
        server.look();
        at("11:00:00");
        for (var wrong : List.of(Duration.ZERO, Duration.ofMinutes(-1), Duration.ofDays(8))) {
            assertThatThrownBy(() -> invigilation.reopen(teacher, id, wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        invigilation.reopen(teacher, id, Duration.ofMinutes(10));
        assertThat(now(id).endsAt()).contains(time("11:10:00"));
        assertThat(sittings.told(mina, id.attempt("choice")).orElseThrow().points())
                .isFalse();
        save(id, "choice", 1, choose("b"));
        save(id, "number", 1, new io.skipway.courseware.Response.Number(""));
        at("12:00:00");
        server.look();
        assertThat(now(id).submittedAt()).contains(time("11:10:00"));
        assertThat(points(id, "choice")).isEqualTo("2");
        assertThat(points(id, "number")).as("taken back").isEqualTo("0");
        assertThat(history(id, "choice"))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(BigDecimal.ZERO, BigDecimal.TWO);
    }

    @Test
    void aReopenedSittingThatWasSubmittedEarlyRunsFromNow() {
        teach();
        var id = begin();
        at("09:05:00");
        submit(id);
        at("09:10:00");
        invigilation.reopen(teacher, id, Duration.ofMinutes(10));
        assertThat(now(id).endsAt()).contains(time("09:20:00"));
        assertThat(invigilation.seats(teacher, course, "quiz").getFirst().given())
                .isZero();
    }

    @Test
    void whatWasGrantedAfterTheEndIsNotAddedToTheTimeOfAReopening() {
        teach();
        var id = begin();
        at("09:05:00");
        submit(id);
        invigilation.accommodate(teacher, course, "quiz", mina, minutes(60));
        at("09:10:00");
        invigilation.reopen(teacher, id, Duration.ofMinutes(10));
        assertThat(now(id).endsAt()).contains(time("09:20:00"));
    }

    @Test
    void anEssayThatIsAnotherAfterReopeningWaitsForItsGraderAgain() {
        teach();
        var changed = begin();
        save(changed, "essay", 0, text("first"));
        submit(changed);
        var same = begin(jun);
        save(same, "essay", 0, text("stays"));
        submit(same);
        for (var entry : grading.queue(teacher, course, "quiz.essay")) {
            grading.claim(teacher, entry.id());
            grading.mark(
                    teacher, entry.id(), grading.seen(teacher, entry.id()), Map.of(), Optional.of(BigDecimal.ONE), "");
            grading.release(teacher, entry.id(), grading.seen(teacher, entry.id()));
        }
        assertThat(points(changed, "essay")).isEqualTo("1");
        clock.turn(Instant.now().plusSeconds(3600));
        for (var id : List.of(changed, same)) {
            invigilation.reopen(teacher, id, Duration.ofMinutes(10));
        }
        save(changed, "essay", 1, text("second"));
        submit(changed);
        submit(same);
        assertThat(points(changed, "essay")).isEmpty();
        assertThat(results.of(mina, changed).orElseThrow().waiting()).isEqualTo(1);
        assertThat(points(same, "essay")).isEqualTo("1");
        assertThat(grading.queue(teacher, course, "quiz.essay"))
                .filteredOn(entry -> entry.mark().isEmpty())
                .hasSize(1);
    }

    @Test
    void anEssayOfTheGraceThatStaysKeepsItsMarkAfterReopening() {
        teach();
        var id = begin();
        at("09:40:10");
        save(id, "essay", 0, text("stays"));
        submit(id);
        assertThat(now(id).submittedAt()).contains(time("09:40:00"));
        mark("essay");
        clock.turn(Instant.now().plusSeconds(3600));
        invigilation.reopen(teacher, id, Duration.ofMinutes(10));
        submit(id);
        assertThat(points(id, "essay")).isEqualTo("1");
    }

    @Test
    void anEssayWithOtherEvidenceAfterReopeningWaitsForItsGraderAgain() {
        teach();
        var id = begin();
        save(id, "essay", 0, text("see my run"));
        submit(id);
        mark("essay");
        clock.turn(Instant.now().plusSeconds(3600));
        invigilation.reopen(teacher, id, Duration.ofMinutes(10));
        var run = new RunId(UUID.randomUUID());
        when(lab.mayRead(mina, run)).thenReturn(true);
        attempts.pin(mina, id.attempt("essay"), run);
        submit(id);
        assertThat(points(id, "essay")).isEmpty();
    }

    @Test
    void aNodeThatIsLateWithAFirstEndDoesNotCallTheSecondMarked() {
        teach();
        var id = begin();
        at("09:10:00");
        submit(id);
        var first = now(id).submittedAt().orElseThrow();
        invigilation.reopen(teacher, id, Duration.ofMinutes(10));
        at("09:15:00");
        assertThat(sittings.submit(mina, id, Map.of())).isEmpty();
        sittingRows.settled(id, first, time("09:15:00"));
        assertThat(now(id).settled()).isFalse();
        server.look();
        assertThat(now(id).settled()).isTrue();
    }

    /** As the only grader does it. */
    private void mark(String question) {
        var entry =
                grading.queue(teacher, course, "quiz." + question).getFirst().id();
        grading.claim(teacher, entry);
        grading.mark(teacher, entry, grading.seen(teacher, entry), Map.of(), Optional.of(BigDecimal.ONE), "");
        grading.release(teacher, entry, grading.seen(teacher, entry));
    }

    @Test
    void aCorrectionReachesWhoSitsAndWhoBeginsLater() {
        teach();
        var id = begin();
        invigilation.announce(teacher, course, "quiz", "  In question 2 read 0.1.  ");
        assertThat(sittings.heard(mina, id)).extracting(Announcement::words).containsExactly("In question 2 read 0.1.");
        at("09:30:00");
        assertThat(sittings.heard(jun, begin(jun))).hasSize(1);
        clock(2 * 24 * 3600);
        assertThat(sittings.heard(teacher, begin(teacher))).as("of another day").isEmpty();
        assertThat(invigilation.announcements(teacher, course, "quiz")).hasSize(1);
        for (var wrong : List.of(" ", "x".repeat(2001))) {
            assertThatThrownBy(() -> invigilation.announce(teacher, course, "quiz", wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void seatsTellHowFarEachIsAndWhenTheirPageWasHeardOf() {
        teach();
        var id = begin();
        at("09:03:00");
        save(id, "choice", 0, choose("a"));
        save(id, "choice", 1, choose("b"));
        at("09:04:00");
        sittings.heard(mina, id);
        assertThat(invigilation.seats(teacher, course, "quiz")).singleElement().satisfies(seat -> {
            assertThat(seat.answered()).isEqualTo(1);
            assertThat(seat.lastSavedAt()).contains(time("09:03:00"));
            assertThat(seat.sitting().seenAt()).isEqualTo(time("09:04:00"));
        });
    }

    @Test
    void onlyAnInstructorOfTheCourseWatches() {
        teach();
        var id = begin();
        doThrow(new AccessDeniedException("no")).when(enrolments).require(jun, course, Role.INSTRUCTOR);
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> invigilation.seats(jun, course, "quiz"),
                () -> invigilation.give(jun, id, Duration.ofMinutes(1)),
                () -> invigilation.giveAll(jun, course, "quiz", Duration.ofMinutes(1)),
                () -> invigilation.close(jun, id),
                () -> invigilation.reopen(jun, id, Duration.ofMinutes(1)),
                () -> invigilation.announce(jun, course, "quiz", "x"),
                () -> invigilation.announcements(jun, course, "quiz"),
                () -> invigilation.accommodate(jun, course, "quiz", jun, minutes(600)),
                () -> invigilation.accommodations(jun, course, "quiz"),
                () -> invigilation.exams(jun, course),
                () -> results.all(jun, course, List.of()))) {
            assertThatThrownBy(call).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(now(id).submittedAt()).isEmpty();
        assertThat(invigilation.exams(teacher, course)).hasSize(1);
    }

    /** Every mark that an answer ever had, oldest first. */
    private List<BigDecimal> history(SittingId id, String question) {
        var attempt = id.attempt(question);
        return jdbc.sql("select points from mark join submission on submission.id = mark.submission"
                        + " where person = ? and exercise = ? and number = ? order by sequence")
                .params(id.person().value(), attempt.exercise(), attempt.number())
                .query((row, number) -> row.getBigDecimal("points"))
                .list();
    }

    private void clock(long seconds) {
        clock.turn(clock.instant().plusSeconds(seconds));
    }

    private static Instant time(String time) {
        return Instant.parse("2024-06-03T" + time + "Z");
    }

    private static Accommodation minutes(int minutes) {
        return new Accommodation(
                Optional.of(Duration.ofMinutes(minutes)), Optional.empty(), Optional.empty(), OptionalInt.empty());
    }
}
