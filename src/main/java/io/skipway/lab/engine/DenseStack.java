package io.skipway.lab.engine;

import io.skipway.lab.Activation;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.Measurement.Profile;
import io.skipway.lab.engine.stack.DenseNetwork;
import io.skipway.lab.engine.stack.Gradients;
import io.skipway.lab.engine.stack.Layout;
import io.skipway.lab.engine.stack.Optimiser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The network of a {@link Layout}, of the library's layers. */
final class DenseStack extends GraphNetwork implements DenseNetwork, FlowNetwork {
    private final Layout layout;
    private final double[] dh;
    private final double[] dw;
    private Map<String, INDArray> activations = Map.of();
    /** Of a network that was made for one evaluation; else below 0. */
    private double hits = -1;

    DenseStack(GradientFlow settings, boolean residual, int inputs, int classes, List<double[]> start) {
        this(
                StackNetwork.layout(settings, residual, inputs, classes, GradientFlows.BATCH),
                start,
                new Optimiser.Descent(settings.learningRate()));
    }

    DenseStack(Layout layout, List<double[]> start, Optimiser optimiser) {
        this(layout, optimiser);
        start(start);
    }

    private DenseStack(Layout layout, Optimiser optimiser) {
        super(ended(configured(layout, optimiser)), names(layout), layout.classes());
        this.layout = layout;
        dh = new double[layout.depth() + 1];
        dw = new double[layout.depth()];
    }

    private static List<String> names(Layout layout) {
        var names = new ArrayList<String>();
        if (layout.hasStem()) {
            names.add("stem_W");
        }
        for (var layer = 1; layer <= layout.depth(); layer++) {
            names.add("f" + layer + "_W");
        }
        for (var layer = 1; layer <= (layout.normalised() ? layout.depth() : 0); layer++) {
            names.add("n" + layer + "_gamma");
            names.add("n" + layer + "_beta");
        }
        names.add("head_W");
        return names;
    }

    @Override
    public Profile measure(Batch batch) {
        return new StackNetwork(this).measure(batch);
    }

    @Override
    public double learn(Batch batch) {
        return learn(batch.features(), batch.labels());
    }

    /** Measures the gradient and takes no step; gives the loss. */
    double differentiate(Batch batch) {
        return differentiate(batch.features(), batch.labels());
    }

    @Override
    public double learn(double[] features, int[] labels, Gradients<double[]> gradients) {
        // A pass of its own, for what the library keeps of the other ends with it.
        activations = graph.feedForward(new INDArray[] {shaped(features, labels.length)}, true, false);
        return super.learn(features, labels, gradients);
    }

    @Override
    public double evaluate(double[] features, int[] labels) {
        return evaluate(features, labels, 0);
    }

    /** Without a layer it is the network of one layer less. */
    @Override
    public double evaluate(double[] features, int[] labels, int without) {
        if (without == 0) {
            hits = -1;
            return super.evaluate(features, labels);
        }
        var weights = new HashMap<String, double[]>();
        weights().forEach((name, values) -> weights.put(renamed(name, without), values));
        try (var rest = new DenseStack(layout.withDepth(layout.depth() - 1), new Optimiser.Descent(0))) {
            rest.put(weights);
            var loss = rest.evaluate(features, labels);
            hits = rest.accuracy(labels);
            return loss;
        }
    }

    private static String renamed(String name, int without) {
        var end = name.indexOf('_');
        if (name.startsWith("stem") || name.startsWith("head")) {
            return name;
        }
        var layer = Integer.parseInt(name.substring(1, end));
        if (layer == without) {
            return "";
        }
        return name.charAt(0) + "" + (layer > without ? layer - 1 : layer) + name.substring(end);
    }

    @Override
    public double accuracy(int[] labels) {
        return hits < 0 ? super.accuracy(labels) : hits;
    }

    @Override
    public double[] dh() {
        return dh;
    }

    @Override
    public double[] dw() {
        return dw;
    }

    @Override
    public double[] units(int layer) {
        return flat(Objects.requireNonNull(activations.get((layout.normalised() ? "a" : "f") + layer)));
    }

    ComputationGraph graph() {
        return graph;
    }

    @Override
    INDArray shaped(double[] features, int examples) {
        return Nd4j.createFromArray(features).reshape(examples, layout.inputs());
    }

    @Override
    void differentiated(int examples) {
        hits = -1;
        for (var layer = 0; layer <= layout.depth(); layer++) {
            dh[layer] = Norms.euclidean(Tap.gradient(graph, "h" + layer)) / examples;
            if (layer > 0) {
                dw[layer - 1] = Norms.euclidean(gradient("f" + layer + "_W", examples));
            }
        }
    }

    @Override
    void tellActivations(int examples, Gradients<double[]> gradients) {
        for (var layer = layout.depth(); layer >= 0; layer--) {
            var name = "h" + layer;
            gradients.take(name, Norms.times(Tap.gradient(graph, name), 1.0 / examples), 0);
        }
    }

    static double[] flat(INDArray array) {
        return array.dup('c').reshape(array.length()).toDoubleVector();
    }

    private static GraphBuilder configured(Layout layout, Optimiser optimiser) {
        var width = layout.width();
        var builder = inDouble(optimiser).graphBuilder().addInputs("input");
        if (layout.hasStem()) {
            builder.addLayer("stem", dense(layout.inputs(), width, Activation.IDENTITY), "input")
                    .addVertex("h0", new Tap(), "stem");
        } else {
            builder.addVertex("h0", new Tap(), "input");
        }
        for (var layer = 1; layer <= layout.depth(); layer++) {
            var branch = branch(builder, layout, layer);
            if (layout.residual()) {
                if (layout.scale() != 1) {
                    builder.addVertex("scaled" + layer, new ScaleVertex(layout.scale()), branch);
                    branch = "scaled" + layer;
                }
                builder.addVertex(
                        "sum" + layer, new ElementWiseVertex(ElementWiseVertex.Op.Add), "h" + (layer - 1), branch);
                branch = "sum" + layer;
            }
            builder.addVertex("h" + layer, new Tap(), branch);
        }
        return builder.addLayer("head", dense(width, layout.classes(), Activation.IDENTITY), "h" + layout.depth());
    }

    /** Adds {@code act(BN(W h))} of one layer, and gives the name of what comes out of it. */
    private static String branch(GraphBuilder builder, Layout layout, int layer) {
        var width = layout.width();
        builder.addLayer(
                "f" + layer,
                dense(width, width, layout.normalised() ? Activation.IDENTITY : layout.activation()),
                "h" + (layer - 1));
        if (!layout.normalised()) {
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
                                .activation(function(layout.activation()))
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
