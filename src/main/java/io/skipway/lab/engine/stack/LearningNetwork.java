package io.skipway.lab.engine.stack;

import java.util.Map;

/**
 * A network that learns, whichever engine computes it: features [batch, inputs] in row-major order, labels [batch] below the
 * classes. For one thread at a time.
 */
public interface LearningNetwork extends AutoCloseable {
    /** One step of the optimiser along the gradient of the batch; gives its mean loss before the step. */
    double learn(double[] features, int[] labels);

    /** The same step, and tells every gradient that it follows. */
    double learn(double[] features, int[] labels, Gradients<double[]> gradients);

    /** The mean loss of the batch, normalised by its own statistics, and nothing else. */
    double evaluate(double[] features, int[] labels);

    /** The share of the last batch that was told right. */
    double accuracy(int[] labels);

    /** Copies of all that is learnt, by name, from the stem to the head. */
    Map<String, double[]> weights();

    /** Overwrites what is learnt; what the optimiser remembers stays. */
    void put(Map<String, double[]> weights);

    @Override
    default void close() {}
}
