package io.skipway.courseware.files;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads what the steps of a question are worth: the first all its points, also where it is not said, each of the others less than the one before. */
final class StepPoints {
    private final BigDecimal all;
    private @Nullable BigDecimal before;

    StepPoints(BigDecimal all) {
        this.all = all;
    }

    BigDecimal read(YamlMap step) {
        var points = before == null && !step.has("points") ? all : step.number("points");
        if (before == null && points.compareTo(all) != 0) {
            step.problem(
                    step.line("points"),
                    "The first step must be worth the question's %s points.".formatted(all.toPlainString()));
        } else if (points.signum() <= 0 || (before != null && points.compareTo(before) >= 0)) {
            step.problem(step.line("points"), "The points must be above 0 and fall from step to step.");
        }
        before = points;
        return points;
    }
}
