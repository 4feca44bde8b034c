package io.skipway.attempts;

import io.skipway.courseware.Question;
import io.skipway.courseware.Response;

/** Whether a response can be an answer to a question at all. */
final class Answers {
    private Answers() {}

    /** Refuses a response of another kind, an option that is not there, a curve off its axis, and a text that is too long. */
    static void check(Question question, Response response) {
        var fits =
                switch (question) {
                    case Question.SingleChoice choice ->
                        response instanceof Response.Choice(var option)
                                && (option.isEmpty()
                                        || choice.options().stream()
                                                .anyMatch(there -> there.id().equals(option)));
                    case Question.Essay essay -> response instanceof Response.Text;
                    case Question.Prediction prediction ->
                        response instanceof Response.Curve(var values)
                                && values.size() == prediction.layers().size()
                                && values.stream()
                                        .allMatch(value -> value >= prediction.from() && value <= prediction.to());
                };
        if (!fits) {
            throw new Unanswerable("unfit");
        }
        if (question instanceof Question.Essay essay
                && response instanceof Response.Text(var markdown)
                && markdown.length() > essay.maxCharacters()) {
            throw new Unanswerable("too-long");
        }
    }

    static boolean empty(Response response) {
        return switch (response) {
            case Response.Choice(var option) -> option.isEmpty();
            case Response.Text(var markdown) -> markdown.isBlank();
            case Response.Curve(var values) -> values.isEmpty();
        };
    }
}
