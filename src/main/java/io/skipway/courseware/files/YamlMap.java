package io.skipway.courseware.files;

import io.skipway.courseware.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A mapping in a file. Whoever asks for what is not there gets something empty, and the report a problem. */
final class YamlMap {
    private final String path;
    private final MappingNode node;
    private final Report report;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    YamlMap(String path, MappingNode node, Report report) {
        this.path = path;
        this.node = node;
        this.report = report;
        for (var tuple : node.getValue()) {
            var line = lineOf(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problem(line, "A key must be a word.");
            } else if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
                problem(line, "\"%s\" stands here twice. Remove one.".formatted(key.getValue()));
            } else {
                lines.put(key.getValue(), line);
            }
        }
    }

    String path() {
        return path;
    }

    int line() {
        return lineOf(node);
    }

    /** The line of a key, or of the mapping where it is missing. */
    int line(String key) {
        return lines.getOrDefault(key, line());
    }

    void problem(int line, String message) {
        report.add(path, line, message);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Whether something is written there: a form leaves what was taken out as blank texts. */
    boolean written(String key) {
        return switch (values.get(key)) {
            case ScalarNode text -> !text.getValue().isBlank();
            case MappingNode texts ->
                texts.getValue().stream()
                        .anyMatch(each -> !(each.getValueNode() instanceof ScalarNode text
                                && text.getValue().isBlank()));
            case null -> false;
            default -> true;
        };
    }

    /** Whether a mapping stands there. */
    boolean isMap(String key) {
        return values.get(key) instanceof MappingNode;
    }

    /** In the order of the file. */
    Set<String> keys() {
        return values.keySet();
    }

    /** Reports every key that is none of these, with the nearest of them. */
    void only(String... known) {
        for (var key : values.keySet()) {
            if (!List.of(known).contains(key)) {
                problem(
                        line(key),
                        "\"%s\" is not known here. %s"
                                .formatted(
                                        key,
                                        Nearest.of(key, List.of(known))
                                                .map("Did you mean \"%s\"?"::formatted)
                                                .orElse("Known are %s.".formatted(String.join(", ", known)))));
            }
        }
    }

    String text(String key) {
        return optionalText(key).orElseGet(() -> missing(key, ""));
    }

    Optional<String> optionalText(String key) {
        var value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue());
        }
        problem(lineOf(value), "\"%s\" must be a text.".formatted(key));
        return Optional.of("");
    }

    /** One of the constants, written small with hyphens. */
    <E extends Enum<E>> Optional<E> oneOf(String key, E[] known) {
        var told = text(key);
        var found = Arrays.stream(known).filter(each -> word(each).equals(told)).findFirst();
        if (found.isEmpty() && !told.isEmpty()) {
            problem(
                    line(key),
                    "There is no %s \"%s\". Known are %s."
                            .formatted(
                                    key,
                                    told,
                                    Arrays.stream(known).map(YamlMap::word).collect(Collectors.joining(", "))));
        }
        return found;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    BigDecimal number(String key) {
        var text = text(key);
        try {
            return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            problem(line(key), "\"%s\" must be a number, not \"%s\".".formatted(key, text));
            return BigDecimal.ZERO;
        }
    }

    boolean flag(String key) {
        var text = optionalText(key).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            problem(line(key), "\"%s\" must be true or false, not \"%s\".".formatted(key, text));
        }
        return text.equals("true");
    }

    /** As {@link #words}; empty if nothing is written there. */
    Optional<Words> optionalWords(String key, UnaryOperator<String> rendered) {
        return written(key) ? Optional.of(words(key, rendered)) : Optional.empty();
    }

    /** A text in both languages, each rendered. */
    Words words(String key, UnaryOperator<String> rendered) {
        return map(key).map(both -> {
                    both.only("ko", "en");
                    return new Words(
                            rendered.apply(both.language(key, "ko")), rendered.apply(both.language(key, "en")));
                })
                .orElse(new Words("", ""));
    }

    private String language(String of, String language) {
        if (!has(language)) {
            problem(
                    line(),
                    "\"%s\" has no %s. Write a line \"%s: ...\"."
                            .formatted(of, language.equals("ko") ? "Korean" : "English", language));
            return "";
        }
        return text(language);
    }

    Optional<YamlMap> map(String key) {
        var value = values.get(key);
        if (value instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(path, mapping, report));
        }
        problem(line(key), value == null ? absent(key) : "\"%s\" must be a mapping.".formatted(key));
        return Optional.empty();
    }

    List<YamlMap> maps(String key) {
        var maps = new ArrayList<YamlMap>();
        for (var item : items(key)) {
            if (item instanceof MappingNode mapping) {
                maps.add(new YamlMap(path, mapping, report));
            } else {
                problem(lineOf(item), "Each entry of \"%s\" must be a mapping.".formatted(key));
            }
        }
        return maps;
    }

    List<String> texts(String key) {
        var texts = new ArrayList<String>();
        for (var item : items(key)) {
            if (item instanceof ScalarNode scalar) {
                texts.add(scalar.getValue());
            } else {
                problem(lineOf(item), "Each entry of \"%s\" must be a text.".formatted(key));
            }
        }
        return texts;
    }

    /** All scalars of this mapping as they were written. */
    Map<String, String> scalars() {
        var scalars = new LinkedHashMap<String, String>();
        values.forEach((key, value) -> {
            if (value instanceof ScalarNode scalar) {
                scalars.put(key, scalar.getValue());
            } else {
                problem(lineOf(value), "\"%s\" must be a single value.".formatted(key));
            }
        });
        return scalars;
    }

    private List<Node> items(String key) {
        var value = values.get(key);
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problem(line(key), value == null ? absent(key) : "\"%s\" must be a list.".formatted(key));
        return List.of();
    }

    private <T> T missing(String key, T instead) {
        problem(line(), absent(key));
        return instead;
    }

    private static String absent(String key) {
        return "\"%s\" is missing. Write a line \"%s: ...\".".formatted(key, key);
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
