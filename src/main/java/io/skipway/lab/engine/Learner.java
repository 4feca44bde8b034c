package io.skipway.lab.engine;

import io.skipway.lab.GradientFlow;
import io.skipway.lab.engine.stack.DenseNetwork;
import io.skipway.lab.engine.stack.Gradients;
import io.skipway.lab.engine.stack.Layout;
import io.skipway.lab.engine.stack.Optimiser;
import java.util.List;
import java.util.Random;

/**
 * A dense network that learns a data set, batch after batch, and is judged on parts of it. Learners of one seed start from
 * equal weights and see equal batches.
 */
final class Learner {
    /** Makes a network in one precision. */
    interface Maker {
        DenseNetwork make(Layout layout, List<double[]> start, Optimiser optimiser);
    }

    /**
     * A part of the data, asked about all at once. Batch normalisation takes the statistics of that part, as it takes those
     * of the batch in training.
     */
    final class Judge {
        private final DenseNetwork copy;
        private final double[] features;
        private final int[] labels;

        private Judge(DataSets.Examples part, int many) {
            copy = maker.make(layout(many), start, new Optimiser.Descent(0));
            features = part.rows(many);
            labels = part.labels(many);
        }

        /** The loss with the parameters that the learner has now. */
        double loss() {
            copy.put(stack.weights());
            return lossAsItIs();
        }

        /** The share that is told right with the parameters that the learner has now. */
        double accuracy() {
            loss();
            return copy.accuracy(labels);
        }

        /** The share that is told right without one layer, from 1 to the depth. */
        double accuracyWithout(int layer) {
            copy.put(stack.weights());
            copy.evaluate(features, labels, layer);
            return copy.accuracy(labels);
        }

        /** The loss with whatever parameters were written into {@link #copy}. */
        double lossAsItIs() {
            return copy.evaluate(features, labels, 0);
        }

        DenseNetwork copy() {
            return copy;
        }
    }

    private final Maker maker;
    private final GradientFlow shape;
    private final boolean residual;
    private final DataSets.Parts parts;
    private final List<double[]> start;
    private final DenseNetwork stack;
    private final Random draws;
    private final double[] features;
    private final int[] labels;

    /** @param shape gives depth, width, activation, initialiser, normalisation, data and seed, and nothing else */
    Learner(Maker maker, GradientFlow shape, boolean residual, Optimiser optimiser, int batch) {
        this.maker = maker;
        this.shape = shape;
        this.residual = residual;
        parts = DataSets.parts(shape.data());
        var training = parts.training();
        start = InitialWeights.draw(shape, training.inputs(), training.classes());
        stack = maker.make(layout(batch), start, optimiser);
        draws = new Random(shape.seed());
        features = new double[batch * training.inputs()];
        labels = new int[batch];
    }

    /** One step on the next batch; gives its loss before the step. */
    double learn() {
        parts.training().draw(draws, features, labels);
        return stack.learn(features, labels);
    }

    /** The same step, but before it every gradient is told. */
    double learn(Gradients<double[]> gradients) {
        parts.training().draw(draws, features, labels);
        return stack.learn(features, labels, gradients);
    }

    /** On the batch of the last step, before it. */
    double batchAccuracy() {
        return stack.accuracy(labels);
    }

    Judge onTest() {
        return new Judge(parts.test(), parts.test().size());
    }

    Judge onTraining() {
        return new Judge(parts.training(), parts.training().size());
    }

    /** On the first examples of the training part. */
    Judge onTraining(int many) {
        return new Judge(parts.training(), Math.min(many, parts.training().size()));
    }

    DenseNetwork stack() {
        return stack;
    }

    private Layout layout(int batch) {
        var training = parts.training();
        return StackNetwork.layout(shape, residual, training.inputs(), training.classes(), batch);
    }
}
