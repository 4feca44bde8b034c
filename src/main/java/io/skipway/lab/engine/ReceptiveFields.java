package io.skipway.lab.engine;

import io.skipway.lab.Activation;
import io.skipway.lab.Measurement.Field;
import io.skipway.lab.Measurement.Kernel;
import io.skipway.lab.Stacked3x3;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Compares n stacked 3x3 convolutions with one of (2n+1)x(2n+1): costs by formula, with biases, multiply-accumulates on a
 * map of {@value #MAP} x {@value #MAP} (the first stage of VGG); and the effective receptive field (Luo et al. 2016): the
 * mean absolute gradient of the centre output by the input over several initialisations and inputs.
 *
 * <p>The field is computed with at most {@value #FIELD_CHANNELS} channels: it is a mean over channels already, whose shape
 * follows from the number of layers and the activation. Parameters and multiply-accumulates are those of all channels.
 */
final class ReceptiveFields {
    static final int MAP = 224;
    static final int FIELD_CHANNELS = 16;
    private static final int DRAWS = 3;

    /** Two standard deviations of a Gaussian. */
    private static final double SHARE = 0.9545;

    private final Stacked3x3 settings;
    private final int side;

    private ReceptiveFields(Stacked3x3 settings) {
        this.settings = settings;
        this.side = 2 * settings.layers() + 1;
    }

    static void run(Stacked3x3 settings, Engine.Progress progress) {
        new ReceptiveFields(settings).run(progress);
    }

    private void run(Engine.Progress progress) {
        var stack = new double[side * side];
        var single = new double[side * side];
        for (var draw = 0; draw < DRAWS; draw++) {
            if (progress.cancelled()) {
                return;
            }
            var seed = settings.seed() * DRAWS + draw;
            add(stack, gradient(settings.layers(), 3, seed));
            add(single, gradient(1, side, seed));
        }
        progress.measured(new Field(
                kernel(settings.layers(), 3),
                kernel(1, side),
                square(stack),
                square(single),
                radius(stack),
                radius(single)));
    }

    private double[] gradient(int layers, int kernel, long seed) {
        var channels = Math.min(settings.channels(), FIELD_CHANNELS);
        var activation = layers == 1 ? Activation.IDENTITY : settings.activation();
        try (var convolutions = new ConvolutionStack(layers, kernel, channels, activation, seed)) {
            return convolutions.centreGradient();
        }
    }

    private Kernel kernel(int layers, int size) {
        var weights = (long) size * size * settings.channels() * settings.channels();
        return new Kernel(
                layers,
                size,
                layers * (weights + settings.channels()),
                layers * weights * MAP * MAP,
                layers * (size - 1) + 1);
    }

    private static void add(double[] sum, double[] field) {
        for (var i = 0; i < sum.length; i++) {
            sum[i] += field[i];
        }
    }

    private List<List<Double>> square(double[] field) {
        var most = Arrays.stream(field).max().orElseThrow();
        var rows = new ArrayList<List<Double>>();
        for (var row = 0; row < side; row++) {
            rows.add(Arrays.stream(field, row * side, (row + 1) * side)
                    .map(value -> most == 0 ? 0 : value / most)
                    .boxed()
                    .toList());
        }
        return List.copyOf(rows);
    }

    /** The distance from the centre within which the share of the sum lies, in pixels. */
    private double radius(double[] field) {
        var total = Arrays.stream(field).sum();
        var nearest = IntStream.range(0, field.length)
                .boxed()
                .sorted(Comparator.comparingDouble(this::distance))
                .toList();
        var within = 0.0;
        for (var pixel : nearest) {
            within += field[pixel];
            if (within >= SHARE * total) {
                return distance(pixel);
            }
        }
        return distance(0);
    }

    private double distance(int pixel) {
        var centre = side / 2;
        return Math.hypot(Math.floorDiv(pixel, side) - centre, Math.floorMod(pixel, side) - centre);
    }
}
