package io.skipway.lab.network;

import io.skipway.lab.Activation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a node does with what it is given: [N, D], or maps [N, C, H, W]. */
public sealed interface Operation {

    /** {@code x W + b}; W is [in, out], b [out]. */
    record Dense(Tensor weights, @Nullable Tensor bias) implements Operation {}

    /**
     * Cross-correlation with stride 1, padded with zeros so that H and W stay (where the kernel is even, the odd row or column
     * at the end); K is [out, in, kh, kw], b [out].
     */
    record Convolution(Tensor kernels, @Nullable Tensor bias) implements Operation {}

    /** By the batch's mean and biased variance (Ioffe and Szegedy 2015, algorithm 1), of maps by channel. */
    record BatchNorm(Tensor gamma, Tensor beta, double epsilon) implements Operation {}

    record Function(Activation activation) implements Operation {}

    /** The sum of all that comes in, each times its scale. */
    record Add(List<Double> scale) implements Operation {}

    /** The mean over H and W. */
    record GlobalAveragePool() implements Operation {}

    /** What is learnt, by the names of the file. */
    default Map<String, Tensor> parameters() {
        return switch (this) {
            case Dense it -> named("W", it.weights(), it.bias());
            case Convolution it -> named("K", it.kernels(), it.bias());
            case BatchNorm it -> {
                var both = new LinkedHashMap<String, Tensor>();
                both.put("gamma", it.gamma());
                both.put("beta", it.beta());
                yield both;
            }
            case Function _, Add _, GlobalAveragePool _ -> Map.of();
        };
    }

    private static Map<String, Tensor> named(String name, Tensor weights, @Nullable Tensor bias) {
        var named = new LinkedHashMap<String, Tensor>();
        named.put(name, weights);
        if (bias != null) {
            named.put("b", bias);
        }
        return named;
    }
}
