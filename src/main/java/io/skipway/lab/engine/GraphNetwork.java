package io.skipway.lab.engine;

import io.skipway.lab.engine.stack.Gradients;
import io.skipway.lab.engine.stack.LearningNetwork;
import io.skipway.lab.engine.stack.Optimiser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * What learns on DL4J's {@code ComputationGraph}, in double: its layers, its gradients and its updaters. The graph's weights
 * bear the names of the stack's, and its logits pass a {@link Tap} of that name.
 */
abstract class GraphNetwork implements LearningNetwork {
    final ComputationGraph graph;
    private final List<String> names;
    private final int classes;
    private int steps;

    /** @param names of the weights, from the stem to the head */
    GraphNetwork(ComputationGraphConfiguration configuration, List<String> names, int classes) {
        this.names = List.copyOf(names);
        this.classes = classes;
        graph = new ComputationGraph(configuration);
        graph.init();
    }

    static NeuralNetConfiguration.Builder inDouble(Optimiser optimiser) {
        return new NeuralNetConfiguration.Builder()
                .weightInit(WeightInit.ZERO)
                .dataType(DataType.DOUBLE)
                .updater(updater(optimiser));
    }

    private static IUpdater updater(Optimiser optimiser) {
        return switch (optimiser) {
            case Optimiser.Descent(var rate) -> new Sgd(rate);
            case Optimiser.Nesterov(var rate, var momentum) -> new Nesterovs(rate, momentum);
            case Optimiser.Adam(var rate, var b1, var b2, var epsilon) -> new Adam(rate, b1, b2, epsilon);
        };
    }

    /** After the layer {@code head}, which gives the logits. */
    static ComputationGraphConfiguration ended(GraphBuilder builder) {
        return builder.addVertex("logits", new Tap(true), "head")
                .addLayer(
                        "loss",
                        new LossLayer.Builder(new CrossEntropy())
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "logits")
                .setOutputs("loss")
                .build();
    }

    /** As the graph's input. */
    abstract INDArray shaped(double[] features, int examples);

    /** From the library's order of a weight, or its gradient, to that of the stack. */
    double[] ordered(INDArray weights) {
        return DenseStack.flat(weights);
    }

    /** The other way round; as many elements as {@code shape} has. */
    INDArray reordered(double[] weights, long[] shape) {
        return Nd4j.createFromArray(weights).reshape(shape);
    }

    /** Is told of a backward pass before its gradients are used up. */
    abstract void differentiated(int examples);

    /** Tells the gradients by activations, where the stack does. */
    void tellActivations(int examples, Gradients<double[]> gradients) {}

    @Override
    public double learn(double[] features, int[] labels) {
        var loss = differentiate(features, labels);
        step(labels.length);
        return loss;
    }

    @Override
    public double learn(double[] features, int[] labels, Gradients<double[]> gradients) {
        var loss = differentiate(features, labels);
        tellActivations(labels.length, gradients);
        names.forEach(name -> gradients.take(name, gradient(name, labels.length), 0));
        step(labels.length);
        return loss;
    }

    double differentiate(double[] features, int[] labels) {
        return differentiate(shaped(features, labels.length), oneHot(labels));
    }

    /** Measures the gradient by the parameters and nothing else; gives the loss. */
    double differentiate(INDArray features, INDArray labels) {
        graph.setInputs(features);
        graph.setLabels(labels);
        graph.computeGradientAndScore();
        differentiated((int) features.size(0));
        return graph.score();
    }

    /** Of the batch's mean loss, where the library sums over the batch. */
    double[] gradient(String name, int examples) {
        return Norms.times(ordered(graph.gradient().getGradientFor(name)), 1.0 / examples);
    }

    private void step(int examples) {
        graph.getUpdater(true).update(graph.gradient(), steps++, 0, examples, LayerWorkspaceMgr.noWorkspaces());
        graph.params().subi(graph.gradient().gradient());
    }

    @Override
    public double evaluate(double[] features, int[] labels) {
        return graph.score(new DataSet(shaped(features, labels.length), oneHot(labels)), true);
    }

    @Override
    public double accuracy(int[] labels) {
        var logits = Tap.output(graph, "logits");
        var hits = IntStream.range(0, labels.length)
                .filter(i -> told(logits, i) == labels[i])
                .count();
        return (double) hits / labels.length;
    }

    /** The first of equally probable classes: logits that differ by less than probabilities can are equal. */
    private int told(double[] logits, int example) {
        var first = example * classes;
        var most = Double.NEGATIVE_INFINITY;
        for (var j = 0; j < classes; j++) {
            most = Math.max(most, logits[first + j]);
        }
        var told = 0;
        for (var j = 1; j < classes; j++) {
            told = Math.exp(logits[first + j] - most) > Math.exp(logits[first + told] - most) ? j : told;
        }
        return told;
    }

    @Override
    public Map<String, double[]> weights() {
        var weights = new LinkedHashMap<String, double[]>();
        names.forEach(name -> weights.put(name, ordered(graph.getParam(name))));
        return weights;
    }

    @Override
    public void put(Map<String, double[]> weights) {
        names.forEach(name -> {
            var parameter = graph.getParam(name);
            parameter.assign(reordered(Objects.requireNonNull(weights.get(name)), parameter.shape()));
        });
    }

    /** Sets the products' weights, in the library's order; the others start at 1 or 0. */
    void start(List<double[]> start) {
        var next = start.iterator();
        names.stream().filter(name -> name.endsWith("_W")).forEach(name -> {
            var parameter = graph.getParam(name);
            parameter.assign(Nd4j.createFromArray(next.next()).reshape(parameter.shape()));
        });
    }

    @Override
    public void close() {
        Workspaces.release(graph);
    }

    private INDArray oneHot(int[] labels) {
        var oneHot = new double[labels.length][classes];
        for (var i = 0; i < labels.length; i++) {
            oneHot[i][labels[i]] = 1;
        }
        return Nd4j.createFromArray(oneHot);
    }
}
