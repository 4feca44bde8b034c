package io.skipway.courseware.files;

import io.skipway.courseware.Cloze;
import io.skipway.courseware.Draw;
import io.skipway.courseware.Marker;
import io.skipway.courseware.Question;
import io.skipway.courseware.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs the tests that a question brings: what an answer must be worth. */
final class AnswerTests {
    private AnswerTests() {}

    /** @param answer reads the answer of a test; empty where it reported what is wrong with it */
    static void run(YamlMap file, Question question, Function<YamlMap, Optional<? extends Response>> answer) {
        if (!file.has("tests")) {
            return;
        }
        for (var test : file.maps("tests")) {
            test.only("answer", "points", "draw");
            answer.apply(test)
                    .ifPresent(response -> draw(test, question).ifPresent(draw -> run(test, question, draw, response)));
        }
    }

    /** The variant that a test is of: with the first value of whatever it leaves open. */
    private static Optional<Draw> draw(YamlMap test, Question question) {
        var variants = question.variants();
        var chosen =
                test.has("draw") ? test.map("draw").map(YamlMap::scalars).orElse(Map.of()) : Map.<String, String>of();
        for (var each : chosen.entrySet()) {
            var among = variants.values().getOrDefault(each.getKey(), List.of());
            if (!among.contains(each.getValue())) {
                test.problem(
                        test.line("draw"),
                        "\"%s\" is never drawn as \"%s\"%s."
                                .formatted(
                                        each.getKey(),
                                        each.getValue(),
                                        among.isEmpty() ? "" : ", but as one of " + String.join(", ", among)));
                return Optional.empty();
            }
        }
        return Optional.of(new Draw(0, List.of(), variants.with(chosen)));
    }

    private static void run(YamlMap test, Question question, Draw draw, Response response) {
        var expected = test.number("points");
        if (Marker.mark(question, draw, response) instanceof Marker.Mark.Points(var got, var right)
                && got.compareTo(expected) != 0) {
            test.problem(
                    test.line("points"),
                    "The answer \"%s\" gets %s points%s, but the test expects %s. Mend the key or the test."
                            .formatted(
                                    told(response),
                                    got.toPlainString(),
                                    fault(question, response),
                                    expected.toPlainString()));
        }
    }

    /** Why a text is worth nothing that is no number as it is asked for. */
    private static String fault(Question question, Response response) {
        var problem =
                switch (question) {
                    case Question.Numeric numeric
                    when response instanceof Response.Number(var text) -> numeric.refused(text);
                    case Cloze cloze when response instanceof Response.Parts typed -> cloze.refused(typed);
                    default -> Optional.<String>empty();
                };
        return problem.map(" (it is refused: %s)"::formatted).orElse("");
    }

    private static String told(Response response) {
        return switch (response) {
            case Response.Choice(var option) -> option;
            case Response.Choices(var options) -> String.join(", ", options);
            case Response.Text(var text) -> text;
            case Response.Number(var text) -> text;
            case Response.Parts(var values) ->
                values.entrySet().stream()
                        .map(part -> part.getKey() + ": " + part.getValue())
                        .collect(Collectors.joining(", "));
            default -> response.toString();
        };
    }
}
