package io.skipway.lab.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.lab.Bottleneck;
import io.skipway.lab.Measurement.Branch;
import io.skipway.lab.Measurement.Cost;
import io.skipway.lab.Measurement.Module;
import org.junit.jupiter.api.Test;

/** The figures of Szegedy et al. 2014 for module 3a, by hand. */
class InceptionModulesTests {
    private static final Bottleneck MODULE_3A = new Bottleneck(192, 96, 16, 32, "both", 7);

    @Test
    void costsOfModule3aAreExact() {
        var module = explored(MODULE_3A);
        assertThat(module.with()).isEqualTo(new Cost(163_696, 128_049_152, 256));
        assertThat(module.without()).isEqualTo(new Cost(387_296, 303_464_448, 416));
        assertThat(module.branches()).extracting(Branch::name).containsExactly("1x1", "3x3", "5x5", "pool");
        assertThat(module.branches())
                .extracting(branch -> branch.with().parameters())
                .containsExactly(12_352L, 129_248L, 15_920L, 6_176L);
        assertThat(module.branches())
                .extracting(branch -> branch.without().parameters())
                .containsExactly(12_352L, 221_312L, 153_632L, 0L);
        assertThat(module.timesWith()).isNull();
    }

    @Test
    void reductionsThatDoNotReduceCostMore() {
        var module = explored(new Bottleneck(192, 192, 192, 32, "both", 7));
        assertThat(module.with().parameters()).isEqualTo(467_584);
        assertThat(module.without().parameters()).isEqualTo(387_296);
    }

    @Test
    void runTimesTheModulesThatWereAskedFor() {
        var measured = Engines.run(new Bottleneck(16, 8, 4, 8, "with", 7));
        assertThat(measured).hasSize(2);
        var times = requireNonNull(((Module) measured.getLast()).timesWith());
        assertThat(times.forwardMillis()).isPositive();
        assertThat(times.backwardMillis()).isPositive();
        assertThat(((Module) measured.getLast()).timesWithout()).isNull();
    }

    @Test
    void cancelledAfterTheCostsItTimesNothing() {
        var hearing = new Engines.Hearing(1);
        Engines.ENGINE.run(new Bottleneck(16, 8, 4, 8, "both", 7), hearing);
        assertThat(hearing.heard).hasSize(1);
    }

    private static Module explored(Bottleneck bottleneck) {
        return (Module) Engines.ENGINE.explore(bottleneck).getFirst();
    }
}
