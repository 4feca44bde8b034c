package io.skipway.lab.engine;

import io.skipway.lab.Activation;
import io.skipway.lab.IdentityTerm;
import io.skipway.lab.Measurement.Split;
import io.skipway.lab.Measurement.SplitPoint;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Splits dL/dx of one block {@code H = x + a F(x)} into {@code dL/dH + a J_F^T dL/dH} (He et al. 2016, eq. 5). The loss is
 * linear in H, so that dL/dH, of norm 1, is the same for every a.
 *
 * <p>The skip part is what the network sends back to the addition. The residual part is computed here from the weights, not
 * by the network and not by subtraction, so that the agreement of their sum with the network's dL/dx says something.
 * Where a ReLU follows the addition, the skip part is what the ReLU lets through.
 */
final class IdentityTerms {
    /** Of central differences: small against x, large against the rounding of the loss. */
    private static final double STEP = 1e-6;

    private static final int SWEEP = 21;

    private final IdentityTerm settings;
    private final int width;
    private final Activation activation;
    private final double[] x;
    private final double[] towards;
    private final double[][] weights;
    private final double[] bias;

    IdentityTerms(IdentityTerm settings) {
        this.settings = settings;
        this.width = settings.width();
        var exact = settings.counterexample();
        this.activation = switch (exact) {
            case "minus-identity" -> Activation.IDENTITY;
            case "tanh-minus-x" -> Activation.TANH;
            default -> settings.activation();
        };
        var random = new Random(settings.seed());
        var drawn = gaussian(random, width, 1);
        this.x = exact.equals("tanh-minus-x") ? new double[width] : drawn;
        var direction = gaussian(random, width, 1);
        this.towards = Norms.times(direction, 1 / Norms.euclidean(direction));
        var reversed = exact.equals("minus-identity") || exact.equals("tanh-minus-x");
        this.weights = reversed ? minusIdentity(width) : xavier(random, width);
        this.bias = reversed ? new double[width] : gaussian(random, width, 0.1);
    }

    /** The split at the asked a, and a sweep of a over [0, 1]; all rows of one batch through one network. */
    Split measure() {
        var as = DoubleStream.concat(
                        DoubleStream.of(settings.a()), IntStream.range(0, SWEEP).mapToDouble(i -> i / (SWEEP - 1.0)))
                .toArray();
        try (var block = new ResidualBlock(
                width, activation, settings.counterexample().equals("relu-after-addition"), weights, bias)) {
            block.differentiate(repeated(x, as.length), as, towards);
            var skips = block.bySum();
            var skip = skips[0];
            var residual = residualPart(as[0], skip);
            var network = block.byInput()[0];
            var sweep = IntStream.range(1, as.length)
                    .mapToObj(i -> point(as[i], skips[i]))
                    .toList();
            return new Split(
                    point(as[0], skip),
                    apart(Norms.plus(skip, residual), network, skip, residual),
                    apart(differences(block), network, skip, residual),
                    boxed(skip),
                    boxed(residual),
                    boxed(network),
                    sweep);
        }
    }

    private SplitPoint point(double a, double[] skip) {
        var residual = residualPart(a, skip);
        return new SplitPoint(
                a,
                Norms.euclidean(skip),
                Norms.euclidean(residual),
                Norms.euclidean(Norms.plus(skip, residual)),
                Norms.angleDegrees(skip, residual));
    }

    /** a J_F^T g for F(x) = act(x W + b): W applied to a g times the slope of each unit. */
    private double[] residualPart(double a, double[] g) {
        var part = new double[width];
        for (var unit = 0; unit < width; unit++) {
            var sum = bias[unit];
            for (var i = 0; i < width; i++) {
                sum += x[i] * weights[i][unit];
            }
            var back = a * g[unit] * slope(sum);
            for (var i = 0; i < width; i++) {
                part[i] += weights[i][unit] * back;
            }
        }
        return part;
    }

    private double slope(double z) {
        return switch (activation) {
            case IDENTITY -> 1;
            case SIGMOID -> {
                var y = 1 / (1 + Math.exp(-z));
                yield y * (1 - y);
            }
            case TANH -> 1 - Math.tanh(z) * Math.tanh(z);
            case RELU -> z > 0 ? 1 : 0;
        };
    }

    private double[] differences(ResidualBlock block) {
        var beside = new double[2 * width][];
        for (var i = 0; i < width; i++) {
            beside[2 * i] = x.clone();
            beside[2 * i][i] += STEP;
            beside[2 * i + 1] = x.clone();
            beside[2 * i + 1][i] -= STEP;
        }
        var as = new double[beside.length];
        Arrays.fill(as, settings.a());
        var losses = block.losses(beside, as, towards);
        return IntStream.range(0, width)
                .mapToDouble(i -> (losses[2 * i] - losses[2 * i + 1]) / (2 * STEP))
                .toArray();
    }

    /** |one - other| by the greatest of all norms concerned: where the parts cancel, only rounding is left of the sum. */
    private static double apart(double[] one, double[] other, double[] skip, double[] residual) {
        var greatest = DoubleStream.of(
                        Norms.euclidean(one), Norms.euclidean(other), Norms.euclidean(skip), Norms.euclidean(residual))
                .max()
                .orElseThrow();
        return greatest == 0 ? 0 : Norms.euclidean(Norms.plus(one, Norms.times(other, -1))) / greatest;
    }

    private static double[] gaussian(Random random, int count, double deviation) {
        return DoubleStream.generate(() -> deviation * random.nextGaussian())
                .limit(count)
                .toArray();
    }

    /** Variance 2 / (in + out): Glorot and Bengio 2010, eq. 16. */
    private static double[][] xavier(Random random, int width) {
        return IntStream.range(0, width)
                .mapToObj(_ -> gaussian(random, width, Math.sqrt(1.0 / width)))
                .toArray(double[][]::new);
    }

    private static double[][] minusIdentity(int width) {
        var matrix = new double[width][width];
        for (var i = 0; i < width; i++) {
            matrix[i][i] = -1;
        }
        return matrix;
    }

    private static double[][] repeated(double[] row, int times) {
        var rows = new double[times][];
        Arrays.fill(rows, row);
        return rows;
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
