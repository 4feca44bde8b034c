package io.skipway.lab.engine;

import io.skipway.lab.engine.stack.Gradients;
import io.skipway.lab.engine.stack.LearningNetwork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A network that does what the stack does, bit for bit, and looks beside some of it how the same comes out on the reference:
 * from the weights that the stack has before it, in double on both sides.
 */
class Pair<N extends LearningNetwork> implements LearningNetwork {
    final N ours;
    private final Supplier<N> twins;
    private final Supplier<N> references;
    private final Findings findings;
    private final List<Double> losses = new ArrayList<>();
    private final List<Double> theirLosses = new ArrayList<>();

    private @Nullable N twin;
    private @Nullable N reference;
    /** Learns the same by itself. */
    private @Nullable N alone;

    private int steps;
    private int evaluations;
    private double @Nullable [] accuracies;

    /**
     * Around a network of the run.
     *
     * @param twins make the same in double on the stack
     * @param references make the same on the reference
     */
    Pair(N ours, Supplier<N> twins, Supplier<N> references, Findings findings) {
        this.ours = ours;
        this.twins = twins;
        this.references = references;
        this.findings = findings;
    }

    /** What is done on each of the two in double; gives the loss. */
    interface Evaluation<N> {
        double of(N network);
    }

    @Override
    public double learn(double[] features, int[] labels) {
        return learn(features, labels, () -> ours.learn(features, labels));
    }

    @Override
    public double learn(double[] features, int[] labels, Gradients<double[]> gradients) {
        return learn(features, labels, () -> ours.learn(features, labels, gradients));
    }

    private double learn(double[] features, int[] labels, Supplier<Double> learning) {
        var number = steps++;
        accuracies = null;
        if (!findings.wantsStep(number)) {
            return learning.get();
        }
        var started = System.nanoTime();
        var here = twin();
        var there = reference();
        if (alone == null) {
            alone = references.get();
        }
        var weights = ours.weights();
        here.put(weights);
        there.put(weights);
        var told = new HashMap<String, double[]>();
        var theirs = new HashMap<String, double[]>();
        var loss = here.learn(features, labels, (name, values, e) -> told.put(name, scaled(values, e)));
        findings.compare(
                "loss", one(loss), one(there.learn(features, labels, (name, values, _) -> theirs.put(name, values))));
        compareGradients(told, theirs);
        compareWeights(here.weights(), there.weights());
        accuracies = new double[] {here.accuracy(labels), there.accuracy(labels)};
        findings.drift(loss, alone.learn(features, labels));
        findings.step(number);
        findings.took(System.nanoTime() - started);
        var inRun = learning.get();
        findings.rounding(inRun, loss);
        return inRun;
    }

    private void compareGradients(Map<String, double[]> ours, Map<String, double[]> theirs) {
        ours.forEach((name, values) -> {
            var others = Objects.requireNonNull(theirs.get(name), name);
            // The gradient by beta is a sum over the batch that nearly cancels: so by what it sums, as gamma's is.
            var norm = name.endsWith("_beta")
                    ? Norms.euclidean(Objects.requireNonNull(theirs.get(name.replace("beta", "gamma"))))
                    : 0;
            findings.compare(name.contains("_") ? "weights" : "activations", values, others, norm);
        });
    }

    private void compareWeights(Map<String, double[]> ours, Map<String, double[]> theirs) {
        ours.forEach((name, values) -> findings.compare(
                "parameters",
                values,
                Objects.requireNonNull(theirs.get(name), name),
                // Betas are 0 before the first step, and follow a sum that nearly cancels.
                name.endsWith("_beta") ? Math.sqrt(values.length) : 0));
    }

    @Override
    public double evaluate(double[] features, int[] labels) {
        return evaluate(labels, network -> network.evaluate(features, labels));
    }

    /** As {@link #evaluate(double[], int[])}, in whatever way. */
    double evaluate(int[] labels, Evaluation<N> evaluation) {
        accuracies = null;
        var loss = evaluation.of(ours);
        if (findings.wantsEvaluation(evaluations++)) {
            var started = System.nanoTime();
            var weights = ours.weights();
            twin().put(weights);
            reference().put(weights);
            var inDouble = evaluation.of(twin());
            losses.add(inDouble);
            theirLosses.add(evaluation.of(reference()));
            // As one array, for a loss near 0 is a difference of large numbers.
            findings.compare("evaluations", array(losses), array(theirLosses));
            accuracies = new double[] {twin().accuracy(labels), reference().accuracy(labels)};
            findings.evaluation();
            findings.took(System.nanoTime() - started);
        }
        return loss;
    }

    @Override
    public double accuracy(int[] labels) {
        if (accuracies != null) {
            findings.compare("accuracy", one(accuracies[0]), one(accuracies[1]));
        }
        return ours.accuracy(labels);
    }

    @Override
    public Map<String, double[]> weights() {
        return ours.weights();
    }

    @Override
    public void put(Map<String, double[]> weights) {
        ours.put(weights);
    }

    private N twin() {
        if (twin == null) {
            twin = twins.get();
        }
        return twin;
    }

    private N reference() {
        if (reference == null) {
            reference = references.get();
        }
        return reference;
    }

    private static double[] one(double value) {
        return new double[] {value};
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(it -> it).toArray();
    }

    private static double[] scaled(double[] values, int exponent) {
        var scaled = new double[values.length];
        for (var i = 0; i < scaled.length; i++) {
            scaled[i] = Math.scalb(values[i], exponent);
        }
        return scaled;
    }
}
