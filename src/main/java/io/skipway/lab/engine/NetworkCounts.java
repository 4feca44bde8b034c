package io.skipway.lab.engine;

import io.skipway.lab.Measurement.Layer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;

/** What a configuration costs on one image. Sizes come from DL4J's own type inference. */
final class NetworkCounts {
    /** What can be reached from one value of a map: a square of so many pixels, the next one so many pixels beside it. */
    private record Reach(int field, int jump) {
        static final Reach PIXEL = new Reach(1, 1);

        Reach through(int kernel, int stride) {
            return new Reach(field + (kernel - 1) * jump, jump * stride);
        }
    }

    private final Map<String, GraphVertex> vertices;
    private final Map<String, List<String>> inputs;
    private final Map<String, InputType> types;
    private final Map<String, Integer> depths = new HashMap<>();
    private final Map<String, Reach> reaches = new HashMap<>();
    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private long activations;

    NetworkCounts(ComputationGraphConfiguration configuration, int side) {
        vertices = configuration.getVertices();
        inputs = configuration.getVertexInputs();
        types = configuration.getLayerActivationTypes(InputType.convolutional(side, side, 3));
        depths.put(Sketch.IMAGE, 0);
        reaches.put(Sketch.IMAGE, Reach.PIXEL);
        // Vertices stand in the order in which they were added, each after its inputs.
        vertices.forEach(this::count);
    }

    int depth() {
        return depths.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    long parameters() {
        return layers.values().stream().mapToLong(Layer::parameters).sum();
    }

    long multiplyAccumulates() {
        return layers.values().stream().mapToLong(Layer::multiplyAccumulates).sum();
    }

    /** By r := r + (k - 1) j and j := j s over the longest reach (Araujo et al. 2019, equation 2). */
    int receptiveField() {
        return reaches.values().stream().mapToInt(Reach::field).max().orElse(1);
    }

    /** In float, four bytes each. */
    long activationBytes() {
        return activations * Float.BYTES;
    }

    List<Layer> layers() {
        return List.copyOf(layers.values());
    }

    private void count(String name, GraphVertex vertex) {
        var from = Objects.requireNonNull(inputs.get(name));
        int depth = from.stream().mapToInt(depths::get).max().orElseThrow();
        var reach = from.stream()
                .map(reaches::get)
                .max(java.util.Comparator.comparingInt(Reach::field))
                .orElseThrow();
        var type = Objects.requireNonNull(types.get(name));
        boolean weighted = false;
        if (vertex instanceof LayerVertex layer) {
            var what = layer.getLayerConf().getLayer();
            switch (what) {
                case ConvolutionLayer it -> {
                    reach = reach.through(it.getKernelSize()[0], it.getStride()[0]);
                    weighted = true;
                    add(
                            name,
                            kernel(it.getKernelSize()[0], it.getStride()[0]),
                            type,
                            weights(layer, it),
                            bias(it.hasBias(), it));
                }
                case SubsamplingLayer it -> {
                    reach = reach.through(it.getKernelSize()[0], it.getStride()[0]);
                    add(name, "pool " + kernel(it.getKernelSize()[0], it.getStride()[0]), type, 0, 0);
                }
                case DenseLayer it -> {
                    weighted = true;
                    add(name, "dense", type, weights(layer, it), it.getNOut());
                }
                case BaseOutputLayer it -> {
                    weighted = true;
                    add(name, "dense", type, weights(layer, it), it.getNOut());
                }
                // The library counts the running mean and variance too, which nothing trains.
                case BatchNormalization it -> addTo(name, 2 * it.getNOut());
                case LocalResponseNormalization _ -> add(name, "response norm", type, 0, 0);
                default -> add(name, "average", type, 0, 0);
            }
        }
        depths.put(name, depth + (weighted ? 1 : 0));
        reaches.put(name, reach);
        if (vertex instanceof LayerVertex || vertex instanceof ElementWiseVertex) {
            activations += type.arrayElementsPerExample();
        }
    }

    private static String kernel(int size, int stride) {
        return stride == 1 ? "%d×%d".formatted(size, size) : "%d×%d / %d".formatted(size, size, stride);
    }

    private static long bias(boolean has, FeedForwardLayer layer) {
        return has ? layer.getNOut() : 0;
    }

    /** Without biases. */
    private static long weights(LayerVertex vertex, FeedForwardLayer layer) {
        long all = layer.initializer().numParams(vertex.getLayerConf());
        return all - bias(!(layer instanceof ConvolutionLayer it) || it.hasBias(), layer);
    }

    /** Halves of one layer, named with a slash, are one row. */
    private void add(String name, String operation, InputType type, long weights, long biases) {
        int side = type instanceof InputTypeConvolutional map ? (int) map.getHeight() : 1;
        int channels = type instanceof InputTypeConvolutional map
                ? (int) map.getChannels()
                : (int) type.arrayElementsPerExample();
        layers.merge(
                name.replaceFirst("/.*", ""),
                new Layer(
                        name.replaceFirst("/.*", ""),
                        operation,
                        side,
                        channels,
                        weights + biases,
                        weights * side * side),
                (one, other) -> new Layer(
                        one.name(),
                        operation,
                        side,
                        one.channels() + other.channels(),
                        one.parameters() + other.parameters(),
                        one.multiplyAccumulates() + other.multiplyAccumulates()));
    }

    /** Scale and shift belong to the convolution before them. */
    private void addTo(String name, long parameters) {
        layers.computeIfPresent(
                name.replaceFirst("-bn$", ""),
                (_, it) -> new Layer(
                        it.name(),
                        it.operation(),
                        it.side(),
                        it.channels(),
                        it.parameters() + parameters,
                        it.multiplyAccumulates()));
    }
}
