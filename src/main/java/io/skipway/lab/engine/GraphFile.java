package io.skipway.lab.engine;

import io.skipway.lab.Activation;
import io.skipway.lab.network.Network;
import io.skipway.lab.network.Network.Node;
import io.skipway.lab.network.Network.Precision;
import io.skipway.lab.network.NetworkGradients;
import io.skipway.lab.network.NetworkGradients.Gradient;
import io.skipway.lab.network.Operation.Add;
import io.skipway.lab.network.Operation.BatchNorm;
import io.skipway.lab.network.Operation.Convolution;
import io.skipway.lab.network.Operation.Dense;
import io.skipway.lab.network.Operation.Function;
import io.skipway.lab.network.Operation.GlobalAveragePool;
import io.skipway.lab.network.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * A network of a file on DL4J's {@code ComputationGraph}. Node i is the vertex {@code n} and its number, with a {@link Tap} of
 * the same number on what comes out of it, for names in files may be anything.
 */
final class GraphFile implements AutoCloseable {
    private static final int BATCH = -1;

    private final Network network;
    private final DataType type;
    private final ComputationGraph graph;

    GraphFile(Network network) {
        this.network = network;
        type = network.precision() == Precision.FLOAT32 ? DataType.FLOAT : DataType.DOUBLE;
        var builder = new NeuralNetConfiguration.Builder()
                .weightInit(WeightInit.ZERO)
                .dataType(type)
                .updater(new NoOp())
                .convolutionMode(ConvolutionMode.Same)
                .graphBuilder()
                .addInputs("input")
                .addVertex(tap(BATCH), new Tap(), "input");
        for (var i = 0; i < network.nodes().size(); i++) {
            add(builder, i, network.nodes().get(i));
            builder.addVertex(tap(i), new Tap(), "n" + i);
        }
        builder.addLayer(
                        "loss",
                        new LossLayer.Builder(new CrossEntropy())
                                .activation(org.nd4j.linalg.activations.Activation.SOFTMAX)
                                .build(),
                        tap(network.nodes().size() - 1))
                .setOutputs("loss");
        graph = new ComputationGraph(builder.build());
        graph.init();
        for (var i = 0; i < network.nodes().size(); i++) {
            for (var parameter : network.nodes().get(i).operation().parameters().entrySet()) {
                var array = graph.getParam(name(i, parameter.getKey()));
                array.assign(array(parameter.getValue()).reshape(array.shape()));
            }
        }
    }

    NetworkGradients differentiate() {
        graph.setInputs(array(network.input()));
        graph.setLabels(labels());
        graph.computeGradientAndScore();
        var parameters = new LinkedHashMap<String, Gradient>();
        var activations = new LinkedHashMap<String, Gradient>();
        activations.put(
                Network.INPUT,
                mean(Tap.gradient(graph, tap(BATCH)), network.input().shape()));
        for (var i = 0; i < network.nodes().size(); i++) {
            var node = network.nodes().get(i);
            activations.put(node.id(), mean(Tap.gradient(graph, tap(i)), network.shape(node.id())));
            for (var parameter : node.operation().parameters().entrySet()) {
                var gradient = graph.gradient().getGradientFor(name(i, parameter.getKey()));
                parameters.put(
                        node.id() + "." + parameter.getKey(),
                        mean(DenseStack.flat(gradient), parameter.getValue().shape()));
            }
        }
        return new NetworkGradients(graph.score(), parameters, activations);
    }

    @Override
    public void close() {
        Workspaces.release(graph);
    }

    private void add(GraphBuilder builder, int i, Node node) {
        var name = "n" + i;
        if (node.operation() instanceof Add sum) {
            // A scale for each, be it 1: the same node may come in twice.
            var scaled = new String[sum.scale().size()];
            for (var j = 0; j < scaled.length; j++) {
                scaled[j] = "s%d-%d".formatted(i, j);
                builder.addVertex(
                        scaled[j],
                        new ScaleVertex(sum.scale().get(j)),
                        tap(network.index(node.from().get(j))));
            }
            builder.addVertex(name, new ElementWiseVertex(ElementWiseVertex.Op.Add), scaled);
        } else {
            builder.addLayer(name, layer(node), tap(network.index(node.from().getFirst())));
        }
    }

    private static Layer layer(Node node) {
        return switch (node.operation()) {
            case Dense it ->
                new DenseLayer.Builder()
                        .nIn(it.weights().size(0))
                        .nOut(it.weights().size(1))
                        .hasBias(it.bias() != null)
                        .activation(DenseStack.function(Activation.IDENTITY))
                        .build();
            case Convolution it ->
                new ConvolutionLayer.Builder(it.kernels().size(2), it.kernels().size(3))
                        .nIn(it.kernels().size(1))
                        .nOut(it.kernels().size(0))
                        .hasBias(it.bias() != null)
                        .activation(DenseStack.function(Activation.IDENTITY))
                        .build();
            case BatchNorm it ->
                new BatchNormalization.Builder()
                        .nIn(it.gamma().size(0))
                        .nOut(it.gamma().size(0))
                        .eps(it.epsilon())
                        .build();
            case Function it ->
                new ActivationLayer.Builder()
                        .activation(DenseStack.function(it.activation()))
                        .build();
            case GlobalAveragePool _ -> new GlobalPoolingLayer(PoolingType.AVG);
            case Add _ -> throw new IllegalArgumentException("A sum is no layer");
        };
    }

    private static String tap(int node) {
        return "tap" + node;
    }

    /** The library calls kernels weights too. */
    private static String name(int node, String parameter) {
        return "n%d_%s".formatted(node, parameter.equals("K") ? "W" : parameter);
    }

    /** The library sums over the batch. */
    private Gradient mean(double[] sum, List<Integer> shape) {
        var mean = Norms.times(sum, 1.0 / network.batch());
        return new Gradient(Norms.euclidean(mean), new Tensor(shape, mean));
    }

    private INDArray array(Tensor values) {
        var shape = values.shape().stream().mapToLong(Integer::longValue).toArray();
        return Nd4j.createFromArray(values.data()).castTo(type).reshape('c', shape);
    }

    private INDArray labels() {
        var oneHot = new double[network.batch()][network.classes()];
        var labels = network.labels();
        for (var i = 0; i < oneHot.length; i++) {
            oneHot[i][labels[i]] = 1;
        }
        return Nd4j.createFromArray(oneHot).castTo(type);
    }
}
