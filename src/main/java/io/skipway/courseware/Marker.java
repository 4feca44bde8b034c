package io.skipway.courseware;

import java.math.BigDecimal;
import java.util.List;

/** Marks a response by the question and the attempt's draw alone: no store, no clock, no person. */
public final class Marker {
    private Marker() {}

    /** What a response is worth, or that a person must say so. */
    public sealed interface Mark {
        record Points(BigDecimal points, boolean right) implements Mark {}

        record ByPerson() implements Mark {}
    }

    /**
     * Marks one response.
     *
     * @throws IllegalArgumentException if the response is not of the question's kind, names no option of it, or the draw has
     *     not what was measured
     */
    public static Mark mark(Question asked, Draw draw, Response response) {
        var question = asked.filled(draw.values());
        if (response instanceof Response.Certain(var certainty, var answer)) {
            return mark(question, draw, answer) instanceof Mark.Points(var points, var right)
                    ? new Mark.Points(Certainty.worth(question.points(), points, certainty), right)
                    : new Mark.ByPerson();
        }
        return switch (question) {
            case Question.Essay essay when response instanceof Response.Text -> new Mark.ByPerson();
            case Question.SingleChoice choice
            when response instanceof Response.Choice(var option) -> {
                var right = choice.option(option).id().equals(choice.key());
                yield new Mark.Points(right ? choice.points() : BigDecimal.ZERO, right);
            }
            case Question.Prediction prediction
            when response instanceof Response.Curve curve -> {
                var points = worth(prediction, distance(prediction, draw, curve));
                yield new Mark.Points(points, points.compareTo(prediction.points()) == 0);
            }
            case Question.Repair repair
            when response instanceof Response.Settings -> {
                var points = worth(repair, median(repair, draw));
                yield new Mark.Points(points, points.compareTo(repair.points()) == 0);
            }
            case Question.Numeric numeric
            when response instanceof Response.Number(var text) -> {
                var key = numeric.key().value(draw);
                var points = NumberText.read(text, numeric.unit()) instanceof NumberText.Reading.Value(var value)
                        ? numeric.tolerance().worth(value, key)
                        : BigDecimal.ZERO;
                yield new Mark.Points(points, points.compareTo(numeric.points()) == 0);
            }
            case Question.InParts parts
            when parts.fits(response) -> {
                var points = parts.judge(response).points();
                yield new Mark.Points(points, points.compareTo(parts.points()) == 0);
            }
            default ->
                throw new IllegalArgumentException("Question %s can't be answered with a %s"
                        .formatted(question.id(), response.getClass().getSimpleName()));
        };
    }

    /**
     * How far a drawn curve is from the measured one, in decades: the mean of the absolute distances on the question's axis,
     * at its layers, to a hundredth, as it is told. What was measured beyond the axis counts as at its edge.
     *
     * @throws IllegalArgumentException if one of the curves has not the question's layers
     */
    public static double distance(Question.Prediction prediction, Draw draw, Response.Curve curve) {
        var layers = prediction.layers();
        List<Double> drawn = curve.log10Values();
        if (drawn.size() != layers.size()
                || draw.measured().size() != prediction.experiment().depth() + 1) {
            throw new IllegalArgumentException("%d drawn and %d measured values for question %s"
                    .formatted(drawn.size(), draw.measured().size(), prediction.id()));
        }
        double sum = 0;
        for (int i = 0; i < layers.size(); i++) {
            double measured = draw.measured().get(layers.get(i));
            sum += Math.abs(drawn.get(i) - Math.clamp(measured, prediction.from(), prediction.to()));
        }
        return Math.round(100 * sum / layers.size()) / 100.0;
    }

    /**
     * The middle one of the test accuracies that a repaired network reached.
     *
     * @throws IllegalArgumentException if it was not measured on as many seeds as the question has
     */
    public static double median(Question.Repair repair, Draw draw) {
        if (draw.measured().size() != repair.seeds()) {
            throw new IllegalArgumentException("%d accuracies for the %d seeds of question %s"
                    .formatted(draw.measured().size(), repair.seeds(), repair.id()));
        }
        return draw.measured().stream().sorted().toList().get(repair.seeds() / 2);
    }

    private static BigDecimal worth(Question.Repair repair, double median) {
        return repair.goals().stream()
                .filter(goal -> median >= goal.accuracy().doubleValue())
                .map(Question.Goal::points)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private static BigDecimal worth(Question.Prediction prediction, double distance) {
        return prediction.within().stream()
                .filter(within -> distance <= within.decades().doubleValue())
                .map(Question.Within::points)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }
}
