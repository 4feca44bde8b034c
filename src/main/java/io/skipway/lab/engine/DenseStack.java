package io.skipway.lab.engine;

import io.skipway.lab.Activation;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.Measurement.Profile;
import io.skipway.lab.Normalisation;
import io.skipway.lab.Skip;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.deeplearning4j.nn.weights.WeightInitRelu;
import org.deeplearning4j.nn.weights.WeightInitXavier;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * A stack of {@code depth} dense layers {@code act(BN(W h))} of equal width without biases, plain or with
 * {@code h + a act(BN(W h))} (He et al. 2015, eq. 1), and a Xavier head of softmax cross-entropy. h_0 is the input itself
 * where it is as wide as the layers; else a linear Xavier layer makes h_0 of it. All in double.
 */
final class DenseStack implements AutoCloseable {
    private final ComputationGraph graph;
    private final int depth;

    DenseStack(GradientFlow settings, boolean residual, int inputs, int classes) {
        this.depth = settings.depth();
        this.graph = new ComputationGraph(
                configured(settings, residual, inputs, classes).build());
        graph.init();
    }

    /**
     * The profile of a batch, gradients being of the batch's mean loss.
     *
     * @param features [batch, inputs]
     * @param labels [batch, classes], one-hot
     */
    Profile measure(INDArray features, INDArray labels) {
        var batch = features.size(0);
        graph.setInputs(features);
        graph.setLabels(labels);
        graph.computeGradientAndScore();
        // The library sums over the batch and divides only when it updates.
        var dh = new ArrayList<Double>();
        for (var layer = 0; layer <= depth; layer++) {
            dh.add(Norms.euclidean(Tap.gradient(graph, "h" + layer)) / batch);
        }
        var dw = new ArrayList<Double>();
        for (var layer = 1; layer <= depth; layer++) {
            dw.add(Norms.euclidean(flat(graph.gradient().getGradientFor("f" + layer + "_W"))) / batch);
        }
        return new Profile(graph.score(), accuracy(features, labels), List.copyOf(dh), List.copyOf(dw));
    }

    /** One step of plain gradient descent along the gradient that was last measured. */
    void step(double learningRate, long batch) {
        graph.params().subi(graph.gradient().gradient().mul(learningRate / batch));
    }

    /** Measures the gradient for {@link #step} and nothing else; gives the loss. */
    double differentiate(INDArray features, INDArray labels) {
        graph.setInputs(features);
        graph.setLabels(labels);
        graph.computeGradientAndScore();
        return graph.score();
    }

    ComputationGraph graph() {
        return graph;
    }

    @Override
    public void close() {
        Workspaces.release(graph);
    }

    private double accuracy(INDArray features, INDArray labels) {
        var said = graph.output(true, features)[0].argMax(1);
        var right = labels.argMax(1);
        var hits = 0;
        for (var i = 0; i < said.length(); i++) {
            hits += said.getLong(i) == right.getLong(i) ? 1 : 0;
        }
        return (double) hits / said.length();
    }

    static double[] flat(INDArray array) {
        return array.dup('c').reshape(array.length()).toDoubleVector();
    }

    private static GraphBuilder configured(GradientFlow settings, boolean residual, int inputs, int classes) {
        var width = settings.width();
        var builder = new NeuralNetConfiguration.Builder()
                .seed(settings.seed())
                .dataType(DataType.DOUBLE)
                .updater(new NoOp())
                .graphBuilder()
                .addInputs("input");
        if (inputs == width) {
            builder.addVertex("h0", new Tap(), "input");
        } else {
            builder.addLayer("stem", dense(inputs, width, new WeightInitXavier(), Activation.IDENTITY), "input")
                    .addVertex("h0", new Tap(), "stem");
        }
        for (var layer = 1; layer <= settings.depth(); layer++) {
            var branch = branch(builder, settings, layer);
            if (residual) {
                if (settings.skip() == Skip.SCALED) {
                    builder.addVertex("scaled" + layer, new ScaleVertex(settings.scale()), branch);
                    branch = "scaled" + layer;
                }
                builder.addVertex(
                        "sum" + layer, new ElementWiseVertex(ElementWiseVertex.Op.Add), "h" + (layer - 1), branch);
                branch = "sum" + layer;
            }
            builder.addVertex("h" + layer, new Tap(), branch);
        }
        return builder.addLayer(
                        "head",
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nIn(width)
                                .nOut(classes)
                                .hasBias(false)
                                .weightInit(WeightInit.XAVIER)
                                .activation(org.nd4j.linalg.activations.Activation.SOFTMAX)
                                .build(),
                        "h" + settings.depth())
                .setOutputs("head");
    }

    /** Adds {@code act(BN(W h))} of one layer, and gives the name of what comes out of it. */
    private static String branch(GraphBuilder builder, GradientFlow settings, int layer) {
        var width = settings.width();
        var normalised = settings.normalisation() == Normalisation.BATCH;
        builder.addLayer(
                "f" + layer,
                dense(width, width, initialiser(settings), normalised ? Activation.IDENTITY : settings.activation()),
                "h" + (layer - 1));
        if (!normalised) {
            return "f" + layer;
        }
        // The normalising layer silently ignores an activation of its own.
        builder.addLayer(
                        "n" + layer,
                        new BatchNormalization.Builder().nIn(width).nOut(width).build(),
                        "f" + layer)
                .addLayer(
                        "a" + layer,
                        new ActivationLayer.Builder()
                                .activation(function(settings.activation()))
                                .build(),
                        "n" + layer);
        return "a" + layer;
    }

    private static DenseLayer dense(int in, int out, IWeightInit initialiser, Activation activation) {
        return new DenseLayer.Builder()
                .nIn(in)
                .nOut(out)
                .hasBias(false)
                .weightInit(initialiser)
                .activation(function(activation))
                .build();
    }

    private static IWeightInit initialiser(GradientFlow settings) {
        return switch (settings.initialiser()) {
            case XAVIER -> new WeightInitXavier();
            case HE -> new WeightInitRelu();
            case NORMAL -> new WeightInitDistribution(new NormalDistribution(0, settings.sd()));
        };
    }

    static org.nd4j.linalg.activations.Activation function(Activation activation) {
        return switch (activation) {
            case IDENTITY -> org.nd4j.linalg.activations.Activation.IDENTITY;
            case SIGMOID -> org.nd4j.linalg.activations.Activation.SIGMOID;
            case TANH -> org.nd4j.linalg.activations.Activation.TANH;
            case RELU -> org.nd4j.linalg.activations.Activation.RELU;
        };
    }
}
