package io.skipway.lab.engine;

import io.skipway.lab.Activation;
import java.util.Random;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Equal convolutions one after the other on an image just so large that one output is left, the centre: what lies outside
 * cannot reach it. In double, He weights for ReLU and Xavier else, no activation after the last.
 */
final class ConvolutionStack implements AutoCloseable {
    private static final int IMAGES = 8;

    private final ComputationGraph graph;
    private final int side;
    private final INDArray images;
    private final INDArray labels;

    ConvolutionStack(int layers, int kernel, int channels, Activation activation, long seed) {
        this.side = layers * (kernel - 1) + 1;
        var builder = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .dataType(DataType.DOUBLE)
                .updater(new NoOp())
                .convolutionMode(ConvolutionMode.Truncate)
                .weightInit(activation == Activation.RELU ? WeightInit.RELU : WeightInit.XAVIER)
                .graphBuilder()
                .addInputs("input")
                .addVertex("x", new Tap(), "input");
        var below = "x";
        for (var layer = 1; layer <= layers; layer++) {
            var function = layer == layers ? Activation.IDENTITY : activation;
            builder.addLayer(
                    "c" + layer,
                    new ConvolutionLayer.Builder(kernel, kernel)
                            .nIn(channels)
                            .nOut(channels)
                            .activation(DenseStack.function(function))
                            .build(),
                    below);
            below = "c" + layer;
        }
        // One pixel is left: its mean is itself, without the two axes.
        builder.addLayer("centre", new GlobalPoolingLayer(PoolingType.AVG), below)
                .addLayer(
                        "loss",
                        new LossLayer.Builder(LossFunction.WASSERSTEIN)
                                .activation(DenseStack.function(Activation.IDENTITY))
                                .build(),
                        "centre")
                .setOutputs("loss")
                .setInputTypes(InputType.convolutional(side, side, channels));
        graph = new ComputationGraph(builder.build());
        graph.init();
        var random = new Random(seed);
        images = noise(random, IMAGES * channels * side * side).reshape(IMAGES, channels, side, side);
        labels = noise(random, IMAGES * channels).reshape(IMAGES, channels);
    }

    /** |d centre / d input| summed over images and channels, [side * side]; the centre's channels are weighted at random. */
    double[] centreGradient() {
        var gradient = signed();
        var field = new double[side * side];
        for (var i = 0; i < gradient.length; i++) {
            field[i % field.length] += Math.abs(gradient[i]);
        }
        return field;
    }

    /** The gradient of {@link #loss} by every pixel, [images, channels, side, side] in row-major order. */
    double[] signed() {
        graph.setInputs(images);
        graph.setLabels(labels);
        graph.computeGradientAndScore();
        return Tap.gradient(graph, "x");
    }

    /** The sum over the images of the mean of labels times centre outputs, with one pixel moved. */
    double loss(int pixel, double by) {
        var moved = images.dup('c');
        moved.data().put(pixel, moved.data().getDouble(pixel) + by);
        var products = graph.output(true, moved)[0].mul(labels);
        return products.sumNumber().doubleValue() / labels.size(1);
    }

    @Override
    public void close() {
        Workspaces.release(graph);
    }

    private static INDArray noise(Random random, int count) {
        return Nd4j.createFromArray(
                random.doubles(count).map(_ -> random.nextGaussian()).toArray());
    }
}
