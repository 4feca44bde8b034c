package io.skipway.lab.network;

import java.util.List;

/** Numbers in row-major order. Nobody writes into them. */
public final class Tensor {
    private final List<Integer> shape;
    private final double[] data;

    /** As many numbers as the shape says. */
    public Tensor(List<Integer> shape, double[] data) {
        this.shape = List.copyOf(shape);
        this.data = data;
    }

    public List<Integer> shape() {
        return shape;
    }

    /** The length of one axis. */
    public int size(int axis) {
        return shape.get(axis);
    }

    public double[] data() {
        return data;
    }
}
