package io.skipway.courseware;

import java.math.BigDecimal;

/** Marks a response by the question alone: no store, no clock, no person. */
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
     * @throws IllegalArgumentException if the response is not of the question's kind, or names no option of it
     */
    public static Mark mark(Question question, Response response) {
        return switch (question) {
            case Question.Essay essay when response instanceof Response.Text -> new Mark.ByPerson();
            case Question.SingleChoice choice
            when response instanceof Response.Choice(var option) -> {
                var right = choice.option(option).id().equals(choice.key());
                yield new Mark.Points(right ? choice.points() : BigDecimal.ZERO, right);
            }
            default ->
                throw new IllegalArgumentException("Question %s can't be answered with a %s"
                        .formatted(question.id(), response.getClass().getSimpleName()));
        };
    }
}
