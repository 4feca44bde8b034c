package io.skipway.lab.engine.stack;

import java.util.ArrayList;
import java.util.List;

/**
 * The three matrix products of each layer alone, on arrays of each layer's own: what no engine on this BLAS can do without.
 * All are zero, of which the time does not depend.
 */
public final class Floor<A> {
    private final Layout layout;
    private final Blas<A> blas;
    private final List<Operand<A>> h = new ArrayList<>();
    private final List<Operand<A>> w = new ArrayList<>();
    private final Operand<A> d;
    private final Operand<A> dw;

    private Floor(Layout layout, Blas<A> blas, Loops<A> loops) {
        this.layout = layout;
        this.blas = blas;
        d = loops.operand(layout.batch() * layout.width());
        dw = loops.operand(layout.width() * layout.width());
        h.add(loops.operand(layout.batch() * layout.width()));
        for (var layer = 0; layer < layout.depth(); layer++) {
            h.add(loops.operand(layout.batch() * layout.width()));
            w.add(loops.operand(layout.width() * layout.width()));
        }
    }

    public static Floor<float[]> inFloat(Layout layout, OpenBlas.Products products) {
        return new Floor<>(layout, products.floats(), new FloatLoops());
    }

    public static Floor<double[]> inDouble(Layout layout, OpenBlas.Products products) {
        return new Floor<>(layout, products.doubles(), new DoubleLoops());
    }

    public void step() {
        var batch = layout.batch();
        var width = layout.width();
        for (var layer = 0; layer < layout.depth(); layer++) {
            blas.multiply(h.get(layer), w.get(layer), h.get(layer + 1), batch, width, width, false);
        }
        for (var layer = layout.depth() - 1; layer >= 0; layer--) {
            blas.multiplyTransposed(h.get(layer), d, dw, width, width, batch);
            blas.multiply(h.get(layer + 1), w.get(layer), d, batch, width, width, false);
        }
    }
}
