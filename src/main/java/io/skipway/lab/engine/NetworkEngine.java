package io.skipway.lab.engine;

import io.skipway.lab.engine.stack.OpenBlas;
import io.skipway.lab.network.Network;
import io.skipway.lab.network.NetworkGradients;
import io.skipway.lab.network.NetworkRejected;
import java.nio.file.Path;
import java.util.Locale;

/** Which engine differentiates a network that came as a file. */
public enum NetworkEngine {
    /** The reference, for every network. */
    GRAPH,
    /** For uniform stacks of dense layers. */
    STACK;

    /** As a person names it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * One pass forward and one back.
     *
     * @param natives where the engine's libraries are unpacked
     * @throws NetworkRejected if the engine does not compute such a network
     * @throws EngineFailure if the engine can't compute here
     */
    public NetworkGradients differentiate(Network network, Path natives) {
        if (this == STACK) {
            return new StackFile(network).differentiate(OpenBlas.load(natives));
        }
        NativeLibrary.load(natives);
        try (var graph = new GraphFile(network)) {
            return graph.differentiate();
        }
    }
}
