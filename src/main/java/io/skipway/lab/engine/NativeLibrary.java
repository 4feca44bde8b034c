package io.skipway.lab.engine;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the native library with the settings that make its results repeatable: one thread, and a processor kernel that was
 * checked. The OpenBLAS that comes with it is of 2021 and takes newer processors for very old ones, so the kernel is chosen
 * here unless the operator set {@code OPENBLAS_CORETYPE}.
 */
final class NativeLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);
    private static final int[][] ODD_SHAPES = {{1, 7, 3}, {33, 17, 65}, {64, 32, 64}, {5, 129, 31}};

    private static final String KERNEL = fitting();

    private NativeLibrary() {}

    private static boolean loaded;

    /** The kernel that products run on, or will once the library is loaded; this loads nothing. */
    static String kernel() {
        var set = System.getenv("OPENBLAS_CORETYPE");
        return set != null && !set.isBlank() ? set : KERNEL;
    }

    /**
     * Loads and checks; later calls do nothing.
     *
     * @param cache where the library's files are unpacked
     * @throws EngineFailure {@code native-error} if a product is wrong or the threads could not be bounded
     */
    static synchronized void load(Path cache) {
        if (loaded) {
            return;
        }
        System.setProperty("org.bytedeco.javacpp.cachedir", cache.toString());
        var kernel = kernel();
        if (!kernel.equals(System.getProperty("os.arch"))) {
            setEnvironment("OPENBLAS_CORETYPE", kernel, false);
        }
        setEnvironment("OMP_NUM_THREADS", "1", true);
        setEnvironment("OPENBLAS_NUM_THREADS", "1", true);
        Nd4j.getEnvironment().setMaxMasterThreads(1);
        Nd4j.getEnvironment().setMaxThreads(1);
        // Last, for the library sets it to the number of processors when it starts.
        openblas.blas_set_num_threads(1);
        if (openblas.blas_get_num_threads() != 1) {
            throw new EngineFailure("native-error", Map.of("reason", "threads"));
        }
        check(kernel);
        LOG.atInfo().addKeyValue("kernel", kernel).log("network library is ready, one thread");
        loaded = true;
    }

    /** By the processor's own word; where it has neither extension, or can't be asked, OpenBLAS chooses. */
    private static String fitting() {
        var flags = processorFlags();
        return flags.contains(" avx512f")
                ? "SkylakeX"
                : flags.contains(" avx2") ? "Haswell" : System.getProperty("os.arch");
    }

    private static String processorFlags() {
        var info = Path.of("/proc/cpuinfo");
        try {
            return Files.isReadable(info) ? Files.readString(info) : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** The C library's own environment, which the Java one is only a copy of. */
    private static void setEnvironment(String name, String value, boolean overwrite) {
        var linker = Linker.nativeLinker();
        var setenv = linker.defaultLookup().find("setenv");
        if (setenv.isEmpty()) {
            return;
        }
        var handle = linker.downcallHandle(
                setenv.get(),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (var arena = Arena.ofConfined()) {
            var replaces = overwrite ? 1 : 0;
            var status = (int) handle.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), replaces);
            if (status != 0) {
                LOG.warn("could not set {}", name);
            }
        } catch (Throwable e) {
            throw new IllegalStateException("setenv", e);
        }
    }

    /** Old kernels on new processors have computed wrong products: a few of odd shapes against plain Java. */
    private static void check(String kernel) {
        var random = new Random(1);
        for (var shape : ODD_SHAPES) {
            var a = random.doubles((long) shape[0] * shape[1]).toArray();
            var b = random.doubles((long) shape[1] * shape[2]).toArray();
            var product = Nd4j.createFromArray(a)
                    .reshape(shape[0], shape[1])
                    .mmul(Nd4j.createFromArray(b).reshape(shape[1], shape[2]))
                    .dup('c')
                    .reshape((long) shape[0] * shape[2])
                    .toDoubleVector();
            if (Norms.difference(product, product(a, b, shape)) > 1e-13) {
                throw new EngineFailure("native-error", Map.of("reason", "kernel", "kernel", kernel));
            }
        }
    }

    private static double[] product(double[] a, double[] b, int[] shape) {
        var product = new double[shape[0] * shape[2]];
        for (var i = 0; i < shape[0]; i++) {
            for (var k = 0; k < shape[1]; k++) {
                for (var j = 0; j < shape[2]; j++) {
                    product[i * shape[2] + j] += a[i * shape[1] + k] * b[k * shape[2] + j];
                }
            }
        }
        return product;
    }
}
