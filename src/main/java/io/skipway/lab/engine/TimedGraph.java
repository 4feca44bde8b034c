package io.skipway.lab.engine;

import io.skipway.lab.Measurement.Times;
import java.util.Arrays;
import java.util.Random;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Times the passes of a convolutional network on one random image, in float, one thread. */
final class TimedGraph implements AutoCloseable {
    private static final int REPEATS = 5;

    private final ComputationGraph graph;
    private final INDArray image;

    TimedGraph(ComputationGraphConfiguration configuration, int channels, int side, long seed) {
        graph = new ComputationGraph(configuration);
        graph.init();
        var random = new Random(seed);
        var pixels = new float[channels * side * side];
        for (var i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextGaussian();
        }
        image = Nd4j.createFromArray(pixels).reshape(1, channels, side, side);
    }

    /**
     * Medians after one pass that does not count; null if it was cancelled. The library has no backward pass alone: it is
     * the whole less the forward pass, of the same repeat.
     */
    @Nullable
    Times measure(Engine.Progress progress) {
        var labels = Nd4j.zerosLike(forward());
        graph.setInputs(image);
        graph.setLabels(labels);
        graph.computeGradientAndScore();
        var forward = new double[REPEATS];
        var backward = new double[REPEATS];
        for (var i = 0; i < REPEATS; i++) {
            if (progress.cancelled()) {
                return null;
            }
            forward[i] = millis(this::forward);
            graph.setInputs(image);
            graph.setLabels(labels);
            backward[i] = Math.max(0, millis(graph::computeGradientAndScore) - forward[i]);
        }
        return new Times(median(forward), median(backward), REPEATS);
    }

    @Override
    public void close() {
        Workspaces.release(graph);
    }

    private INDArray forward() {
        return graph.output(true, image)[0];
    }

    private static double millis(Runnable work) {
        var start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
