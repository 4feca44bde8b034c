package io.skipway.lab.engine;

import io.skipway.lab.GradientFlow;
import io.skipway.lab.engine.stack.Gradients;
import io.skipway.lab.engine.stack.Layout;
import io.skipway.lab.engine.stack.Optimiser;
import io.skipway.lab.engine.stack.UniformStack;
import java.util.List;
import java.util.Random;

/**
 * A dense stack that learns a data set, batch after batch, and is judged on parts of it. Learners of one seed start from
 * equal weights and see equal batches.
 */
final class Learner<A> {
    /** Makes a stack in one precision. */
    interface Maker<A> {
        UniformStack<A> make(Layout layout, List<double[]> start, Optimiser optimiser);
    }

    /**
     * A part of the data, asked about all at once. Batch normalisation takes the statistics of that part, as it takes those
     * of the batch in training.
     */
    final class Judge {
        private final UniformStack<A> copy;
        private final double[] features;
        private final int[] labels;

        private Judge(DataSets.Examples part, int many) {
            copy = maker.make(layout(many), start, new Optimiser.Descent(0));
            features = part.rows(many);
            labels = part.labels(many);
        }

        /** The loss with the parameters that the learner has now. */
        double loss() {
            copy.take(stack);
            return lossAsItIs();
        }

        /** The share that is told right with the parameters that the learner has now. */
        double accuracy() {
            loss();
            return copy.accuracy(labels);
        }

        /** The share that is told right without one layer, from 1 to the depth. */
        double accuracyWithout(int layer) {
            copy.take(stack);
            copy.evaluate(features, labels, layer);
            return copy.accuracy(labels);
        }

        /** The loss with whatever parameters were written into {@link #copy}. */
        double lossAsItIs() {
            return copy.evaluate(features, labels, 0);
        }

        UniformStack<A> copy() {
            return copy;
        }
    }

    private final Maker<A> maker;
    private final GradientFlow shape;
    private final boolean residual;
    private final DataSets.Parts parts;
    private final List<double[]> start;
    private final UniformStack<A> stack;
    private final Random draws;
    private final double[] features;
    private final int[] labels;

    /** @param shape gives depth, width, activation, initialiser, normalisation, data and seed, and nothing else */
    Learner(Maker<A> maker, GradientFlow shape, boolean residual, Optimiser optimiser, int batch) {
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
    double learn(Gradients<A> gradients) {
        parts.training().draw(draws, features, labels);
        stack.differentiate(features, labels, gradients);
        return stack.learn(features, labels);
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

    UniformStack<A> stack() {
        return stack;
    }

    private Layout layout(int batch) {
        var training = parts.training();
        return StackNetwork.layout(shape, residual, training.inputs(), training.classes(), batch);
    }
}
