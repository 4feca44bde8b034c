package io.skipway.grading;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.courseware.Quiz.Counts;
import io.skipway.grading.QuizResults.Points;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of several sittings counts, also where what was drawn is not out of the same points. */
class QuizResultsTests {
    private static final List<Points> THREE = List.of(points("4", "10"), points("9", "12"), points("5", "8"));

    @Test
    void theFirstTheLastOrTheBestShareCounts() {
        assertThat(QuizResults.counted(Counts.FIRST, THREE)).contains(points("4", "10"));
        assertThat(QuizResults.counted(Counts.LAST, THREE)).contains(points("5", "8"));
        assertThat(QuizResults.counted(Counts.BEST, THREE)).contains(points("9", "12"));
        assertThat(QuizResults.counted(Counts.BEST, List.of(points("6", "12"), points("5", "8"))))
                .contains(points("5", "8"));
    }

    @Test
    void theMeanIsOfTheSharesInThePointsOfTheLast() {
        // (0.4 + 0.75 + 0.625) / 3 of 8.
        assertThat(QuizResults.counted(Counts.MEAN, THREE)).contains(points("4.73", "8"));
        assertThat(QuizResults.counted(Counts.MEAN, List.of(points("10", "10"), points("0", "10"))))
                .contains(points("5", "10"));
    }

    @Test
    void withoutASittingThereIsNothing() {
        for (var counts : Counts.values()) {
            assertThat(QuizResults.counted(counts, List.of())).isEmpty();
        }
    }

    private static Points points(String points, String outOf) {
        return new Points(new BigDecimal(points), new BigDecimal(outOf));
    }
}
