package io.skipway.lab.engine;

import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.factory.Nd4j;

/** Gives native memory back. */
final class Workspaces {
    private Workspaces() {}

    /**
     * Closes a network and the workspaces of this thread, one by one: the call that destroys all of them at once also
     * collects the garbage of the whole process, which takes longer than a small experiment.
     */
    static void release(ComputationGraph graph) {
        graph.close();
        var manager = Nd4j.getWorkspaceManager();
        var own = Objects.requireNonNullElse(manager.getAllWorkspacesForCurrentThread(), List.<MemoryWorkspace>of());
        for (var workspace : List.copyOf(own)) {
            manager.destroyWorkspace(workspace);
        }
    }
}
