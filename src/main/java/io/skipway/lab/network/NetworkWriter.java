package io.skipway.lab.network;

import io.skipway.lab.network.Network.Node;
import io.skipway.lab.network.NetworkGradients.Gradient;
import java.io.OutputStream;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes networks and their gradients, number by number. What is not finite is null, for JSON has no word for it. */
public final class NetworkWriter {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator json;

    private NetworkWriter(JsonGenerator json) {
        this.json = json;
    }

    /** Writes what {@link NetworkReader} reads, every number to the last bit; leaves the stream open. */
    public static void write(Network network, OutputStream out) {
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            new NetworkWriter(json).network(network);
        }
    }

    /**
     * Writes one object: engine, dtype, loss and the norms; leaves the stream open.
     *
     * @param full adds the {@code arrays}
     */
    public static void write(
            NetworkGradients gradients, String engine, Network network, boolean full, OutputStream out) {
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            new NetworkWriter(json).gradients(gradients, engine, network, full);
        }
    }

    private void network(Network network) {
        json.writeStartObject();
        json.writeStringProperty("dtype", network.precision().text());
        tensor("input", network.input());
        json.writeName("labels");
        json.writeArray(network.labels(), 0, network.batch());
        json.writeArrayPropertyStart("nodes");
        network.nodes().forEach(this::node);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void node(Node node) {
        json.writeStartObject();
        json.writeStringProperty("id", node.id());
        json.writeStringProperty("op", operation(node.operation()));
        json.writeName("from");
        if (node.from().size() == 1) {
            json.writeString(node.from().getFirst());
        } else {
            json.writeStartArray();
            node.from().forEach(json::writeString);
            json.writeEndArray();
        }
        node.operation().parameters().forEach(this::tensor);
        if (node.operation() instanceof Operation.BatchNorm it) {
            json.writeNumberProperty("eps", it.epsilon());
        }
        if (node.operation() instanceof Operation.Add it) {
            json.writeName("scale");
            numbers(it.scale().stream().mapToDouble(Double::doubleValue).toArray());
        }
        json.writeEndObject();
    }

    private static String operation(Operation operation) {
        return switch (operation) {
            case Operation.Dense _ -> "dense";
            case Operation.Convolution _ -> "conv";
            case Operation.BatchNorm _ -> "batchnorm";
            case Operation.Add _ -> "add";
            case Operation.GlobalAveragePool _ -> "globalaveragepool";
            case Operation.Function it ->
                switch (it.activation()) {
                    case SIGMOID -> "sigmoid";
                    case TANH -> "tanh";
                    case RELU -> "relu";
                    case IDENTITY -> throw new IllegalArgumentException("The file has no identity");
                };
        };
    }

    private void gradients(NetworkGradients gradients, String engine, Network network, boolean full) {
        json.writeStartObject();
        json.writeStringProperty("engine", engine);
        json.writeStringProperty("dtype", network.precision().text());
        json.writeName("loss");
        number(gradients.loss());
        norms("parameters", gradients.parameters());
        norms("activations", gradients.activations());
        if (full) {
            json.writeObjectPropertyStart("arrays");
            arrays("parameters", gradients.parameters());
            arrays("activations", gradients.activations());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void norms(String name, Map<String, Gradient> gradients) {
        json.writeObjectPropertyStart(name);
        gradients.forEach((each, gradient) -> {
            json.writeName(each);
            number(gradient.norm());
        });
        json.writeEndObject();
    }

    private void arrays(String name, Map<String, Gradient> gradients) {
        json.writeObjectPropertyStart(name);
        gradients.forEach((each, gradient) -> tensor(each, gradient.values()));
        json.writeEndObject();
    }

    private void tensor(String name, Tensor tensor) {
        json.writeObjectPropertyStart(name);
        json.writeName("shape");
        json.writeStartArray();
        tensor.shape().forEach(json::writeNumber);
        json.writeEndArray();
        json.writeName("data");
        numbers(tensor.data());
        json.writeEndObject();
    }

    private void numbers(double[] values) {
        json.writeStartArray();
        for (var value : values) {
            number(value);
        }
        json.writeEndArray();
    }

    private void number(double value) {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }
}
