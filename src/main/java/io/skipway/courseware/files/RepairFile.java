package io.skipway.courseware.files;

import io.skipway.courseware.LabSheet;
import io.skipway.courseware.Question;
import io.skipway.courseware.Question.Goal;
import io.skipway.courseware.Words;
import io.skipway.lab.Control;
import io.skipway.lab.Health;
import io.skipway.lab.LabJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a question of the kind {@code repair}; its sick network is the one with which its lab opens. */
final class RepairFile {
    private static final int SEEDS = 3;
    private static final int MOST_SEEDS = 9;

    private RepairFile() {}

    static Optional<Question> read(
            String id, YamlMap file, Words prompt, BigDecimal points, Function<String, Optional<LabSheet>> labs) {
        file.only("kind", "points", "lab", "dials", "seeds", "goal", "prompt", "solutions", "was");
        var goals = goals(file, points);
        var seeds = seeds(file);
        var names = file.texts("dials");
        var solutions = QuestionFile.solutions(file);
        var lab = file.text("lab");
        return Optional.of(lab)
                .filter(name -> !name.isEmpty())
                .flatMap(labs)
                .flatMap(sheet -> experiment(sheet, file))
                .map(sick -> {
                    var dials = dials(file, names, sick);
                    bound(file, sick, dials, seeds);
                    return new Question.Repair(
                            id, prompt, points, Optional.of(lab), sick, dials, seeds, goals, solutions);
                });
    }

    private static Optional<Health> experiment(LabSheet sheet, YamlMap file) {
        if (sheet.experiment() instanceof Health sick) {
            return Optional.of(sick);
        }
        file.problem(
                file.line("lab"),
                "The lab \"%s\" has no network in training to repair. Name one of the kind health."
                        .formatted(sheet.id()));
        return Optional.empty();
    }

    private static int seeds(YamlMap file) {
        if (!file.has("seeds")) {
            return SEEDS;
        }
        var seeds = file.number("seeds");
        if (seeds.stripTrailingZeros().scale() > 0
                || seeds.signum() <= 0
                || seeds.compareTo(BigDecimal.valueOf(MOST_SEEDS)) > 0
                || seeds.intValue() % 2 == 0) {
            file.problem(
                    file.line("seeds"),
                    "\"seeds\" must be an odd number from 1 to %d, so that one result is in the middle."
                            .formatted(MOST_SEEDS));
            return SEEDS;
        }
        return seeds.intValue();
    }

    /** Never the seed, which the server draws. */
    private static List<Control> dials(YamlMap file, List<String> names, Health sick) {
        var controls = sick.controls().stream()
                .filter(control -> !control.name().equals("seed"))
                .toList();
        var known = controls.stream().map(Control::name).collect(Collectors.joining(", "));
        var seen = new HashSet<String>();
        for (var name : names) {
            if (controls.stream().noneMatch(control -> control.name().equals(name))) {
                file.problem(
                        file.line("dials"),
                        "The network has no setting \"%s\" to turn. It has %s.".formatted(name, known));
            } else if (!seen.add(name)) {
                file.problem(file.line("dials"), "\"%s\" stands here twice. Remove one.".formatted(name));
            }
        }
        if (file.has("dials") && names.isEmpty()) {
            file.problem(file.line("dials"), "\"dials\" needs one setting at least, of %s.".formatted(known));
        }
        return controls.stream()
                .filter(control -> seen.contains(control.name()))
                .toList();
    }

    /** A learner may turn every dial to its end. */
    private static void bound(YamlMap file, Health sick, List<Control> dials, int seeds) {
        var most = new HashMap<String, String>();
        for (var dial : dials) {
            if (dial instanceof Control.Whole whole) {
                most.put(whole.name(), String.valueOf(whole.max()));
            }
        }
        var largest = LabJson.with(sick, most);
        if (largest.work() * seeds > Health.MOST_WORK) {
            file.problem(
                    file.line(dials.isEmpty() ? "lab" : "dials"),
                    "%d networks of %d layers in %d steps take too long at a submission: %.1f of at most %.1f thousand million multiply-accumulates. Lessen the steps, the layers or the seeds, or take steps and depth out of the dials."
                            .formatted(
                                    seeds,
                                    largest.depth(),
                                    largest.steps(),
                                    largest.work() * seeds / 1e9,
                                    Health.MOST_WORK / 1e9));
        }
    }

    /** From the strictest down, the first worth all points and each worth less than the one before. */
    private static List<Goal> goals(YamlMap file, BigDecimal points) {
        var goals = new ArrayList<Goal>();
        var above = BigDecimal.ONE.add(BigDecimal.ONE);
        var worth = new StepPoints(points);
        for (var step : file.maps("goal")) {
            step.only("accuracy", "points");
            var next = new Goal(step.number("accuracy"), worth.read(step));
            if (next.accuracy().signum() <= 0
                    || next.accuracy().compareTo(BigDecimal.ONE) > 0
                    || next.accuracy().compareTo(above) >= 0) {
                step.problem(
                        step.line("accuracy"),
                        "The accuracies must be above 0, at most 1, and fall from step to step.");
            }
            goals.add(next);
            above = next.accuracy();
        }
        if (file.has("goal") && goals.isEmpty()) {
            file.problem(file.line("goal"), "\"goal\" needs one step at least.");
        }
        return List.copyOf(goals);
    }
}
