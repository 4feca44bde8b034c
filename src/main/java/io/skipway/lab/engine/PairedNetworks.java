package io.skipway.lab.engine;

import io.skipway.lab.engine.stack.DenseNetwork;
import io.skipway.lab.engine.stack.ImageLayout;
import io.skipway.lab.engine.stack.ImageNetwork;
import io.skipway.lab.engine.stack.Layout;
import io.skipway.lab.engine.stack.Networks;
import io.skipway.lab.engine.stack.OpenBlas;
import io.skipway.lab.engine.stack.Optimiser;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The stack's networks, each a {@link Pair}. */
final class PairedNetworks implements Networks {
    private final OpenBlas.Products stack;
    private final GraphNetworks reference = new GraphNetworks();
    private final Findings findings;

    PairedNetworks(OpenBlas.Products stack, Findings findings) {
        this.stack = stack;
        this.findings = findings;
    }

    @Override
    public DenseNetwork inDouble(Layout layout, List<double[]> start, Optimiser optimiser) {
        return dense(stack.inDouble(layout, start, optimiser), layout, start, optimiser);
    }

    @Override
    public DenseNetwork inFloat(Layout layout, List<double[]> start, Optimiser optimiser) {
        return dense(stack.inFloat(layout, start, optimiser), layout, start, optimiser);
    }

    @Override
    public ImageNetwork inFloat(ImageLayout layout, List<double[]> start, Optimiser optimiser) {
        return new Images(
                stack.inFloat(layout, start, optimiser),
                () -> stack.inDouble(layout, start, optimiser),
                () -> reference.inFloat(layout, start, optimiser),
                findings);
    }

    private DenseNetwork dense(DenseNetwork ours, Layout layout, List<double[]> start, Optimiser optimiser) {
        return new Dense(
                ours,
                () -> stack.inDouble(layout, start, optimiser),
                () -> reference.inDouble(layout, start, optimiser),
                findings);
    }

    @Override
    public void close() {
        reference.close();
    }

    private static final class Dense extends Pair<DenseNetwork> implements DenseNetwork {
        Dense(DenseNetwork ours, Supplier<DenseNetwork> twins, Supplier<DenseNetwork> references, Findings findings) {
            super(ours, twins, references, findings);
        }

        @Override
        public double evaluate(double[] features, int[] labels) {
            return evaluate(features, labels, 0);
        }

        @Override
        public double evaluate(double[] features, int[] labels, int without) {
            return evaluate(labels, network -> network.evaluate(features, labels, without));
        }

        @Override
        public double[] dh() {
            return ours.dh();
        }

        @Override
        public double[] dw() {
            return ours.dw();
        }

        @Override
        public double[] units(int layer) {
            return ours.units(layer);
        }

        @Override
        public double @Nullable [] tell(double[] features) {
            return ours.tell(features);
        }
    }

    private static final class Images extends Pair<ImageNetwork> implements ImageNetwork {
        Images(ImageNetwork ours, Supplier<ImageNetwork> twins, Supplier<ImageNetwork> references, Findings findings) {
            super(ours, twins, references, findings);
        }

        @Override
        public double stemNorm() {
            return ours.stemNorm();
        }
    }
}
