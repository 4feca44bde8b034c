package io.skipway.courseware.files;

import io.skipway.courseware.Tolerance;
import io.skipway.courseware.Tolerance.Measure;
import io.skipway.courseware.Tolerance.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads how near a number must come: steps of one measure, from the strictest, and each worth less than the one before. */
final class StepsFile {
    private static final BigDecimal MOST_FIGURES = BigDecimal.valueOf(15);
    private static final List<String> MEASURES =
            Arrays.stream(Measure.values()).map(StepsFile::word).toList();

    private final YamlMap file;
    private final List<Step> steps = new ArrayList<>();

    private final StepPoints worth;

    private StepsFile(YamlMap file, BigDecimal points) {
        this.file = file;
        worth = new StepPoints(points);
    }

    static Tolerance read(YamlMap file, BigDecimal points) {
        return new StepsFile(file, points).tolerance();
    }

    private static String word(Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT);
    }

    private Tolerance tolerance() {
        Optional<Measure> measure = Optional.empty();
        for (var step : file.maps("within")) {
            step.only("absolute", "relative", "figures", "decades", "points");
            var own = measure(step);
            if (own.isEmpty()) {
                continue;
            }
            if (measure.isPresent() && !own.equals(measure)) {
                step.problem(
                        step.line(),
                        "All steps need the same measure as the first, %s.".formatted(word(measure.get())));
                continue;
            }
            measure = own;
            take(step, own.get());
        }
        if (file.has("within") && measure.isEmpty() && file.maps("within").isEmpty()) {
            file.problem(file.line("within"), "\"within\" needs one step at least.");
        }
        return new Tolerance(measure.orElse(Measure.ABSOLUTE), steps);
    }

    private static Optional<Measure> measure(YamlMap step) {
        var named = Arrays.stream(Measure.values())
                .filter(each -> step.has(word(each)))
                .toList();
        if (named.size() == 1) {
            return Optional.of(named.getFirst());
        }
        step.problem(step.line(), "A step has exactly one of %s.".formatted(String.join(", ", MEASURES)));
        return Optional.empty();
    }

    private void take(YamlMap step, Measure measure) {
        var next = new Step(step.number(word(measure)), worth.read(step));
        var before = steps.isEmpty() ? null : steps.getLast();
        var line = step.line(word(measure));
        if (measure == Measure.FIGURES) {
            if (next.bound().stripTrailingZeros().scale() > 0
                    || next.bound().signum() <= 0
                    || next.bound().compareTo(MOST_FIGURES) > 0) {
                step.problem(line, "\"figures\" must be a whole number from 1 to 15.");
            } else if (before != null && next.bound().compareTo(before.bound()) >= 0) {
                step.problem(line, "The figures must fall from step to step, for the strictest stands first.");
            }
        } else if (next.bound().signum() < (measure == Measure.ABSOLUTE ? 0 : 1)) {
            step.problem(line, "\"%s\" must be above 0.".formatted(word(measure)));
        } else if (before != null && next.bound().compareTo(before.bound()) <= 0) {
            step.problem(
                    line,
                    "\"%s\" must grow from step to step, for the strictest stands first.".formatted(word(measure)));
        }
        steps.add(next);
    }
}
