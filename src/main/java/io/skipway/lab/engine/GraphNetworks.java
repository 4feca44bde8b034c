package io.skipway.lab.engine;

import io.skipway.lab.engine.stack.DenseNetwork;
import io.skipway.lab.engine.stack.ImageLayout;
import io.skipway.lab.engine.stack.ImageNetwork;
import io.skipway.lab.engine.stack.Layout;
import io.skipway.lab.engine.stack.LearningNetwork;
import io.skipway.lab.engine.stack.Networks;
import io.skipway.lab.engine.stack.Optimiser;
import java.util.ArrayList;
import java.util.List;

/** The reference's networks; all in double, for it is to tell how far others are off. */
final class GraphNetworks implements Networks {
    private final List<LearningNetwork> made = new ArrayList<>();

    @Override
    public DenseNetwork inDouble(Layout layout, List<double[]> start, Optimiser optimiser) {
        return kept(new DenseStack(layout, start, optimiser));
    }

    @Override
    public DenseNetwork inFloat(Layout layout, List<double[]> start, Optimiser optimiser) {
        return inDouble(layout, start, optimiser);
    }

    @Override
    public ImageNetwork inFloat(ImageLayout layout, List<double[]> start, Optimiser optimiser) {
        return kept(new GraphImages(layout, start, optimiser));
    }

    private <N extends LearningNetwork> N kept(N network) {
        made.add(network);
        return network;
    }

    @Override
    public void close() {
        made.forEach(LearningNetwork::close);
        made.clear();
    }
}
