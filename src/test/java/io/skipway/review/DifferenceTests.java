package io.skipway.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.skipway.review.Difference.Kind;
import io.skipway.review.Difference.Piece;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DifferenceTests {
    @Test
    void showsWhatWasAddedAndRemovedBetweenWhatStayed() {
        assertThat(Difference.between("The gradient is a product.", "The gradient is a sum, 합.")
                        .pieces())
                .containsExactly(
                        new Piece(Kind.SAME, "The gradient is a "),
                        new Piece(Kind.REMOVED, "product."),
                        new Piece(Kind.ADDED, "sum, 합."));
    }

    @Test
    void countsWordsInAnyLanguage() {
        var difference = Difference.between("하나 둘 셋", "하나 넷 다섯 셋 여섯");
        assertThat(difference.count(Kind.ADDED)).isEqualTo(4);
        assertThat(difference.count(Kind.REMOVED)).isEqualTo(2);
        assertThat(Difference.count(" \n ")).isZero();
        assertThat(Difference.count(" one\ntwo  three ")).isEqualTo(3);
    }

    @Test
    void theSameTextHasNoDifferenceAndABlankedOneLosesAllOfIt() {
        assertThat(Difference.between("as it was", "as it was").isNone()).isTrue();
        assertThat(Difference.between("", "").isNone()).isTrue();
        assertThat(Difference.between("all of it", "").pieces()).containsExactly(new Piece(Kind.REMOVED, "all of it"));
    }

    @Test
    void aLongStretchThatStayedIsNotReadAgain() {
        var words = IntStream.range(0, 100).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        var pieces =
                Difference.between("a " + words + " z", "b " + words + " y").pieces();
        assertThat(pieces)
                .extracting(Piece::kind)
                .containsExactly(
                        Kind.REMOVED, Kind.ADDED, Kind.SAME, Kind.SKIPPED, Kind.SAME, Kind.REMOVED, Kind.ADDED);
        assertThat(pieces.get(2).text()).startsWith("w0 ").endsWith("w7 ");
        assertThat(pieces.get(4).text()).startsWith("w92 ").endsWith("w99 ");
    }

    @Test
    void theLongestEssayWrittenAnewKeepsNobodyWaiting() {
        var before = "First " + "a ".repeat(49_000) + "last";
        var after = "First " + "b ".repeat(49_000) + "last";
        var difference = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Difference.between(before, after));
        assertThat(difference.pieces())
                .extracting(Piece::kind)
                .containsExactly(Kind.SAME, Kind.REMOVED, Kind.ADDED, Kind.SAME);
        assertThat(difference.count(Kind.ADDED)).isEqualTo(49_000);
    }
}
