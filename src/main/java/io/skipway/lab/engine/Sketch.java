package io.skipway.lab.engine;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;

/**
 * A convolutional network drawn from its input on; every method adds one vertex under the given name and returns that name.
 * Sizes are truncated, as in the papers' tables.
 */
final class Sketch {
    static final String IMAGE = "image";

    private final GraphBuilder graph;
    private final int side;

    /** @param side of the square image of three channels, in pixels */
    Sketch(int side) {
        this.side = side;
        graph = new NeuralNetConfiguration.Builder()
                .convolutionMode(ConvolutionMode.Truncate)
                .graphBuilder()
                .addInputs(IMAGE)
                .setInputTypes(InputType.convolutional(side, side, 3));
    }

    int side() {
        return side;
    }

    /** With biases. */
    String convolution(String name, int kernel, int stride, int padding, int out, String from) {
        return add(name, kernel, stride, padding, out, true, from);
    }

    /** Without biases, and batch normalisation after it. */
    String normalised(String name, int kernel, int stride, int padding, int out, String from) {
        add(name, kernel, stride, padding, out, false, from);
        graph.addLayer(name + "-bn", new BatchNormalization(), name);
        return name + "-bn";
    }

    private String add(String name, int kernel, int stride, int padding, int out, boolean bias, String from) {
        graph.addLayer(
                name,
                new ConvolutionLayer.Builder(kernel, kernel)
                        .stride(stride, stride)
                        .padding(padding, padding)
                        .nOut(out)
                        .hasBias(bias)
                        .build(),
                from);
        return name;
    }

    String maxPooling(String name, int kernel, int stride, int padding, String from) {
        graph.addLayer(
                name,
                new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                        .kernelSize(kernel, kernel)
                        .stride(stride, stride)
                        .padding(padding, padding)
                        .build(),
                from);
        return name;
    }

    String averageOfMap(String name, String from) {
        graph.addLayer(name, new GlobalPoolingLayer(PoolingType.AVG), from);
        return name;
    }

    String responseNormalisation(String name, String from) {
        graph.addLayer(name, new LocalResponseNormalization(), from);
        return name;
    }

    String dense(String name, int out, String from) {
        graph.addLayer(name, new DenseLayer.Builder().nOut(out).build(), from);
        return name;
    }

    String sum(String name, String one, String other) {
        graph.addVertex(name, new ElementWiseVertex(ElementWiseVertex.Op.Add), one, other);
        return name;
    }

    String concatenation(String name, String... from) {
        graph.addVertex(name, new MergeVertex(), from.clone());
        return name;
    }

    /** Every second pixel, and as many channels of zeros again: He et al. 2015, option A, which has no parameters. */
    String paddedShortcut(String name, String from) {
        maxPooling(name + "-every-second", 1, 2, 0, from);
        graph.addVertex(name + "-zeros", new ScaleVertex(0), name + "-every-second");
        return concatenation(name, name + "-every-second", name + "-zeros");
    }

    /** Ends in a dense layer of so many classes. */
    Sketch classes(int classes, String from) {
        graph.addLayer("fc", new OutputLayer.Builder().nOut(classes).build(), from)
                .setOutputs("fc");
        return this;
    }

    ComputationGraphConfiguration build() {
        return graph.build();
    }
}
