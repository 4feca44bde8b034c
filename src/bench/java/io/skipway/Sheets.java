package io.skipway;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The experiments with which the labs of the first lesson open. */
public final class Sheets {
    private static final Path LABS = Path.of("content", "deep-cnn", "depth", "labs");

    private Sheets() {}

    /** As the endpoint takes it, with some settings changed. */
    public static Map<String, Object> experiment(String lab, Map<String, Object> changed) throws IOException {
        var sheet = (Map<?, ?>)
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(LABS.resolve(lab + ".yaml")));
        var experiment = new LinkedHashMap<String, Object>();
        experiment.put("kind", String.valueOf(sheet.get("lab")));
        ((Map<?, ?>) requireNonNull(sheet.get("settings")))
                .forEach((name, value) -> experiment.put(String.valueOf(name), value));
        experiment.putAll(changed);
        return Map.of("experiment", experiment);
    }
}
