package io.skipway.attempts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.skipway.attempts.Fsrs.Memory;
import io.skipway.attempts.Fsrs.Rating;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The scheduler against numbers and against what must be so. The numbers were worked out apart from this code, each formula
 * of the published description typed into a calculator with the published weights; the two histories give the days and
 * the memory that the reference implementation's own tests expect.
 */
class FsrsTests {
    private static final double TEN_MINUTES = 10.0 / (24 * 60);

    @ParameterizedTest
    @CsvSource({"AGAIN, 0.212, 6.4133", "HARD, 1.2931, 5.112171", "GOOD, 2.3065, 2.118104", "EASY, 8.2956, 1"})
    void beginsWithTheWeights(Rating rating, double stability, double difficulty) {
        same(Fsrs.first(rating), stability, difficulty);
    }

    @ParameterizedTest
    @CsvSource({
        "AGAIN, 1.391987, 8.341762",
        "HARD, 23.246875, 6.665995",
        "GOOD, 32.026729, 4.990228",
        "EASY, 51.253862, 3.314461"
    })
    void aMemoryOfTenDaysAskedAfterTen(Rating rating, double stability, double difficulty) {
        same(Fsrs.next(new Memory(10, 5), rating, 10), stability, difficulty);
    }

    @ParameterizedTest
    @CsvSource({"AGAIN, 3.051249", "HARD, 10", "GOOD, 10", "EASY, 15.534308"})
    void theSameWithinADay(Rating rating, double stability) {
        assertThat(Fsrs.next(new Memory(10, 5), rating, 0.01).stability()).isCloseTo(stability, within(1e-6));
    }

    @Test
    void asksAfterTheDaysOfTheReferenceWhereAllGoesWellAndThenFails() {
        var ratings =
                Stream.of("GGGGGGAAGGGGG".split("")).map(FsrsTests::rating).toList();
        double[] elapsed = {0, TEN_MINUTES, 2, 11, 46, 163, 498, TEN_MINUTES, TEN_MINUTES, 2, 4, 7, 12};
        var memory = Fsrs.first(ratings.getFirst());
        var days = new ArrayList<Long>();
        for (int i = 1; i < ratings.size(); i++) {
            memory = Fsrs.next(memory, ratings.get(i), elapsed[i]);
            days.add(Fsrs.wait(memory, ratings.get(i)).toDays());
        }
        assertThat(days).containsExactly(2L, 11L, 46L, 163L, 498L, 0L, 0L, 2L, 4L, 7L, 12L, 21L);
    }

    @Test
    void remembersWhatTheReferenceDoesAfterAStartThatWentWrong() {
        var memory = Fsrs.first(Rating.AGAIN);
        for (var days : List.of(0, 1, 3, 8, 21)) {
            memory = Fsrs.next(memory, Rating.GOOD, days);
        }
        same(memory, 53.626903, 6.357487);
    }

    @Test
    void theBetterTheAnswerTheLongerTheMemoryAndTheEasierTheQuestion() {
        var ratings = List.of(Rating.values());
        for (var days : List.of(0.01, 1.0, 3.0, 30.0)) {
            for (var before : List.of(new Memory(0.3, 9), new Memory(4, 5), new Memory(60, 1.5))) {
                for (int i = 1; i < ratings.size(); i++) {
                    var worse = Fsrs.next(before, ratings.get(i - 1), days);
                    var better = Fsrs.next(before, ratings.get(i), days);
                    assertThat(better.stability()).isGreaterThanOrEqualTo(worse.stability());
                    assertThat(better.difficulty()).isLessThanOrEqualTo(worse.difficulty());
                }
            }
        }
    }

    @Test
    void successMakesAMemoryLastAndTheLaterItComesTheMore() {
        var before = new Memory(5, 5);
        var soon = Fsrs.next(before, Rating.GOOD, 2).stability();
        var late = Fsrs.next(before, Rating.GOOD, 10).stability();
        assertThat(soon).isGreaterThan(before.stability());
        assertThat(late).isGreaterThan(soon);
        assertThat(Fsrs.next(before, Rating.AGAIN, 10).stability()).isLessThan(before.stability());
    }

    @Test
    void atTheStabilityNineInTenRemember() {
        for (var stability : List.of(0.2, 1.0, 17.0, 400.0)) {
            assertThat(Fsrs.interval(stability, Fsrs.RETENTION)).isCloseTo(stability, within(stability * 1e-12));
            assertThat(Fsrs.retrievability(stability, stability)).isCloseTo(0.9, within(1e-12));
            assertThat(Fsrs.retrievability(Fsrs.interval(stability, 0.8), stability))
                    .isCloseTo(0.8, within(1e-12));
        }
        assertThat(Fsrs.retrievability(0, 3)).isEqualTo(1);
    }

    /** For years of one and the same rating. */
    @ParameterizedTest
    @EnumSource(Rating.class)
    void staysWithinItsBounds(Rating rating) {
        var memory = Fsrs.first(rating);
        for (int i = 0; i < 500; i++) {
            memory = Fsrs.next(memory, rating, i % 2 == 0 ? 0.01 : memory.stability() + 1);
            assertThat(memory.stability()).isBetween(0.001, 36_500.0);
            assertThat(memory.difficulty()).isBetween(1.0, 10.0);
        }
    }

    @Test
    void asksAgainInTenMinutesWhatWentWrongAndElseAfterADayAtLeast() {
        assertThat(Fsrs.wait(new Memory(90, 5), Rating.AGAIN)).isEqualTo(Duration.ofMinutes(10));
        assertThat(Fsrs.wait(new Memory(0.2, 5), Rating.GOOD)).isEqualTo(Duration.ofDays(1));
        assertThat(Fsrs.wait(new Memory(6.6, 5), Rating.HARD)).isEqualTo(Duration.ofDays(7));
    }

    @ParameterizedTest
    @CsvSource({"0, AGAIN", "0.49, AGAIN", "0.5, HARD", "0.999, HARD", "1, GOOD"})
    void ratesByTheShareOfThePoints(BigDecimal share, Rating rating) {
        assertThat(Rating.of(share)).isEqualTo(rating);
    }

    private static Rating rating(String letter) {
        return letter.equals("A") ? Rating.AGAIN : Rating.GOOD;
    }

    private static void same(Memory memory, double stability, double difficulty) {
        assertThat(memory.stability()).isCloseTo(stability, within(1e-6));
        assertThat(memory.difficulty()).isCloseTo(difficulty, within(1e-6));
    }
}
