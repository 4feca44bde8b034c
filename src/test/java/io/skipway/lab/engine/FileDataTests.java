package io.skipway.lab.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.skipway.lab.DataTable;
import io.skipway.lab.Measurement.Gradients;
import io.skipway.lab.Skip;
import io.skipway.lab.Tables;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FileDataTests {
    private static final DataTable TABLE = DataTable.read(
            Tables.csv(100, 1).replace("x,y,", "x,y,constant,").replaceAll("(?m),(cat|dog)$", ",0.1,$1"));
    private static final String NAME = "own:" + TABLE.digest();

    @Test
    void splitsFourFifthsAndStandardisesByThem() {
        var parts = FileData.with(TABLE, () -> DataSets.parts(NAME));
        assertThat(parts.training().size()).isEqualTo(80);
        assertThat(parts.test().size()).isEqualTo(20);
        assertThat(parts.training().inputs()).isEqualTo(3);
        for (var column = 0; column < 2; column++) {
            var of = column;
            var values = IntStream.range(0, 80)
                    .mapToDouble(i -> parts.training().features(i)[of])
                    .toArray();
            assertThat(IntStream.range(0, 80)
                            .mapToDouble(i -> values[i])
                            .average()
                            .orElseThrow())
                    .isCloseTo(0, within(1e-12));
            assertThat(IntStream.range(0, 80)
                            .mapToDouble(i -> values[i] * values[i])
                            .average()
                            .orElseThrow())
                    .isCloseTo(1, within(1e-12));
        }
        assertThat(IntStream.range(0, 80).mapToDouble(i -> parts.training().features(i)[2]))
                .containsOnly(0.0);
        assertThat(TABLE.features()[0]).containsExactly(0.1, 0, 0.1);
    }

    @Test
    void splitsEqualFilesAlike() {
        var one = FileData.with(TABLE, () -> DataSets.training(NAME));
        var other = FileData.with(TABLE, () -> DataSets.training("course:" + TABLE.digest()));
        assertThat(one.rows(80)).isEqualTo(other.rows(80));
        assertThat(one.labels(80)).isEqualTo(other.labels(80)).contains(0, 1);
    }

    @Test
    void isAtHandForOneComputationOnly() {
        assertThatThrownBy(() -> DataSets.parts(NAME)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FileData.with(TABLE, () -> DataSets.parts("own:" + "0".repeat(64))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isLearntByBothEngines() {
        var flow = Engines.small(Skip.IDENTITY, NAME, 200, 0.1);
        var learnt = FileData.with(TABLE, () -> Engines.run(flow));
        var last = (Gradients) learnt.getLast();
        assertThat(requireNonNull(last.residual()).accuracy()).isGreaterThan(0.9);
        var explored = (Gradients) FileData.with(
                TABLE, () -> Engines.ENGINE.reference().explore(flow).getFirst());
        var first = (Gradients) learnt.getFirst();
        assertThat(requireNonNull(explored.residual()).loss())
                .isCloseTo(requireNonNull(first.residual()).loss(), within(1e-9));
    }
}
