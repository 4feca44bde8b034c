package io.skipway.lab.engine.stack;

/**
 * tanh in float as x P(x²) / Q(x²), both of degree 4: no table and no branch, so that a loop over it is vectorised. The
 * coefficients are our own: least squares of the relative error on [0, 7.9], reweighted until it was even (5.7e-9 before
 * rounding); with all rounding the error, absolute and relative, is below 3e-7, and |tanh| stays below 1.
 */
final class FastTanh {
    /** From here on the float nearest to tanh is the last one below 1, or 1. */
    private static final float EDGE = 7.9f;

    private static final float P1 = 0.13450652f;
    private static final float P2 = 0.0035790293f;
    private static final float P3 = 2.202385e-5f;
    private static final float P4 = 1.5428801e-8f;

    private static final float Q1 = 0.4678398f;
    private static final float Q2 = 0.02619238f;
    private static final float Q3 = 3.4237112e-4f;
    private static final float Q4 = 8.599121e-7f;

    private FastTanh() {}

    static float of(float x) {
        var near = Math.min(EDGE, Math.max(-EDGE, x));
        var s = near * near;
        var p = Math.fma(s, Math.fma(s, Math.fma(s, Math.fma(s, P4, P3), P2), P1), 1);
        var q = Math.fma(s, Math.fma(s, Math.fma(s, Math.fma(s, Q4, Q3), Q2), Q1), 1);
        return near * p / q;
    }
}
