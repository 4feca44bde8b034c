package io.skipway.lab.engine;

import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Gives native memory back. */
final class Workspaces {
    private Workspaces() {}

    /**
     * Closes a network's arrays and the workspaces of this thread, one by one: the calls that close a network, or destroy all
     * workspaces at once, also collect the garbage of the whole process, which takes longer than a small experiment.
     */
    static void release(ComputationGraph graph) {
        close(graph.params());
        close(graph.getFlattenedGradients());
        var updater = graph.getUpdater(false);
        close(updater == null ? null : updater.getUpdaterStateViewArray());
        var manager = Nd4j.getWorkspaceManager();
        var own = Objects.requireNonNullElse(manager.getAllWorkspacesForCurrentThread(), List.<MemoryWorkspace>of());
        for (var workspace : List.copyOf(own)) {
            manager.destroyWorkspace(workspace);
        }
    }

    private static void close(@Nullable INDArray array) {
        if (array != null && array.closeable()) {
            array.close();
        }
    }
}
