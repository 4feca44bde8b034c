package io.skipway.lab.engine;

import io.skipway.lab.engine.stack.OpenBlas;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the network library with the settings that make its results repeatable: one thread, and the processor kernel that
 * {@link OpenBlas} found to be right. It has a copy of OpenBLAS of its own, which reads the same environment.
 */
final class NativeLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);
    private static final int[][] ODD_SHAPES = {{1, 7, 3}, {33, 17, 65}, {64, 32, 64}, {5, 129, 31}};

    private NativeLibrary() {}

    private static boolean loaded;

    /**
     * Loads and checks; later calls do nothing.
     *
     * @param cache where the library's files are unpacked
     * @throws EngineFailure {@code native-error} if products are wrong, or the threads could not be bounded
     */
    static synchronized void load(Path cache) {
        if (loaded) {
            return;
        }
        var products = OpenBlas.load(cache);
        if (!products.isNative()) {
            throw wrong(products.kernel());
        }
        Nd4j.getEnvironment().setMaxMasterThreads(1);
        Nd4j.getEnvironment().setMaxThreads(1);
        // Last, for the library sets it to the number of processors when it starts.
        openblas.blas_set_num_threads(1);
        if (openblas.blas_get_num_threads() != 1) {
            throw new EngineFailure("native-error", Map.of("reason", "threads"));
        }
        check(products.kernel());
        LOG.atInfo().addKeyValue("kernel", products.kernel()).log("network library is ready, one thread");
        loaded = true;
    }

    /** The library's own copy must compute right on that kernel too. */
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
                throw wrong(kernel);
            }
        }
    }

    private static EngineFailure wrong(String kernel) {
        return new EngineFailure("native-error", Map.of("reason", "kernel", "kernel", kernel));
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
