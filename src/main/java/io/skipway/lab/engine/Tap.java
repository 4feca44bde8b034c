package io.skipway.lab.engine;

import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A vertex that hands everything on unchanged and notes the gradient that comes back through it: the library tells
 * gradients by weights, but none by activations. Scaling by 1 is exact to the last bit.
 */
final class Tap extends ScaleVertex {
    private static final long serialVersionUID = 1;

    private final boolean forward;

    Tap() {
        this(false);
    }

    /** @param forward whether it notes too what it hands on */
    Tap(boolean forward) {
        super(1);
        this.forward = forward;
    }

    /** What came back through the tap of that name in the last backward pass, per batch: a sum, not yet a mean. */
    static double[] gradient(ComputationGraph graph, String name) {
        return ((Noting) graph.getVertex(name)).noted;
    }

    /** What went forward through the tap of that name in the last pass, if it notes that. */
    static double[] output(ComputationGraph graph, String name) {
        return ((Noting) graph.getVertex(name)).output;
    }

    @Override
    public Tap clone() {
        return new Tap(forward);
    }

    @Override
    public GraphVertex instantiate(
            ComputationGraph graph,
            String name,
            int index,
            INDArray parameters,
            boolean initialise,
            DataType networkType) {
        return new Noting(graph, name, index, networkType, forward);
    }

    private static final class Noting extends org.deeplearning4j.nn.graph.vertex.impl.ScaleVertex {
        private final boolean forward;
        private double[] noted = {};
        private double[] output = {};

        Noting(ComputationGraph graph, String name, int index, DataType type, boolean forward) {
            super(graph, name, index, 1, type);
            this.forward = forward;
        }

        @Override
        public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
            if (forward) {
                output = DenseStack.flat(inputs[0]);
            }
            return super.doForward(training, workspaces);
        }

        @Override
        public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaces) {
            // Copied at once: the array lives in a workspace that ends with the pass.
            noted = DenseStack.flat(epsilon);
            return super.doBackward(tbptt, workspaces);
        }
    }
}
