package io.skipway.attempts;

import io.skipway.courseware.Question;
import io.skipway.courseware.Response;
import io.skipway.lab.ExperimentRejected;
import java.util.Map;

/** Whether a response can be an answer to a question at all. */
final class Answers {
    private Answers() {}

    /** Refuses a response of another kind, an option that is not there, a curve off its axis, a setting that is no dial or out of its range, and a text that is too long. */
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
                    case Question.Repair repair ->
                        response instanceof Response.Settings(var values) && settable(repair, values);
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

    private static boolean empty(Response response) {
        return switch (response) {
            case Response.Choice(var option) -> option.isEmpty();
            case Response.Text(var markdown) -> markdown.isBlank();
            case Response.Curve(var values) -> values.isEmpty();
            case Response.Settings(var values) -> values.isEmpty();
        };
    }

    /** Refuses what can be saved and yet is no answer: nothing at all, and a network that is as sick as it was. */
    static void requireFinal(Question question, Response response) {
        if (empty(response)) {
            throw new Unanswerable("empty");
        }
        if (question instanceof Question.Repair repair
                && response instanceof Response.Settings(var values)
                && repair.with(values).equals(repair.experiment())) {
            throw new Unanswerable("unchanged");
        }
    }

    private static boolean settable(Question.Repair repair, Map<String, String> values) {
        try {
            repair.with(values);
            return true;
        } catch (ExperimentRejected e) {
            throw new Unanswerable(e.code());
        }
    }
}
