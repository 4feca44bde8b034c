package io.skipway.lab;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One setting of an experiment and what it may be; {@code name} is the record component's. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Control.Whole.class, name = "whole"),
    @JsonSubTypes.Type(value = Control.Real.class, name = "real"),
    @JsonSubTypes.Type(value = Control.Choice.class, name = "choice"),
    @JsonSubTypes.Type(value = Control.Data.class, name = "data")
})
public sealed interface Control {
    String name();

    /**
     * The value that a text means.
     *
     * @throws ExperimentRejected {@code out-of-range} where it means none
     */
    default Object read(String text) {
        try {
            return switch (this) {
                case Whole _ -> Long.valueOf(text);
                // Not all that Java calls a number: the page must read the same.
                case Real _
                when text.matches("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?") -> Double.valueOf(text);
                case Real real -> throw rejected(Map.of("setting", real.name()));
                case Choice(var name, var options) when options.contains(text) -> text;
                case Data _ -> text;
                case Choice(var name, var options) -> throw rejected(Map.of("setting", name, "options", options));
            };
        } catch (NumberFormatException e) {
            throw rejected(Map.of("setting", name()));
        }
    }

    /** A whole number from {@code min} to {@code max}, both included. */
    record Whole(String name, long min, long max) implements Control {}

    /** A number from {@code min} to {@code max}, both included; {@code step} is what one key press moves it by. */
    record Real(String name, double min, double max, double step, boolean logarithmic) implements Control {}

    /** One of a few words. */
    record Choice(String name, List<String> options) implements Control {}

    /** One of the built-in sets of data, or a file's by its digest; see {@link DataFiles}. */
    record Data(String name, List<String> options) implements Control {}

    /** A choice among the words of an enumeration, as JSON has them. */
    @SafeVarargs
    static <E extends Enum<E>> Choice among(String name, E... options) {
        return new Choice(
                name,
                Arrays.stream(options)
                        .map(option -> option.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    /** Refuses the first value that its control does not allow. */
    static void check(List<Control> controls, Map<String, Object> values) {
        for (var control : controls) {
            var value = values.get(control.name());
            var details =
                    switch (control) {
                        case Whole(var name, var min, var max)
                        when !(value instanceof Number n && n.longValue() >= min && n.longValue() <= max) ->
                            Map.<String, Object>of("setting", name, "min", min, "max", max);
                        case Real(var name, var min, var max, var step, var logarithmic)
                        when !(value instanceof Number n && n.doubleValue() >= min && n.doubleValue() <= max) ->
                            Map.<String, Object>of("setting", name, "min", min, "max", max);
                        case Choice(var name, var options)
                        when !options.contains(word(value)) ->
                            Map.<String, Object>of("setting", name, "options", options);
                        case Data(var name, var options)
                        when !options.contains(word(value))
                                && DataName.read(word(value)).isEmpty() ->
                            Map.<String, Object>of("setting", name, "options", options);
                        default -> Map.<String, Object>of();
                    };
            if (!details.isEmpty()) {
                throw rejected(details);
            }
        }
    }

    private static ExperimentRejected rejected(Map<String, Object> details) {
        return new ExperimentRejected("out-of-range", details);
    }

    private static String word(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : String.valueOf(value);
    }
}
