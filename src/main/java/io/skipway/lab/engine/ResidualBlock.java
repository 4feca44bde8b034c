package io.skipway.lab.engine;

import io.skipway.lab.Activation;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * {@code x + a act(x W + b)}, perhaps with a ReLU on the sum, and a loss linear in what comes out: one network in double,
 * each row of a batch with an a of its own.
 */
final class ResidualBlock implements AutoCloseable {
    private final ComputationGraph graph;
    private final int width;

    ResidualBlock(int width, Activation activation, boolean reluAfter, double[][] weights, double[] bias) {
        this.width = width;
        var builder = new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .updater(new NoOp())
                .graphBuilder()
                .addInputs("input", "a")
                .addVertex("x", new Tap(), "input")
                .addLayer(
                        "F",
                        new DenseLayer.Builder()
                                .nIn(width)
                                .nOut(width)
                                .activation(DenseStack.function(activation))
                                .build(),
                        "x")
                .addVertex("aF", new ElementWiseVertex(ElementWiseVertex.Op.Product), "F", "a")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "x", "aF")
                .addVertex("H", new Tap(), "sum")
                .addLayer(
                        "out",
                        new ActivationLayer.Builder()
                                .activation(DenseStack.function(reluAfter ? Activation.RELU : Activation.IDENTITY))
                                .build(),
                        "H")
                .addLayer(
                        "loss",
                        // The mean of labels times outputs; the only loss of the library that is linear.
                        new LossLayer.Builder(LossFunction.WASSERSTEIN)
                                .activation(DenseStack.function(Activation.IDENTITY))
                                .build(),
                        "out")
                .setOutputs("loss");
        graph = new ComputationGraph(builder.build());
        graph.init();
        graph.setParam("F_W", Nd4j.createFromArray(weights));
        graph.setParam("F_b", Nd4j.createFromArray(bias).reshape(1, width));
    }

    /**
     * Passes a batch forward and back, where dL by the block's output is {@code towards}.
     *
     * @param inputs [rows][width]
     * @param as the factor of each row
     */
    void differentiate(double[][] inputs, double[] as, double[] towards) {
        graph.setInputs(Nd4j.createFromArray(inputs), factors(as));
        var labels = new double[as.length][];
        Arrays.fill(labels, Norms.times(towards, width));
        graph.setLabels(Nd4j.createFromArray(labels));
        graph.computeGradientAndScore();
    }

    /** dL/dx of each row of the last batch, as the network has it. */
    double[][] byInput() {
        return rows(Tap.gradient(graph, "x"));
    }

    /** dL/d(x + aF) of each row of the last batch. */
    double[][] bySum() {
        return rows(Tap.gradient(graph, "H"));
    }

    /** The loss of each row. */
    double[] losses(double[][] inputs, double[] as, double[] towards) {
        var out = rows(DenseStack.flat(graph.output(true, Nd4j.createFromArray(inputs), factors(as))[0]));
        return Arrays.stream(out)
                .mapToDouble(row -> {
                    var sum = 0.0;
                    for (var i = 0; i < width; i++) {
                        sum += row[i] * towards[i];
                    }
                    return sum;
                })
                .toArray();
    }

    @Override
    public void close() {
        Workspaces.release(graph);
    }

    private INDArray factors(double[] as) {
        var factors = new double[as.length][width];
        for (var i = 0; i < as.length; i++) {
            Arrays.fill(factors[i], as[i]);
        }
        return Nd4j.createFromArray(factors);
    }

    private double[][] rows(double[] flat) {
        var rows = new double[flat.length / width][];
        for (var i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(flat, i * width, (i + 1) * width);
        }
        return rows;
    }
}
