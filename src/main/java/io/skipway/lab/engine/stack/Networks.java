package io.skipway.lab.engine.stack;

import java.util.List;

/** Makes the networks of one engine, and closes what it made; see {@link OpenBlas.Products} for what they start from. */
public interface Networks extends AutoCloseable {
    /** In double, for gradients. */
    DenseNetwork inDouble(Layout layout, List<double[]> start, Optimiser optimiser);

    /** In float where the engine has it, for races. */
    DenseNetwork inFloat(Layout layout, List<double[]> start, Optimiser optimiser);

    /** As {@link #inFloat(Layout, List, Optimiser)}. */
    ImageNetwork inFloat(ImageLayout layout, List<double[]> start, Optimiser optimiser);

    @Override
    default void close() {}
}
