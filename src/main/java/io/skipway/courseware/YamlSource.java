package io.skipway.courseware;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * A YAML file as it is written, beside what it says: mappings, lists and texts. It never changes: each edit gives a new
 * one, in which all lines that the edit does not concern are as they were, with their comments. A rewriting counts only if
 * it reads as it should; where none does, the least part that can be is written anew, in the worst case the file.
 */
final class YamlSource {
    private static final int MOST_CHARACTERS = 200_000;

    private final String text;
    private final Map<?, ?> says;

    private YamlSource(String text, Map<?, ?> says) {
        this.text = text;
        this.says = says;
    }

    /** Reads a file; nothing where it is no mapping, and has to be mended as text first. */
    static Optional<YamlSource> of(String yaml) {
        var settings = LoadSettings.builder()
                .setSchema(new FailsafeSchema())
                .setCodePointLimit(MOST_CHARACTERS)
                .setMaxAliasesForCollections(0)
                .setAllowDuplicateKeys(false)
                .build();
        try {
            return new Load(settings).loadFromString(yaml) instanceof Map<?, ?> map
                    ? Optional.of(new YamlSource(yaml, map))
                    : Optional.empty();
        } catch (YamlEngineException | StackOverflowError unreadable) {
            return Optional.empty();
        }
    }

    String text() {
        return text;
    }

    /** A text, a list or a mapping; null where there is nothing. */
    @Nullable
    Object at(List<Object> way) {
        return YamlTree.at(says, way);
    }

    /** Puts a value in its place, which is made where it is missing. */
    YamlSource put(List<Object> way, Object value) {
        var wanted = YamlTree.put(says, way, value);
        return rewritten(way, wanted, lines -> Stream.of(lines.word(way, value), lines.key(missing(way), wanted)));
    }

    /** Puts another entry at the end of a list. */
    YamlSource add(List<Object> list, Object entry) {
        var wanted = YamlTree.put(says, YamlTree.step(list, size(list)), entry);
        return rewritten(list, wanted, lines -> Stream.of(lines.entry(list, entry), lines.key(missing(list), wanted)));
    }

    /** Takes an entry out of a list. */
    YamlSource remove(List<Object> list, int index) {
        var order =
                IntStream.range(0, size(list)).filter(i -> i != index).boxed().toList();
        return ordered(list, order);
    }

    /** Lets an entry of a list and the next change places. */
    YamlSource swap(List<Object> list, int index) {
        var order = IntStream.range(0, size(list))
                .map(i -> i == index ? i + 1 : i == index + 1 ? i - 1 : i)
                .boxed()
                .toList();
        return ordered(list, order);
    }

    int size(List<Object> list) {
        return at(list) instanceof List<?> entries ? entries.size() : 0;
    }

    private YamlSource ordered(List<Object> list, List<Integer> order) {
        var wanted = YamlTree.order(says, list, order);
        return rewritten(list, wanted, lines -> Stream.of(lines.order(list, order)));
    }

    /** As much of a way as is there, and one step more. */
    private List<Object> missing(List<Object> way) {
        return IntStream.rangeClosed(1, way.size())
                .mapToObj(length -> way.subList(0, length))
                .filter(part -> at(part) == null)
                .findFirst()
                .orElse(way);
    }

    private YamlSource rewritten(
            List<Object> way,
            Map<?, ?> wanted,
            java.util.function.Function<YamlLines, Stream<Optional<String>>> tries) {
        var lines = new YamlLines(text);
        var anew = IntStream.iterate(way.size(), length -> length > 0, length -> length - 1)
                .mapToObj(length -> lines.anew(way.subList(0, length), wanted));
        return Stream.concat(tries.apply(lines), anew)
                .flatMap(Optional::stream)
                .flatMap(tried -> of(tried).stream())
                .filter(read -> read.says.equals(wanted))
                .findFirst()
                .orElseGet(() -> new YamlSource(YamlLines.dump(wanted), wanted));
    }
}
