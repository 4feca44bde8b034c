package io.skipway.lab.engine;

import io.skipway.lab.engine.stack.ImageLayout;
import io.skipway.lab.engine.stack.ImageNetwork;
import io.skipway.lab.engine.stack.Optimiser;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The network of an {@link ImageLayout}, of the library's layers. */
final class GraphImages extends GraphNetwork implements ImageNetwork {
    private final ImageLayout layout;
    private double stemNorm;

    GraphImages(ImageLayout layout, List<double[]> start, Optimiser optimiser) {
        super(ended(configured(layout, optimiser)), names(layout), layout.classes());
        this.layout = layout;
        start(start);
    }

    private static List<String> names(ImageLayout layout) {
        var names = new ArrayList<String>();
        for (var layer = 0; layer <= layout.layers(); layer++) {
            names.add((layer == 0 ? "stem" : "f" + layer) + "_W");
            names.add("n" + layer + "_gamma");
            names.add("n" + layer + "_beta");
        }
        names.add("head_W");
        return names;
    }

    private static GraphBuilder configured(ImageLayout layout, Optimiser optimiser) {
        var builder = inDouble(optimiser)
                .convolutionMode(ConvolutionMode.Same)
                .graphBuilder()
                .addInputs("input");
        for (var layer = 0; layer <= layout.layers(); layer++) {
            var product = convolution(
                    builder, layout, layer == 0 ? "stem" : "f" + layer, layer == 0 ? "input" : "h" + (layer - 1));
            var ends = layout.residual() && layer > 0 && layer % 2 == 0;
            if (layout.preActivation()) {
                normalised(builder, layer, ends ? sum(builder, layer, sumOf(layer - 2), product) : product);
                relu(builder, layer, "n" + layer);
            } else {
                normalised(builder, layer, product);
                relu(builder, layer, ends ? sum(builder, layer, "h" + (layer - 2), "n" + layer) : "n" + layer);
            }
        }
        return builder.addLayer("pool", new GlobalPoolingLayer(PoolingType.AVG), "h" + layout.layers())
                .addLayer(
                        "head",
                        new DenseLayer.Builder()
                                .nOut(layout.classes())
                                .hasBias(false)
                                .activation(Activation.IDENTITY)
                                .build(),
                        "pool")
                .setInputTypes(InputType.convolutional(layout.height(), layout.width(), layout.inputs()));
    }

    /** What the identity of a pre-activation block hands on. */
    private static String sumOf(int layer) {
        return layer == 0 ? "stem" : "sum" + layer;
    }

    private static String sum(GraphBuilder builder, int layer, String one, String other) {
        builder.addVertex("sum" + layer, new ElementWiseVertex(ElementWiseVertex.Op.Add), one, other);
        return "sum" + layer;
    }

    private static String convolution(GraphBuilder builder, ImageLayout layout, String name, String below) {
        builder.addLayer(
                name,
                new ConvolutionLayer.Builder(3, 3)
                        .nOut(layout.channels())
                        .hasBias(false)
                        .activation(Activation.IDENTITY)
                        .build(),
                below);
        return name;
    }

    private static void normalised(GraphBuilder builder, int layer, String below) {
        builder.addLayer("n" + layer, new BatchNormalization(), below);
    }

    private static void relu(GraphBuilder builder, int layer, String below) {
        builder.addLayer("h" + layer, new ActivationLayer(Activation.RELU), below);
    }

    @Override
    public double stemNorm() {
        return stemNorm;
    }

    @Override
    INDArray shaped(double[] features, int examples) {
        return Nd4j.createFromArray(features).reshape(examples, layout.inputs(), layout.height(), layout.width());
    }

    /** A kernel is [out, in, 3, 3] in the library. */
    @Override
    double[] ordered(INDArray weights) {
        return DenseStack.flat(weights.rank() == 4 ? weights.permute(2, 3, 0, 1) : weights);
    }

    @Override
    INDArray reordered(double[] weights, long[] shape) {
        return shape.length == 4
                ? Nd4j.createFromArray(weights)
                        .reshape(shape[2], shape[3], shape[0], shape[1])
                        .permute(2, 3, 0, 1)
                : super.reordered(weights, shape);
    }

    @Override
    void differentiated(int examples) {
        stemNorm = Norms.euclidean(gradient("stem_W", examples));
    }
}
