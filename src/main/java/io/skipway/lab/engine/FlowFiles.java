package io.skipway.lab.engine;

import io.skipway.lab.GradientFlow;
import io.skipway.lab.Normalisation;
import io.skipway.lab.Skip;
import io.skipway.lab.network.Network;
import io.skipway.lab.network.Network.Node;
import io.skipway.lab.network.Network.Precision;
import io.skipway.lab.network.Operation;
import io.skipway.lab.network.Operation.Add;
import io.skipway.lab.network.Operation.BatchNorm;
import io.skipway.lab.network.Operation.Dense;
import io.skipway.lab.network.Operation.Function;
import io.skipway.lab.network.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/**
 * The networks of a {@link GradientFlow} before their first step, with the first batch. Nodes are named as the lab names
 * them: h_k is {@code hk}, or the {@code input} where that is h_0, and the weights of layer k are {@code dk.W}.
 */
public final class FlowFiles {
    private final GradientFlow settings;
    private final boolean residual;
    private final Iterator<double[]> weights;
    private final List<Node> nodes = new ArrayList<>();
    private String below = Network.INPUT;

    private FlowFiles(GradientFlow settings, boolean residual, List<double[]> weights) {
        this.settings = settings;
        this.residual = residual;
        this.weights = weights.iterator();
    }

    /** The plain network of an experiment or, where its skip is not NONE, the residual one. */
    public static Network network(GradientFlow settings, boolean residual) {
        var examples = DataSets.training(settings.data());
        var start = InitialWeights.draw(settings, examples.inputs(), examples.classes());
        var batch = GradientFlows.batch(examples, new Random(settings.seed()));
        return new Network(
                Precision.FLOAT64,
                new Tensor(List.of(GradientFlows.BATCH, examples.inputs()), batch.features()),
                batch.labels(),
                new FlowFiles(settings, residual, start).nodes(examples.inputs(), examples.classes()));
    }

    private List<Node> nodes(int inputs, int classes) {
        var width = settings.width();
        if (inputs != width) {
            add("h0", dense(inputs, width));
        }
        for (var k = 1; k <= settings.depth(); k++) {
            var h = below;
            add("d" + k, dense(width, width));
            if (settings.normalisation() == Normalisation.BATCH) {
                add("n" + k, normalised());
            }
            add((residual ? "f" : "h") + k, new Function(settings.activation()));
            if (residual) {
                var scale = settings.skip() == Skip.SCALED ? settings.scale() : 1;
                nodes.add(new Node("h" + k, new Add(List.of(1.0, scale)), h, below));
                below = "h" + k;
            }
        }
        add("logits", dense(width, classes));
        return nodes;
    }

    private void add(String id, Operation operation) {
        nodes.add(new Node(id, operation, below));
        below = id;
    }

    private Dense dense(int in, int out) {
        return new Dense(new Tensor(List.of(in, out), weights.next()), null);
    }

    /** As it starts. */
    private BatchNorm normalised() {
        var ones = new double[settings.width()];
        Arrays.fill(ones, 1);
        var shape = List.of(settings.width());
        return new BatchNorm(new Tensor(shape, ones), new Tensor(shape, new double[settings.width()]), 1e-5);
    }
}
