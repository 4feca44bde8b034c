package io.skipway.courseware.files;

import io.skipway.courseware.LabSheet;
import io.skipway.courseware.Question;
import io.skipway.courseware.Question.Network;
import io.skipway.courseware.Question.Within;
import io.skipway.courseware.Words;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.Skip;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a question of the kind {@code prediction}; its experiment is the one with which its lab opens. */
final class PredictionFile {
    /** Doubles end a little beyond. */
    private static final int EXTREME = 300;

    private PredictionFile() {}

    static Optional<Question> read(
            String id, YamlMap file, Words prompt, BigDecimal points, Function<String, Optional<LabSheet>> labs) {
        file.only("kind", "points", "lab", "network", "axis", "prompt", "within", "solutions", "was");
        var within = within(file, points);
        var axis = file.map("axis");
        int from = axis.map(ends -> end(ends, "from")).orElse(0);
        int to = axis.map(ends -> end(ends, "to")).orElse(0);
        if (axis.isPresent() && from >= to) {
            file.problem(file.line("axis"), "The axis must go from a lower to a higher power of ten.");
        }
        var network = network(file);
        var solutions = QuestionFile.solutions(file);
        var lab = file.text("lab");
        return Optional.of(lab)
                .filter(name -> !name.isEmpty())
                .flatMap(labs)
                .flatMap(sheet -> experiment(sheet, network, file))
                .map(experiment -> new Question.Prediction(
                        id, prompt, points, Optional.of(lab), experiment, network, from, to, within, solutions));
    }

    private static Optional<GradientFlow> experiment(LabSheet sheet, Network network, YamlMap file) {
        if (!(sheet.experiment() instanceof GradientFlow flow)) {
            file.problem(
                    file.line("lab"),
                    "The lab \"%s\" has no curve to predict. Name one of the kind gradient-flow."
                            .formatted(sheet.id()));
            return Optional.empty();
        }
        if (network == Network.RESIDUAL && flow.skip() == Skip.NONE) {
            file.problem(
                    file.line("network"),
                    "The lab \"%s\" has no residual network, for its skip is none. Write plain, or set the skip."
                            .formatted(sheet.id()));
        }
        return Optional.of(flow);
    }

    private static Network network(YamlMap file) {
        var name = file.text("network");
        if (!name.isEmpty() && !name.equals("plain") && !name.equals("residual")) {
            file.problem(file.line("network"), "\"network\" must be plain or residual, not \"%s\".".formatted(name));
        }
        return name.equals("residual") ? Network.RESIDUAL : Network.PLAIN;
    }

    private static int end(YamlMap axis, String key) {
        axis.only("from", "to");
        var number = axis.number(key);
        if (number.stripTrailingZeros().scale() > 0 || number.abs().compareTo(BigDecimal.valueOf(EXTREME)) > 0) {
            axis.problem(
                    axis.line(key),
                    "\"%s\" is an exponent of ten: a whole number from -%d to %d.".formatted(key, EXTREME, EXTREME));
            return 0;
        }
        return number.intValue();
    }

    /** From the strictest to the widest, the first worth all points and each worth less than the one before. */
    private static List<Within> within(YamlMap file, BigDecimal points) {
        var within = new ArrayList<Within>();
        var closer = BigDecimal.ZERO;
        var worth = new StepPoints(points);
        for (var step : file.maps("within")) {
            step.only("decades", "points");
            var next = new Within(step.number("decades"), worth.read(step));
            if (next.decades().compareTo(closer) <= 0) {
                step.problem(step.line("decades"), "The decades must be above 0 and grow from step to step.");
            }
            within.add(next);
            closer = next.decades();
        }
        if (file.has("within") && within.isEmpty()) {
            file.problem(file.line("within"), "\"within\" needs one step at least.");
        }
        return List.copyOf(within);
    }
}
