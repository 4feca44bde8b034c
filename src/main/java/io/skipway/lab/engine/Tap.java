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

    Tap() {
        super(1);
    }

    /** What came back through the tap of that name in the last backward pass, per batch: a sum, not yet a mean. */
    static double[] gradient(ComputationGraph graph, String name) {
        return ((Noting) graph.getVertex(name)).noted;
    }

    @Override
    public Tap clone() {
        return new Tap();
    }

    @Override
    public GraphVertex instantiate(
            ComputationGraph graph,
            String name,
            int index,
            INDArray parameters,
            boolean initialise,
            DataType networkType) {
        return new Noting(graph, name, index, networkType);
    }

    private static final class Noting extends org.deeplearning4j.nn.graph.vertex.impl.ScaleVertex {
        private double[] noted = {};

        Noting(ComputationGraph graph, String name, int index, DataType type) {
            super(graph, name, index, 1, type);
        }

        @Override
        public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaces) {
            // Copied at once: the array lives in a workspace that ends with the pass.
            noted = epsilon.dup('c').reshape(epsilon.length()).toDoubleVector();
            return super.doBackward(tbptt, workspaces);
        }
    }
}
