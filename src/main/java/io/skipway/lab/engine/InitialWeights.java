package io.skipway.lab.engine;

import io.skipway.lab.GradientFlow;
import io.skipway.lab.engine.stack.ImageLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws what both engines start from, so that their results can be compared: the same seed gives the same weights to the
 * plain and the residual network, on every machine. Stem and head are by Xavier, the layers as the settings say.
 */
final class InitialWeights {
    private InitialWeights() {}

    /** The stem, where the input is not as wide as the layers, the layers and the head; each [in, out], row-major. */
    static List<double[]> draw(GradientFlow settings, int inputs, int classes) {
        // Not the seed itself, from which the batches are drawn; and a generator whose normals cost a tenth of
        // Random's.
        var random = new SplittableRandom(~settings.seed());
        var width = settings.width();
        var weights = new ArrayList<double[]>();
        if (inputs != width) {
            weights.add(normal(random, inputs * width, xavier(inputs, width)));
        }
        for (var layer = 0; layer < settings.depth(); layer++) {
            weights.add(normal(random, width * width, deviation(settings)));
        }
        weights.add(normal(random, width * classes, xavier(width, classes)));
        return weights;
    }

    /** By He the kernels of the stem and of the layers, each [out, in, 3, 3], and by Xavier the head; row-major. */
    static List<double[]> draw(ImageLayout layout, long seed) {
        var random = new SplittableRandom(~seed);
        var channels = layout.channels();
        var weights = new ArrayList<double[]>();
        for (var layer = 0; layer < layout.depth() - 1; layer++) {
            var in = 9 * (layer == 0 ? layout.inputs() : channels);
            weights.add(normal(random, channels * in, Math.sqrt(2.0 / in)));
        }
        weights.add(normal(random, channels * layout.classes(), xavier(channels, layout.classes())));
        return weights;
    }

    private static double deviation(GradientFlow settings) {
        return switch (settings.initialiser()) {
            case XAVIER -> xavier(settings.width(), settings.width());
            case HE -> Math.sqrt(2.0 / settings.width());
            case NORMAL -> settings.sd();
        };
    }

    private static double xavier(int in, int out) {
        return Math.sqrt(2.0 / (in + out));
    }

    private static double[] normal(SplittableRandom random, int length, double deviation) {
        var values = new double[length];
        for (var i = 0; i < length; i++) {
            values[i] = deviation * random.nextGaussian();
        }
        return values;
    }
}
