package io.skipway.lab;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Writes and reads what the lab keeps and tells. JSON knows no infinities: a number that is not finite is written as
 * null, and null is read back as not a number.
 */
public final class LabJson {
    /** Settings come from people: nothing is guessed, added or left out. */
    private static final JsonMapper SETTINGS = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private static final JsonMapper NUMBERS =
            JsonMapper.builder().addModule(numbers()).build();

    private LabJson() {}

    /** Writes a run, a measurement or settings. */
    public static String write(Object value) {
        return NUMBERS.writeValueAsString(value);
    }

    /**
     * Reads the settings of an experiment out of {@code {"experiment": ...}}.
     *
     * @throws ExperimentRejected with the code {@code unreadable} if they are none, or as the experiment itself says
     */
    public static Experiment request(String json) {
        return settings(() -> {
            var request = SETTINGS.readValue(json, Request.class);
            if (request == null) {
                throw new ExperimentRejected("unreadable", Map.of());
            }
            return request.experiment();
        });
    }

    /**
     * The same experiment with some other settings, as they are written in files.
     *
     * @throws ExperimentRejected {@code unknown-setting}, {@code unreadable}, or as the experiment itself says
     */
    public static Experiment with(Experiment experiment, Map<String, String> settings) {
        var all = SETTINGS.readValue(
                SETTINGS.writeValueAsString(experiment), new TypeReference<TreeMap<String, Object>>() {});
        settings.forEach((name, text) -> all.put(
                name,
                experiment.controls().stream()
                        .filter(control -> control.name().equals(name))
                        .findFirst()
                        .map(control -> control.read(text))
                        .orElseThrow(() -> new ExperimentRejected("unknown-setting", Map.of("setting", name)))));
        return experiment(SETTINGS.writeValueAsString(all));
    }

    static Experiment experiment(String json) {
        return settings(() -> SETTINGS.readValue(json, Experiment.class));
    }

    static Measurement measurement(String json) {
        return NUMBERS.readValue(json, Measurement.class);
    }

    static <T> T read(String json, Class<T> type) {
        return NUMBERS.readValue(json, type);
    }

    static JsonNode tree(Measurement measurement) {
        return NUMBERS.readTree(write(measurement));
    }

    /** Equal experiments give equal text, however their components are declared. */
    static String canonical(Experiment experiment) {
        var settings = SETTINGS.readValue(
                SETTINGS.writeValueAsString(experiment), new TypeReference<TreeMap<String, Object>>() {});
        return SETTINGS.writeValueAsString(settings);
    }

    /** The name of an experiment's kind, as it stands in its JSON. */
    static String kind(Experiment experiment) {
        return SETTINGS.readTree(SETTINGS.writeValueAsString(experiment))
                .get("kind")
                .asString();
    }

    private static Experiment settings(Supplier<Experiment> read) {
        try {
            return read.get();
        } catch (JacksonException e) {
            // An experiment refuses a value while it is being made, deep inside the reader.
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof ExperimentRejected rejected) {
                    throw rejected;
                }
            }
            throw new ExperimentRejected("unreadable", Map.of());
        }
    }

    private static SimpleModule numbers() {
        return new SimpleModule("numbers")
                .addSerializer(Double.class, new Writer())
                .addSerializer(double.class, new Writer())
                .addDeserializer(Double.class, new Reader())
                .addDeserializer(double.class, new Reader());
    }

    private record Request(Experiment experiment) {}

    private static final class Writer extends ValueSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator json, SerializationContext context) {
            if (Double.isFinite(value)) {
                json.writeNumber(value);
            } else {
                json.writeNull();
            }
        }
    }

    private static final class Reader extends ValueDeserializer<Double> {
        @Override
        public Double deserialize(JsonParser json, DeserializationContext context) {
            return json.getDoubleValue();
        }

        @Override
        public Double getNullValue(DeserializationContext context) {
            return Double.NaN;
        }
    }
}
