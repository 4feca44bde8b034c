package io.skipway.courseware;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * A question's file as fields that a form can offer, and back. It never changes: each edit gives a new one. All that the
 * file holds survives, also what the form does not show; only comments are lost. A field is named by its way down, such as
 * {@code "options", 1, "text", "ko"}; its value is the text as it was written.
 */
public final class QuestionDraft {
    private static final int MOST_CHARACTERS = 200_000;
    private static final int NEVER_WRAP = 100_000;

    private final Map<?, ?> root;

    private QuestionDraft(Map<?, ?> root) {
        this.root = root;
    }

    /** Reads a file; nothing where it is no mapping, and has to be mended as text first. */
    public static Optional<QuestionDraft> of(String yaml) {
        var settings = LoadSettings.builder()
                .setSchema(new FailsafeSchema())
                .setCodePointLimit(MOST_CHARACTERS)
                .setMaxAliasesForCollections(0)
                .setAllowDuplicateKeys(false)
                .build();
        try {
            return new Load(settings).loadFromString(yaml) instanceof Map<?, ?> map
                    ? Optional.of(new QuestionDraft(map))
                    : Optional.empty();
        } catch (YamlEngineException | StackOverflowError unreadable) {
            return Optional.empty();
        }
    }

    /** The text of a field, empty where there is none. */
    public String text(Object... way) {
        return at(way) instanceof String text ? text : "";
    }

    /** How many entries a list has. */
    public int size(Object... way) {
        return at(way) instanceof List<?> list ? list.size() : 0;
    }

    /** The same question with another text in one field, which is made where it is missing. */
    public QuestionDraft with(String text, Object... way) {
        return new QuestionDraft((Map<?, ?>) changed(root, text.replace("\r\n", "\n"), List.of(way)));
    }

    /** The file: multi-line texts as blocks, one key a line. */
    public String yaml() {
        var settings = DumpSettings.builder()
                .setSchema(new FailsafeSchema())
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(NEVER_WRAP)
                .setSplitLines(false)
                .setIndicatorIndent(2)
                .setIndentWithIndicator(true)
                .build();
        return new Dump(settings).dumpToString(root);
    }

    private @Nullable Object at(Object... way) {
        Object here = root;
        for (var step : way) {
            here = switch (here) {
                case Map<?, ?> map -> map.get(step);
                case List<?> list when step instanceof Integer index && index < list.size() -> list.get(index);
                case null, default -> null;
            };
        }
        return here;
    }

    private static Object changed(@Nullable Object here, String text, List<Object> way) {
        if (way.isEmpty()) {
            return text;
        }
        var step = way.getFirst();
        var rest = way.subList(1, way.size());
        if (step instanceof Integer index) {
            var list = new ArrayList<Object>(here instanceof List<?> old ? old : List.of());
            if (index == list.size()) {
                list.add(changed(null, text, rest));
            } else {
                list.set(index, changed(list.get(index), text, rest));
            }
            return list;
        }
        var map = new LinkedHashMap<Object, Object>(here instanceof Map<?, ?> old ? old : Map.of());
        map.put(step, changed(map.get(step), text, rest));
        return map;
    }
}
