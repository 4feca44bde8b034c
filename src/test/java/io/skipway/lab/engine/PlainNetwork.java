package io.skipway.lab.engine;

import io.skipway.lab.network.Network;
import io.skipway.lab.network.Network.Node;
import io.skipway.lab.network.Operation.Add;
import io.skipway.lab.network.Operation.BatchNorm;
import io.skipway.lab.network.Operation.Convolution;
import io.skipway.lab.network.Operation.Dense;
import io.skipway.lab.network.Operation.Function;
import io.skipway.lab.network.Operation.GlobalAveragePool;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The loss of a network by plain loops that share nothing with an engine, for finite differences. Every output can be shifted
 * by one element, and every parameter and the input are read where they stand.
 */
final class PlainNetwork {
    private final Network network;

    PlainNetwork(Network network) {
        this.network = network;
    }

    double loss(String shifted, int element, double by) {
        var outputs = new HashMap<String, double[]>();
        outputs.put(Network.INPUT, network.input().data().clone());
        shift(outputs, Network.INPUT, shifted, element, by);
        for (var node : network.nodes()) {
            outputs.put(node.id(), output(node, outputs));
            shift(outputs, node.id(), shifted, element, by);
        }
        return crossEntropy(of(outputs, network.nodes().getLast().id()));
    }

    private static void shift(Map<String, double[]> outputs, String id, String shifted, int element, double by) {
        if (id.equals(shifted)) {
            of(outputs, id)[element] += by;
        }
    }

    private static double[] of(Map<String, double[]> outputs, String id) {
        return Objects.requireNonNull(outputs.get(id));
    }

    private double[] output(Node node, Map<String, double[]> outputs) {
        var in = of(outputs, node.from().getFirst());
        var from = network.shape(node.from().getFirst());
        return switch (node.operation()) {
            case Dense it -> dense(it, in, from);
            case Convolution it -> convolution(it, in, from);
            case BatchNorm it -> normalised(it, in, from);
            case Function it -> function(it, in);
            case Add it -> {
                var sum = new double[in.length];
                for (var j = 0; j < it.scale().size(); j++) {
                    for (var i = 0; i < sum.length; i++) {
                        sum[i] += it.scale().get(j) * of(outputs, node.from().get(j))[i];
                    }
                }
                yield sum;
            }
            case GlobalAveragePool _ -> {
                var pixels = from.get(2) * from.get(3);
                var mean = new double[from.get(0) * from.get(1)];
                for (var i = 0; i < in.length; i++) {
                    mean[i / pixels] += in[i] / pixels;
                }
                yield mean;
            }
        };
    }

    private static double[] dense(Dense it, double[] in, List<Integer> from) {
        var inputs = from.get(1);
        var outs = it.weights().size(1);
        var out = new double[from.get(0) * outs];
        for (var i = 0; i < out.length; i++) {
            out[i] = it.bias() == null ? 0 : it.bias().data()[i % outs];
            for (var k = 0; k < inputs; k++) {
                out[i] += in[i / outs * inputs + k] * it.weights().data()[k * outs + i % outs];
            }
        }
        return out;
    }

    private static double[] convolution(Convolution it, double[] in, List<Integer> from) {
        int maps = it.kernels().size(0), channels = from.get(1), high = from.get(2), wide = from.get(3);
        int kh = it.kernels().size(2), kw = it.kernels().size(3);
        var out = new double[from.get(0) * maps * high * wide];
        for (var i = 0; i < out.length; i++) {
            int x = i % wide, y = i / wide % high, map = i / wide / high % maps, image = i / wide / high / maps;
            out[i] = it.bias() == null ? 0 : it.bias().data()[map];
            for (var c = 0; c < channels; c++) {
                for (var dy = 0; dy < kh; dy++) {
                    for (var dx = 0; dx < kw; dx++) {
                        int row = y + dy - (kh - 1) / 2, column = x + dx - (kw - 1) / 2;
                        if (row >= 0 && row < high && column >= 0 && column < wide) {
                            out[i] += in[((image * channels + c) * high + row) * wide + column]
                                    * it.kernels().data()[((map * channels + c) * kh + dy) * kw + dx];
                        }
                    }
                }
            }
        }
        return out;
    }

    private static double[] normalised(BatchNorm it, double[] in, List<Integer> from) {
        var channels = from.get(1);
        var pixels = from.size() == 2 ? 1 : from.get(2) * from.get(3);
        var count = in.length / channels;
        var mean = new double[channels];
        var variance = new double[channels];
        for (var i = 0; i < in.length; i++) {
            mean[i / pixels % channels] += in[i] / count;
        }
        for (var i = 0; i < in.length; i++) {
            var apart = in[i] - mean[i / pixels % channels];
            variance[i / pixels % channels] += apart * apart / count;
        }
        var out = new double[in.length];
        for (var i = 0; i < in.length; i++) {
            var c = i / pixels % channels;
            out[i] = it.gamma().data()[c] * (in[i] - mean[c]) / Math.sqrt(variance[c] + it.epsilon())
                    + it.beta().data()[c];
        }
        return out;
    }

    private static double[] function(Function it, double[] in) {
        var out = new double[in.length];
        for (var i = 0; i < in.length; i++) {
            out[i] = switch (it.activation()) {
                case SIGMOID -> 1 / (1 + Math.exp(-in[i]));
                case TANH -> Math.tanh(in[i]);
                case RELU -> Math.max(0, in[i]);
                case IDENTITY -> in[i];
            };
        }
        return out;
    }

    private double crossEntropy(double[] logits) {
        var loss = 0.0;
        var classes = network.classes();
        var labels = network.labels();
        for (var i = 0; i < labels.length; i++) {
            var sum = 0.0;
            for (var c = 0; c < classes; c++) {
                sum += Math.exp(logits[i * classes + c]);
            }
            loss += (Math.log(sum) - logits[i * classes + labels[i]]) / labels.length;
        }
        return loss;
    }
}
