package io.skipway.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThinningTests {
    @Test
    void keepsAllOfAShortRun() {
        assertThat(kept(24)).hasSize(24);
    }

    @Test
    void keepsEverFewerOfALongOne() {
        var kept = kept(501);
        assertThat(kept).hasSizeBetween(60, 90);
        for (int i = 1; i < kept.size(); i++) {
            int gap = kept.get(i) - kept.get(i - 1);
            assertThat(gap).isBetween(1, 1 + kept.get(i) / 20);
        }
    }

    private static List<Integer> kept(int measurements) {
        var thinning = new Thinning();
        var kept = new ArrayList<Integer>();
        for (int number = 0; number < measurements; number++) {
            if (thinning.keeps()) {
                kept.add(number);
            }
        }
        return kept;
    }
}
