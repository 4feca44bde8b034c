package io.skipway.lab.engine;

import io.skipway.lab.Bottleneck;
import io.skipway.lab.Measurement.Branch;
import io.skipway.lab.Measurement.Cost;
import io.skipway.lab.Measurement.Module;
import io.skipway.lab.Measurement.Times;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The Inception module of GoogLeNet (Szegedy et al. 2014, figure 2 and table 1, row 3a: 28 x 28, branches of 64, 128 and 32
 * channels) with its 1x1 reductions and without. Costs come from the configuration alone; no weight is made for them.
 */
final class InceptionModules {
    static final int SIDE = 28;
    private static final int OUT_1X1 = 64;
    private static final int OUT_3X3 = 128;
    private static final int OUT_5X5 = 32;
    private static final List<String> BRANCHES = List.of("1x1", "3x3", "5x5", "pool");

    private final Bottleneck settings;

    InceptionModules(Bottleneck settings) {
        this.settings = settings;
    }

    /** Parameters, multiply-accumulates and channels of each branch, without times. */
    Module costs() {
        return module(null, null);
    }

    /** The costs at once, then the measured times of the modules that were asked for, one after the other. */
    void time(Engine.Progress progress) {
        progress.measured(costs());
        var with = settings.modules().equals("without") ? null : measured(true, progress);
        if (with != null && !progress.cancelled()) {
            progress.measured(module(with, null));
        }
        var without = settings.modules().equals("with") || progress.cancelled() ? null : measured(false, progress);
        if (without != null) {
            progress.measured(module(with, without));
        }
    }

    private @Nullable Times measured(boolean reduced, Engine.Progress progress) {
        try (var timed = new TimedGraph(configuration(reduced), settings.inputChannels(), SIDE, settings.seed())) {
            return timed.measure(progress);
        }
    }

    private Module module(@Nullable Times with, @Nullable Times without) {
        var reduced = configuration(true);
        var naive = configuration(false);
        var branches = BRANCHES.stream()
                .map(name -> new Branch(name, cost(reduced, name), cost(naive, name)))
                .toList();
        return new Module(
                branches,
                sum(branches.stream().map(Branch::with)),
                sum(branches.stream().map(Branch::without)),
                with,
                without);
    }

    private static Cost sum(Stream<Cost> costs) {
        return costs.reduce(
                new Cost(0, 0, 0),
                (one, other) -> new Cost(
                        one.parameters() + other.parameters(),
                        one.multiplyAccumulates() + other.multiplyAccumulates(),
                        one.outputChannels() + other.outputChannels()));
    }

    /** The layers of a branch have its name, or begin with it and a dash. */
    private Cost cost(ComputationGraphConfiguration module, String branch) {
        var types = module.getLayerActivationTypes(input());
        var parameters = 0L;
        var multiplications = 0L;
        for (var vertex : module.getVertices().entrySet()) {
            var name = vertex.getKey();
            if ((name.equals(branch) || name.startsWith(branch + "-"))
                    && vertex.getValue() instanceof LayerVertex layer
                    && layer.getLayerConf().getLayer() instanceof ConvolutionLayer convolution
                    && types.get(name) instanceof InputTypeConvolutional map) {
                var count = convolution.initializer().numParams(layer.getLayerConf());
                parameters += count;
                multiplications += (count - convolution.getNOut()) * map.getHeight() * map.getWidth();
            }
        }
        var out = (InputTypeConvolutional) Objects.requireNonNull(types.get(branch));
        return new Cost(parameters, multiplications, (int) out.getChannels());
    }

    private InputType input() {
        return InputType.convolutional(SIDE, SIDE, settings.inputChannels());
    }

    ComputationGraphConfiguration configuration(boolean reduced) {
        var builder = new NeuralNetConfiguration.Builder()
                .seed(settings.seed())
                .dataType(DataType.FLOAT)
                .updater(new NoOp())
                .convolutionMode(ConvolutionMode.Same)
                .activation(Activation.RELU)
                .graphBuilder()
                .addInputs("input")
                .addLayer("1x1", convolution(1, OUT_1X1), "input");
        branch(builder, "3x3", 3, OUT_3X3, reduced ? settings.reduce3x3() : 0);
        branch(builder, "5x5", 5, OUT_5X5, reduced ? settings.reduce5x5() : 0);
        builder.addLayer(reduced ? "pool-max" : "pool", pooling(), "input");
        if (reduced) {
            builder.addLayer("pool", convolution(1, settings.poolProjection()), "pool-max");
        }
        return builder.addVertex("module", new MergeVertex(), BRANCHES.toArray(String[]::new))
                .addLayer(
                        "loss",
                        new CnnLossLayer.Builder(LossFunction.MSE)
                                .activation(Activation.IDENTITY)
                                .build(),
                        "module")
                .setOutputs("loss")
                .setInputTypes(input())
                .build();
    }

    private static void branch(GraphBuilder builder, String name, int kernel, int out, int reduction) {
        if (reduction > 0) {
            builder.addLayer(name + "-reduce", convolution(1, reduction), "input");
        }
        builder.addLayer(name, convolution(kernel, out), reduction > 0 ? name + "-reduce" : "input");
    }

    private static ConvolutionLayer convolution(int kernel, int out) {
        return new ConvolutionLayer.Builder(kernel, kernel).nOut(out).build();
    }

    private static SubsamplingLayer pooling() {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                .kernelSize(3, 3)
                .stride(1, 1)
                .build();
    }
}
