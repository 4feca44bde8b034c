package io.skipway.courseware.files;

import io.skipway.courseware.LabSheet;
import io.skipway.lab.Control;
import io.skipway.lab.Experiment;
import io.skipway.lab.ExperimentRejected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code labs/<id>.yaml}; the experiment itself says which settings are possible. */
final class LabFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();
    private static final List<String> KINDS = List.of(
            "gradient-flow",
            "identity-term",
            "bottleneck",
            "stacked-3x3",
            "architectures",
            "remedies",
            "degradation",
            "lesion",
            "landscape",
            "health");

    private LabFile() {}

    static Optional<LabSheet> read(String id, YamlMap file, List<LabSheet.Data> data) {
        file.only("lab", "question", "look", "settings", "controls", "presets");
        var kind = file.text("lab");
        if (!kind.isEmpty() && !KINDS.contains(kind)) {
            file.problem(file.line("lab"), "There is no lab \"%s\". Known are %s.".formatted(kind, KINDS));
            return Optional.empty();
        }
        var settings = file.map("settings");
        var experiment = settings.flatMap(map -> experiment(kind, map.scalars(), map, data));
        if (experiment.isEmpty()) {
            return Optional.empty();
        }
        var presets = file.maps("presets").stream()
                .flatMap(preset -> preset(kind, settings.orElseThrow().scalars(), preset, data).stream())
                .toList();
        return Optional.of(new LabSheet(
                id,
                file.words("question", UnaryOperator.identity()),
                file.words("look", UnaryOperator.identity()),
                experiment.get(),
                inView(file, experiment.get()),
                presets,
                experiment.get().controls().stream().anyMatch(Control.Data.class::isInstance) ? data : List.of()));
    }

    private static List<String> inView(YamlMap file, Experiment experiment) {
        var known = experiment.controls().stream().map(Control::name).toList();
        var inView = file.texts("controls");
        for (var name : inView) {
            if (!known.contains(name)) {
                file.problem(
                        file.line("controls"),
                        "The lab has no control \"%s\". It has %s.".formatted(name, String.join(", ", known)));
            }
        }
        return inView;
    }

    private static Optional<LabSheet.Preset> preset(
            String kind, Map<String, String> defaults, YamlMap preset, List<LabSheet.Data> data) {
        preset.only("title", "says", "breaks", "settings");
        return preset.map("settings").flatMap(overrides -> {
            var settings = new LinkedHashMap<>(defaults);
            settings.putAll(overrides.scalars());
            return experiment(kind, settings, overrides, data)
                    .map(experiment -> new LabSheet.Preset(
                            preset.words("title", UnaryOperator.identity()),
                            preset.words("says", UnaryOperator.identity()),
                            preset.flag("breaks"),
                            experiment));
        });
    }

    private static Optional<Experiment> experiment(
            String kind, Map<String, String> settings, YamlMap where, List<LabSheet.Data> data) {
        var all = new LinkedHashMap<String, Object>(settings);
        if (all.get("data") instanceof String name) {
            if (name.contains(":")) {
                where.problem(
                        where.line("data"),
                        "\"%s\" can't be named here. Put the file into the course as data/<name>.csv and write <name>."
                                .formatted(name));
                return Optional.empty();
            }
            data.stream().filter(file -> file.name().equals(name)).forEach(file -> all.put("data", file.value()));
        }
        all.put("kind", kind);
        try {
            return Optional.of(JSON.convertValue(all, Experiment.class));
        } catch (JacksonException e) {
            where.problem(where.line(setting(e)), sentence(e));
            return Optional.empty();
        }
    }

    private static String setting(JacksonException e) {
        if (e.getCause() instanceof ExperimentRejected rejected) {
            return String.valueOf(rejected.details().get("setting"));
        }
        return e.getPath().isEmpty() ? "" : String.valueOf(e.getPath().getLast().getPropertyName());
    }

    private static String sentence(JacksonException e) {
        if (e.getCause() instanceof ExperimentRejected rejected) {
            return "These settings are refused: " + rejected.getMessage() + ".";
        }
        return "The setting \"%s\" is missing, unknown or of another kind: %s"
                .formatted(setting(e), e.getOriginalMessage());
    }
}
