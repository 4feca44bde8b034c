package io.skipway.lab.engine.stack;

import java.util.List;
import java.util.stream.IntStream;

/** A 3x3 convolution with zero padding that keeps the size, and no bias: nine products, one for each tap. */
final class Convolution<A> {
    private static final int TAPS = 9;

    final Parameter<A> kernel;
    final Operand<A> gradient;

    private final int in;
    private final int out;
    private final Blas<A> blas;
    private final List<Window<A>> taps;
    private final List<Window<A>> gradients;

    /**
     * Of a kernel.
     *
     * @param kernel [3, 3, out, in]
     * @param gradient what becomes its gradient; other convolutions may share it
     */
    Convolution(Parameter<A> kernel, Operand<A> gradient, int in, int out, Blas<A> blas, MapLoops<A> mapLoops) {
        this.kernel = kernel;
        this.gradient = gradient;
        this.in = in;
        this.out = out;
        this.blas = blas;
        taps = taps(kernel.operand(), mapLoops);
        gradients = taps(gradient, mapLoops);
    }

    private List<Window<A>> taps(Operand<A> of, MapLoops<A> mapLoops) {
        return IntStream.range(0, TAPS)
                .mapToObj(tap -> mapLoops.window(of, tap * out * in, in))
                .toList();
    }

    /** z becomes the convolution of h, but for the borders. */
    void forward(Maps<A> h, Maps<A> z) {
        for (var strip = 0; strip < h.strips.size(); strip++) {
            var from = h.strips.get(strip);
            var to = z.strips.get(strip);
            for (var tap = 0; tap < TAPS; tap++) {
                blas.multiply(taps.get(tap), false, from.met().get(tap), to.columns(), out, to.length(), in, tap > 0);
            }
        }
    }

    /** The kernel's gradient becomes that of dz. */
    void differentiate(Maps<A> h, Maps<A> dz) {
        for (var strip = 0; strip < h.strips.size(); strip++) {
            var from = h.strips.get(strip);
            var to = dz.strips.get(strip);
            for (var tap = 0; tap < TAPS; tap++) {
                blas.multiplyByTransposed(
                        to.columns(), from.met().get(tap), gradients.get(tap), out, in, to.length(), strip > 0);
            }
        }
    }

    /** dh becomes the gradient of the input, or that is added to it, but for the borders. */
    void backward(Maps<A> dz, Maps<A> dh, boolean add) {
        for (var strip = 0; strip < dz.strips.size(); strip++) {
            var from = dz.strips.get(strip);
            var to = dh.strips.get(strip);
            for (var tap = 0; tap < TAPS; tap++) {
                blas.multiply(
                        taps.get(tap),
                        true,
                        from.met().get(TAPS - 1 - tap),
                        to.columns(),
                        in,
                        to.length(),
                        out,
                        add || tap > 0);
            }
        }
    }

    /** From [out, in, 3, 3] to [3, 3, out, in]. */
    static double[] tapsFirst(double[] kernel) {
        var pairs = kernel.length / TAPS;
        var turned = new double[kernel.length];
        for (var i = 0; i < kernel.length; i++) {
            turned[i % TAPS * pairs + i / TAPS] = kernel[i];
        }
        return turned;
    }
}
