package io.skipway.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which settings make another network. */
class HealthTests {
    @Test
    void theDeviationCountsWhereTheInitialiserIsNormal() {
        assertThat(health(Initialiser.HE, 0.02).sameAs(health(Initialiser.HE, 0.5)))
                .isTrue();
        assertThat(health(Initialiser.NORMAL, 0.02).sameAs(health(Initialiser.NORMAL, 0.5)))
                .isFalse();
        assertThat(health(Initialiser.NORMAL, 0.02).sameAs(health(Initialiser.HE, 0.02)))
                .isFalse();
        assertThat(health(Initialiser.HE, 0.02).sameAs(health(Initialiser.NORMAL, 0.02)))
                .isFalse();
    }

    private static Health health(Initialiser initialiser, double deviation) {
        return new Health(8, Activation.RELU, initialiser, deviation, Skip.NONE, 200, 0.1, 1);
    }
}
