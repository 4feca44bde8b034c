package io.skipway.lab.engine.stack;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bytedeco.openblas.global.openblas;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The OpenBLAS that the network library ships, one thread, on a processor kernel that was checked. It is of 2021 and takes
 * newer processors for very old ones, and old kernels on new processors have computed wrong products. So the kernel is
 * chosen here unless the operator set {@code OPENBLAS_CORETYPE}; where a product differs from that of plain Java the next
 * lower one is tried, and at last plain Java computes.
 *
 * <p>What is chosen stays in the process's environment, where the network library's own copy of OpenBLAS reads it: to be
 * loaded before that library.
 */
public final class OpenBlas {
    static final int ROW_MAJOR = 101;
    static final int PLAIN = 111;
    static final int TRANSPOSED = 112;

    private static final Logger LOG = LoggerFactory.getLogger(OpenBlas.class);

    private OpenBlas() {}

    /**
     * Where products come from.
     *
     * @param kernel the processor kernel that computes them; {@code plain} is Java
     * @param isNative whether OpenBLAS does, so that the network library may be trusted with the same kernel
     */
    public record Products(String kernel, boolean isNative) implements Networks {
        /** A stack in float: half the time of double, for races. */
        @Override
        public UniformStack<float[]> inFloat(Layout layout, List<double[]> start, Optimiser optimiser) {
            return new UniformStack<>(layout, start, optimiser, floats(), new FloatLoops());
        }

        /** A stack in double, for gradients. */
        @Override
        public UniformStack<double[]> inDouble(Layout layout, List<double[]> start, Optimiser optimiser) {
            return new UniformStack<>(layout, start, optimiser, doubles(), new DoubleLoops());
        }

        /**
         * As {@link #inFloat(Layout, List, Optimiser)}.
         *
         * @param start of the stem [channels, inputs, 3, 3], of the layers [channels, channels, 3, 3] and of the head
         *     [channels, classes], row-major
         */
        @Override
        public ImageStack<float[]> inFloat(ImageLayout layout, List<double[]> start, Optimiser optimiser) {
            return new ImageStack<>(layout, start, optimiser, floats(), new FloatLoops(), new FloatMapLoops());
        }

        /** As {@link #inFloat(ImageLayout, List, Optimiser)}, in double. */
        public ImageStack<double[]> inDouble(ImageLayout layout, List<double[]> start, Optimiser optimiser) {
            return new ImageStack<>(layout, start, optimiser, doubles(), new DoubleLoops(), new DoubleMapLoops());
        }

        /** One for each stack: the plain ones keep scratch arrays. */
        Blas<float[]> floats() {
            return isNative ? new NativeFloats() : new PlainFloats();
        }

        /** As {@link #floats}. */
        Blas<double[]> doubles() {
            return isNative ? new NativeDoubles() : new PlainDoubles();
        }
    }

    private static final class Loaded {
        static final Products PRODUCTS = load();
    }

    /**
     * Loads and checks when it is first called.
     *
     * @param cache where the library's files are unpacked
     */
    public static Products load(Path cache) {
        System.setProperty("org.bytedeco.javacpp.cachedir", cache.toString());
        return Loaded.PRODUCTS;
    }

    private static Products load() {
        var products = new Products("plain", false);
        try {
            products = loadNative().orElse(products);
        } catch (LinkageError | RuntimeException e) {
            LOG.warn("OpenBLAS can't be loaded, plain Java computes instead", e);
        }
        LOG.atInfo().addKeyValue("kernel", products.kernel()).log("products are ready, one thread");
        return products;
    }

    private static Optional<Products> loadNative() {
        Environment.set("OMP_NUM_THREADS", "1");
        Environment.set("OPENBLAS_NUM_THREADS", "1");
        var kernels = Kernels.descending();
        kernels.stream().findFirst().ifPresent(kernel -> Environment.set("OPENBLAS_CORETYPE", kernel));
        // Last, for the library sets it to the number of processors when it starts.
        openblas.blas_set_num_threads(1);
        for (var lower = 1; !Kernels.isRight(new NativeFloats(), new NativeDoubles()); lower++) {
            LOG.warn("kernel {} of OpenBLAS computes wrong products", kernel());
            if (lower >= kernels.size() || !Environment.set("OPENBLAS_CORETYPE", kernels.get(lower))) {
                return Optional.empty();
            }
            chooseAgain();
        }
        return Optional.of(new Products(kernel(), true));
    }

    /** The library looks at the environment when it starts, and on this demand. */
    static void chooseAgain() {
        try {
            function("gotoblas_dynamic_quit", FunctionDescriptor.ofVoid()).invokeExact();
            function("gotoblas_dynamic_init", FunctionDescriptor.ofVoid()).invokeExact();
        } catch (Throwable e) {
            throw new LinkageError("kernel", e);
        }
    }

    /** The kernel's name by the library's own word. */
    static String kernel() {
        try {
            var name = (MemorySegment) function("openblas_get_corename", FunctionDescriptor.of(ADDRESS))
                    .invokeExact();
            return name.reinterpret(Long.MAX_VALUE).getString(0);
        } catch (Throwable e) {
            throw new LinkageError("kernel", e);
        }
    }

    /** A short call, which may be given arrays of the heap: the collector waits until it is back. */
    static MethodHandle function(String name, FunctionDescriptor descriptor) {
        return Linker.nativeLinker()
                .downcallHandle(
                        SymbolLookup.loaderLookup().findOrThrow(name), descriptor, Linker.Option.critical(true));
    }
}
