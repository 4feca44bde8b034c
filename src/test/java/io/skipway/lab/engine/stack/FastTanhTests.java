package io.skipway.lab.engine.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FastTanhTests {

    /** Every 997th of all floats, the smallest and the largest among them. */
    @Test
    void errorStaysBelowThreeTenMillionthsOverTheWholeRange() {
        var worst = 0.0;
        for (long bits = 1; bits <= Float.floatToIntBits(Float.MAX_VALUE); bits += 997) {
            var x = Float.intBitsToFloat((int) bits);
            var exact = Math.tanh(x);
            var difference = Math.abs(FastTanh.of(x) - exact);
            // The relative error too, but not of what is denormal.
            worst = Math.max(worst, x > Float.MIN_NORMAL ? difference / exact : difference);
        }
        assertThat(worst).isLessThan(3e-7);
    }

    @Test
    void isOddAndStaysBelowOne() {
        for (var x : new float[] {1e-30f, 0.1f, 1, 7.9f, 8, 1e30f, Float.POSITIVE_INFINITY}) {
            assertThat(FastTanh.of(-x)).isEqualTo(-FastTanh.of(x));
            assertThat(FastTanh.of(x)).isBetween(0f, Math.nextDown(1f));
        }
        assertThat(FastTanh.of(0)).isZero();
        assertThat(FastTanh.of(Float.NaN)).isNaN();
    }
}
