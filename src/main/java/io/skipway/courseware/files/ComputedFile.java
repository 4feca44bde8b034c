package io.skipway.courseware.files;

import io.skipway.courseware.LabSheet;
import io.skipway.courseware.NumberKey;
import io.skipway.courseware.NumberKey.Quantity;
import io.skipway.courseware.Question.Network;
import io.skipway.lab.Control;
import io.skipway.lab.ExperimentRejected;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.Skip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a key that a sealed run computes, with the values from which each attempt draws its settings. */
final class ComputedFile {
    private static final int MOST_NETWORKS = 200;

    private final YamlMap file;

    private ComputedFile(YamlMap file) {
        this.file = file;
    }

    static Optional<NumberKey> read(YamlMap file, Labs labs) {
        return new ComputedFile(file).key(labs);
    }

    private Optional<NumberKey> key(Labs labs) {
        file.only("lab", "quantity", "draw");
        var quantity = file.oneOf("quantity", Quantity.values());
        var name = file.text("lab");
        var named = name.isEmpty() ? Optional.<LabSheet>empty() : labs.named(name, file.line("lab"));
        if (quantity.isEmpty()) {
            return Optional.empty();
        }
        return named.flatMap(sheet -> {
            if (!(sheet.experiment() instanceof GradientFlow flow)) {
                file.problem(
                        file.line("lab"),
                        "The lab \"%s\" measures no gradient by layer. Name one of the kind gradient-flow."
                                .formatted(name));
                return Optional.empty();
            }
            if (quantity.get().network() == Network.RESIDUAL && flow.skip() == Skip.NONE) {
                file.problem(
                        file.line("quantity"),
                        "The lab \"%s\" has no residual network, for its skip is none.".formatted(name));
                return Optional.empty();
            }
            return choices(flow).map(choices -> new NumberKey.Computed(name, flow, quantity.get(), choices));
        });
    }

    private Optional<Map<String, List<String>>> choices(GradientFlow flow) {
        var choices = new TreeMap<String, List<String>>();
        if (!file.has("draw")) {
            return Optional.of(choices);
        }
        var draw = file.map("draw");
        if (draw.isEmpty()) {
            return Optional.empty();
        }
        var names = flow.controls().stream()
                .map(Control::name)
                .filter(name -> !name.equals("seed"))
                .toList();
        draw.get().only(names.toArray(String[]::new));
        for (var name : names) {
            if (draw.get().has(name)) {
                choices.put(name, draw.get().texts(name));
            }
        }
        var good = true;
        for (var choice : choices.entrySet()) {
            if (choice.getValue().isEmpty()) {
                draw.get()
                        .problem(
                                draw.get().line(choice.getKey()),
                                "\"%s\" needs one value at least.".formatted(choice.getKey()));
                good = false;
            }
        }
        return good && possible(flow, choices, draw.get()) ? Optional.of(choices) : Optional.empty();
    }

    /** Every network that may be drawn can be computed: nobody learns otherwise when they submit. */
    private boolean possible(GradientFlow flow, Map<String, List<String>> choices, YamlMap draw) {
        List<Map<String, String>> all = List.of(Map.of());
        for (var choice : choices.entrySet()) {
            var more = new ArrayList<Map<String, String>>();
            for (var settings : all) {
                for (var value : choice.getValue()) {
                    var next = new HashMap<>(settings);
                    next.put(choice.getKey(), value);
                    more.add(next);
                }
            }
            all = more;
            if (all.size() > MOST_NETWORKS) {
                draw.problem(
                        draw.line(), "These are more than %d networks. Give fewer values.".formatted(MOST_NETWORKS));
                return false;
            }
        }
        var key = new NumberKey.Computed("", flow, Quantity.FIRST_PLAIN, choices);
        for (var settings : all) {
            try {
                key.experiment(settings, 0);
            } catch (ExperimentRejected e) {
                draw.problem(
                        draw.line(String.valueOf(e.details().get("setting"))),
                        "%s can't be drawn: %s.".formatted(new TreeMap<>(settings), e.getMessage()));
                return false;
            }
        }
        return true;
    }
}
