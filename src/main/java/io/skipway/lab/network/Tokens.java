package io.skipway.lab.network;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** The tokens of a JSON file, of which each method takes one value that begins at the current one; and the place of each. */
final class Tokens implements AutoCloseable {
    /** A stack of 200 layers of 128 units has half as many weights. */
    private static final int MOST_NUMBERS = 8_000_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxStringLength(200)
                    .maxNameLength(200)
                    .build())
            .build();

    private final JsonParser json;
    private int numbers;

    /** Is given each field of an object, the value's first token being the current one. */
    interface Fields {
        void read(String name, String where);
    }

    Tokens(InputStream file) {
        json = JSON.createParser(ObjectReadContext.empty(), file);
        json.nextToken();
    }

    /** Whether nothing follows. */
    boolean end() {
        return json.nextToken() == null;
    }

    @Override
    public void close() {
        json.close();
    }

    List<String> names(String where) {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return List.of(json.getString());
        }
        var read = new ArrayList<String>();
        array(where, at -> {
            count(where);
            read.add(text(at));
        });
        return read;
    }

    Tensor tensor(String where) {
        var shape = new ArrayList<Integer>();
        var data = new ArrayList<double[]>(1);
        object(where, (name, at) -> {
            switch (name) {
                case "shape" -> Arrays.stream(integers(at)).forEach(shape::add);
                case "data" -> data.add(doubles(at));
                default -> throw NetworkReader.unknown(at, "shape, data");
            }
        });
        if (shape.isEmpty() || shape.size() > 4) {
            throw new NetworkRejected(where + ".shape", "it needs 1 to 4 axes, as \"shape\": [6, 8]");
        }
        if (data.isEmpty()) {
            throw NetworkReader.missing(where + ".data");
        }
        return new Tensor(shape, data.getFirst());
    }

    int[] integers(String where) {
        var read = doubles(where);
        var whole = new int[read.length];
        for (var i = 0; i < read.length; i++) {
            whole[i] = (int) read[i];
            if (whole[i] != read[i]) {
                throw new NetworkRejected("%s[%d]".formatted(where, i), read[i] + " is no whole number in range");
            }
        }
        return whole;
    }

    double[] doubles(String where) {
        expect(JsonToken.START_ARRAY, where, "a list of numbers");
        var read = new double[16];
        var count = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            count(where);
            if (count == read.length) {
                read = Arrays.copyOf(read, 2 * count);
            }
            if (!json.currentToken().isNumeric() || !Double.isFinite(json.getDoubleValue())) {
                number("%s[%d]".formatted(where, count));
            }
            read[count++] = json.getDoubleValue();
        }
        return Arrays.copyOf(read, count);
    }

    double number(String where) {
        if (!json.currentToken().isNumeric()) {
            throw new NetworkRejected(where, "a number is needed; lists are flat, in row-major order");
        }
        var number = json.getDoubleValue();
        if (!Double.isFinite(number)) {
            throw new NetworkRejected(where, "the number is beyond float64");
        }
        return number;
    }

    String text(String where) {
        expect(JsonToken.VALUE_STRING, where, "a text in quotes");
        return json.getString();
    }

    private void count(String where) {
        if (++numbers > MOST_NUMBERS) {
            throw new NetworkRejected(where, "too large, the file has more than %,d numbers".formatted(MOST_NUMBERS));
        }
    }

    void object(String where, Fields fields) {
        expect(JsonToken.START_OBJECT, where, "an object in braces");
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var name = json.currentName();
            json.nextToken();
            fields.read(name, where.isEmpty() ? name : where + "." + name);
        }
    }

    void array(String where, Consumer<String> element) {
        expect(JsonToken.START_ARRAY, where, "a list in brackets");
        for (var i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
            element.accept("%s[%d]".formatted(where, i));
        }
    }

    private void expect(JsonToken token, String where, String what) {
        if (json.currentToken() != token) {
            throw new NetworkRejected(where.isEmpty() ? "file" : where, what + " is needed");
        }
    }
}
