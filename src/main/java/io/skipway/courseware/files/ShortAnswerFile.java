package io.skipway.courseware.files;

import io.skipway.courseware.Question;
import io.skipway.courseware.Response;
import io.skipway.courseware.ShortAnswer;
import io.skipway.courseware.ShortAnswer.Accepted;
import io.skipway.courseware.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads a question of the kind {@code short-answer}. */
final class ShortAnswerFile {
    private ShortAnswerFile() {}

    static Optional<Question> read(String id, YamlMap file, Words prompt, BigDecimal points) {
        file.only("kind", "points", "lab", "prompt", "caseSensitive", "accept", "tests", "solutions", "was");
        var accepted = accepted(file, points);
        var solutions = QuestionFile.solutions(file);
        var caseSensitive = file.flag("caseSensitive");
        if (accepted.isEmpty()) {
            return Optional.empty();
        }
        var question =
                new ShortAnswer(id, prompt, points, file.optionalText("lab"), caseSensitive, accepted.get(), solutions);
        AnswerTests.run(file, question, test -> Optional.of(new Response.Text(test.text("answer"))));
        return Optional.of(question);
    }

    /** What is accepted, the first of which is the key; empty where there is nothing. */
    static Optional<List<Accepted>> accepted(YamlMap file, BigDecimal points) {
        var accepted =
                file.maps("accept").stream().map(each -> one(each, points)).toList();
        if (accepted.isEmpty()) {
            if (file.has("accept")) {
                file.problem(file.line("accept"), "\"accept\" needs one text at least.");
            }
            return Optional.empty();
        }
        var first = accepted.getFirst();
        if (first.pattern() || first.points().compareTo(points) != 0) {
            file.problem(
                    file.line("accept"),
                    "The first must be a \"text\" that is worth the question's %s points, for it is told as the key."
                            .formatted(points.toPlainString()));
        }
        return Optional.of(accepted);
    }

    private static Accepted one(YamlMap each, BigDecimal points) {
        each.only("text", "pattern", "points", "feedback");
        if (each.has("text") == each.has("pattern")) {
            each.problem(each.line(), "Write either \"text\", or \"pattern\" with * for anything and | for or.");
        }
        var pattern = each.has("pattern");
        var key = pattern ? "pattern" : "text";
        var text = each.optionalText(key).orElse("");
        if (text.length() > ShortAnswer.LONGEST) {
            each.problem(each.line(key), "\"%s\" has more than %d characters.".formatted(key, ShortAnswer.LONGEST));
        }
        if (pattern
                && List.of(text.split("\\|", -1)).stream()
                        .anyMatch(part -> part.replace("*", "").isBlank())) {
            each.problem(each.line(key), "A pattern that consists of * alone would accept everything.");
        }
        var worth = each.has("points") ? each.number("points") : points;
        if (worth.signum() <= 0 || worth.compareTo(points) > 0) {
            each.problem(
                    each.line("points"),
                    "The points must be above 0 and at most the question's %s.".formatted(points.toPlainString()));
        }
        var feedback = each.optionalWords("feedback", Markdown::line);
        return new Accepted(text, pattern, worth, feedback);
    }
}
