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
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * A stack of {@code depth} dense layers {@code act(BN(W h))} of equal width without biases, plain or with
 * {@code h + a act(BN(W h))} (He et al. 2015, eq. 1), and a head of softmax cross-entropy. h_0 is the input itself
 * where it is as wide as the layers; else a linear stem makes h_0 of it. All in double.
 */
final class DenseStack implements FlowNetwork {
    private final ComputationGraph graph;
    private final GradientFlow settings;
    private final int classes;

    DenseStack(GradientFlow settings, boolean residual, int inputs, int classes, List<double[]> start) {
        this.settings = settings;
        this.classes = classes;
        graph = new ComputationGraph(
                configured(settings, residual, inputs, classes).build());
        graph.init();
        var weights = start.iterator();
        if (inputs != settings.width()) {
            set("stem_W", weights.next());
        }
        for (var layer = 1; layer <= settings.depth(); layer++) {
            set("f" + layer + "_W", weights.next());
        }
        set("head_W", weights.next());
    }

    @Override
    public Profile measure(Batch batch) {
        var features = features(batch);
        var labels = labels(batch);
        var profile = measure(features, labels);
        step(batch.labels().length);
        return profile;
    }

    @Override
    public double learn(Batch batch) {
        var loss = differentiate(batch);
        step(batch.labels().length);
        return loss;
    }

    /** Measures the gradient and takes no step; gives the loss. */
    double differentiate(Batch batch) {
        return differentiate(features(batch), labels(batch));
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
        for (var layer = 0; layer <= settings.depth(); layer++) {
            dh.add(Norms.euclidean(Tap.gradient(graph, "h" + layer)) / batch);
        }
        var dw = new ArrayList<Double>();
        for (var layer = 1; layer <= settings.depth(); layer++) {
            dw.add(Norms.euclidean(flat(graph.gradient().getGradientFor("f" + layer + "_W"))) / batch);
        }
        return new Profile(graph.score(), accuracy(features, labels), List.copyOf(dh), List.copyOf(dw));
    }

    /** Measures the gradient by the parameters and nothing else; gives the loss. */
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

    private void step(int batch) {
        graph.params().subi(graph.gradient().gradient().mul(settings.learningRate() / batch));
    }

    private void set(String parameter, double[] values) {
        var array = graph.getParam(parameter);
        array.assign(Nd4j.createFromArray(values).reshape(array.shape()));
    }

    private static INDArray features(Batch batch) {
        return Nd4j.createFromArray(batch.features()).reshape(batch.labels().length, -1);
    }

    private INDArray labels(Batch batch) {
        var oneHot = new double[batch.labels().length][classes];
        for (var i = 0; i < oneHot.length; i++) {
            oneHot[i][batch.labels()[i]] = 1;
        }
        return Nd4j.createFromArray(oneHot);
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
                .weightInit(WeightInit.ZERO)
                .dataType(DataType.DOUBLE)
                .updater(new NoOp())
                .graphBuilder()
                .addInputs("input");
        if (inputs == width) {
            builder.addVertex("h0", new Tap(), "input");
        } else {
            builder.addLayer("stem", dense(inputs, width, Activation.IDENTITY), "input")
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
                        new OutputLayer.Builder(new CrossEntropy())
                                .nIn(width)
                                .nOut(classes)
                                .hasBias(false)
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
                dense(width, width, normalised ? Activation.IDENTITY : settings.activation()),
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

    private static DenseLayer dense(int in, int out, Activation activation) {
        return new DenseLayer.Builder()
                .nIn(in)
                .nOut(out)
                .hasBias(false)
                .activation(function(activation))
                .build();
    }

    static IActivation function(Activation activation) {
        return switch (activation) {
            case IDENTITY -> new ActivationIdentity();
            case SIGMOID -> new ActivationSigmoid();
            case TANH -> new ExactTanh();
            case RELU -> new ActivationReLU();
        };
    }
}
