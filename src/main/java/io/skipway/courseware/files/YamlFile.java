package io.skipway.courseware.files;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads YAML into nodes that know their lines; nothing is made of them but text, so no tag can load a class. */
final class YamlFile {
    private static final int MAX_CHARACTERS = 200_000;

    private YamlFile() {}

    static Optional<YamlMap> read(String path, String text, Report report) {
        var settings = LoadSettings.builder()
                .setLabel(path)
                .setCodePointLimit(MAX_CHARACTERS)
                .setMaxAliasesForCollections(0)
                .build();
        try {
            var root = new Compose(settings).composeString(text).orElse(null);
            if (root instanceof MappingNode mapping) {
                return Optional.of(new YamlMap(path, mapping, report));
            }
            report.add(path, 1, "The file is empty or no mapping. Write lines such as \"key: value\".");
        } catch (MarkedYamlEngineException e) {
            var line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            report.add(
                    path,
                    line,
                    "This is no YAML: %s. Look at the indentation and the quotes.".formatted(e.getProblem()));
        } catch (YamlEngineException | StackOverflowError e) {
            report.add(path, 1, "The file can't be read: it is too long or too deeply nested.");
        }
        return Optional.empty();
    }
}
