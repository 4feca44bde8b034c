package io.skipway.attempts;

import io.skipway.courseware.Cloze;
import io.skipway.courseware.NumberText;
import io.skipway.courseware.Question;
import io.skipway.courseware.Response;
import io.skipway.courseware.ShortAnswer;
import io.skipway.lab.ExperimentRejected;
import java.util.Map;
import java.util.Optional;

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
                    case Question.Numeric numeric -> response instanceof Response.Number;
                    case Question.InParts parts -> parts.fits(response);
                };
        if (!fits) {
            throw new Unanswerable("unfit");
        }
        if (question instanceof Question.Essay essay
                && response instanceof Response.Text(var markdown)
                && markdown.length() > essay.maxCharacters()) {
            throw new Unanswerable("too-long");
        }
        if (question instanceof ShortAnswer
                && response instanceof Response.Text(var text)
                && text.length() > ShortAnswer.LONGEST) {
            throw new Unanswerable("too-long");
        }
        if (response instanceof Response.Number(var text) && text.length() > NumberText.LONGEST) {
            throw new Unanswerable("too-long");
        }
    }

    /**
     * Refuses to make final what is empty, a network that is as sick as it was, or what is not a number as it is asked
     * for: that is not held against the key.
     */
    static void checkFinal(Question question, Response response) {
        why(question, response).ifPresent(code -> {
            throw new Unanswerable(code);
        });
    }

    static boolean isFinal(Question question, Response response) {
        return why(question, response).isEmpty();
    }

    private static Optional<String> why(Question question, Response response) {
        if (empty(response)) {
            return Optional.of("empty");
        }
        return switch (question) {
            case Question.Numeric numeric
            when response instanceof Response.Number(var text) ->
                numeric.refused(text).map(Answers::number);
            case Cloze cloze
            when response instanceof Response.Parts typed ->
                cloze.refused(typed).map(Answers::number);
            case Question.Repair repair
            when response instanceof Response.Settings(var values)
                    && repair.with(values).sameAs(repair.experiment()) -> Optional.of("unchanged");
            default -> Optional.empty();
        };
    }

    private static String number(String problem) {
        return "number-" + problem;
    }

    /** Whether nothing was answered. */
    static boolean empty(Response response) {
        return switch (response) {
            case Response.Choice(var option) -> option.isEmpty();
            case Response.Text(var markdown) -> markdown.isBlank();
            case Response.Curve(var values) -> values.isEmpty();
            case Response.Settings(var values) -> values.isEmpty();
            case Response.Number(var text) -> text.isBlank();
            case Response.Choices(var options) -> options.isEmpty();
            case Response.Certain(var certainty, var answer) -> empty(answer);
            case Response.Parts(var values) -> values.values().stream().allMatch(String::isBlank);
        };
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
