package io.skipway.lab;

import java.util.List;
import java.util.Map;

/**
 * dL/dx of one block {@code H(x) = x + a F(x)}, split into the part that came by the skip and the part that came through
 * F (He et al. 2016, eq. 5).
 *
 * @param a the factor on F, 0 to 1
 * @param activation of F, an affine map and this function
 * @param counterexample {@code none}, {@code minus-identity} (F linear, W = -I), {@code tanh-minus-x} (F = tanh(-x) at
 *     x = 0) or {@code relu-after-addition}
 * @param width entries of x, 2 to 64
 */
public record IdentityTerm(double a, Activation activation, String counterexample, int width, long seed)
        implements Experiment {
    private static final List<Control> CONTROLS = List.of(
            new Control.Real("a", 0, 1, 0.01, false),
            Control.among("activation", Activation.IDENTITY, Activation.SIGMOID, Activation.TANH, Activation.RELU),
            new Control.Choice(
                    "counterexample", List.of("none", "minus-identity", "tanh-minus-x", "relu-after-addition")),
            new Control.Whole("width", 2, 64),
            new Control.Whole("seed", 0, 999_999));

    public IdentityTerm {
        Control.check(
                CONTROLS,
                Map.ofEntries(
                        Map.entry("a", a),
                        Map.entry("activation", activation),
                        Map.entry("counterexample", counterexample),
                        Map.entry("width", width),
                        Map.entry("seed", seed)));
    }

    @Override
    public List<Control> controls() {
        return CONTROLS;
    }
}
