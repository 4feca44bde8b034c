package io.skipway.courseware.files;

import io.skipway.courseware.Draw;
import io.skipway.courseware.NumberKey;
import io.skipway.courseware.Placeholders;
import io.skipway.courseware.Question;
import io.skipway.courseware.Response;
import io.skipway.courseware.Tolerance;
import io.skipway.courseware.Tolerance.Measure;
import io.skipway.courseware.Variants;
import io.skipway.courseware.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads a question of the kind {@code numeric}: its key is given or computed. */
final class NumericFile {
    private static final int EXTREME = 300;

    private final String id;
    private final YamlMap file;
    private final Labs labs;

    private NumericFile(String id, YamlMap file, Labs labs) {
        this.id = id;
        this.file = file;
        this.labs = labs;
    }

    static Optional<Question> read(String id, YamlMap file, BigDecimal points, Labs labs) {
        return new NumericFile(id, file, labs).question(points);
    }

    private Optional<Question> question(BigDecimal points) {
        file.only(
                "kind",
                "points",
                "lab",
                "closed",
                "key",
                "computed",
                "draw",
                "let",
                "unit",
                "prompt",
                "within",
                "tests",
                "solutions",
                "was");
        var tolerance = StepsFile.read(file, points);
        var drawn = VariantsFile.read(file);
        var question = key(drawn)
                .map(key -> new Question.Numeric(
                        id,
                        file.words("prompt", Markdown::html),
                        points,
                        file.optionalText("lab"),
                        key,
                        tolerance,
                        unit(file),
                        file.flag("closed"),
                        key instanceof NumberKey.Computed computed
                                ? new Variants(computed.choices(), Map.of(), List.of())
                                : drawn,
                        QuestionFile.solutions(file)));
        question.ifPresent(this::check);
        return question.map(Question.class::cast);
    }

    private Optional<NumberKey> key(Variants drawn) {
        if (file.has("key") == file.has("computed")) {
            file.problem(
                    file.line("key"), "Write either \"key\" with a number, or \"computed\" with a lab and a quantity.");
            return Optional.empty();
        }
        return file.has("key")
                ? VariantsFile.key(file, drawn)
                : file.map("computed").flatMap(computed -> ComputedFile.read(computed, labs));
    }

    private void check(Question.Numeric question) {
        switch (question.key()) {
            case NumberKey.Computed computed -> {
                if (file.has("draw") || file.has("let")) {
                    file.problem(file.line("draw"), "What a computed key draws stands under \"computed\".");
                }
                if (file.has("tests")) {
                    file.problem(
                            file.line("tests"),
                            "A computed key is not known before an answer is final. Leave the tests away.");
                }
                places(question, computed);
            }
            default -> {
                given(question);
                if (question.closed()) {
                    file.problem(file.line("closed"), "Only a computed question can close its lab.");
                }
            }
        }
    }

    private static String unit(YamlMap number) {
        return number.written("unit") ? number.text("unit") : "";
    }

    /** A number within a text: exact where no steps are given. */
    static Optional<Question> gap(String name, YamlMap gap, BigDecimal points, Variants drawn) {
        gap.only("type", "points", "key", "unit", "within");
        var tolerance = gap.has("within")
                ? StepsFile.read(gap, points)
                : new Tolerance(Measure.ABSOLUTE, List.of(new Tolerance.Step(BigDecimal.ZERO, points)));
        return VariantsFile.key(gap, drawn).map(key -> {
            fits(gap, tolerance, key, drawn);
            return new Question.Numeric(
                    name, new Words("", ""), points, Optional.empty(), key, tolerance, unit(gap), false, List.of());
        });
    }

    private void given(Question.Numeric question) {
        var texts = new ArrayList<>(List.of(question.prompt()));
        question.solutions().forEach(solution -> texts.add(solution.text()));
        VariantsFile.places(file, question.variants(), texts);
        if (fits(file, question.tolerance(), question.key(), question.variants())
                && !question.tolerance().steps().isEmpty()) {
            AnswerTests.run(file, question, test -> Optional.of(new Response.Number(test.text("answer"))));
        }
    }

    /** Whether the key of every variant can be measured so; reports why not. */
    private static boolean fits(YamlMap file, Tolerance tolerance, NumberKey key, Variants drawn) {
        return switch (key) {
            case NumberKey.Given(var value) -> fits(file, tolerance, value);
            case NumberKey.Formula formula ->
                drawn.combinations().stream()
                        .map(drawn::with)
                        .map(values -> formula.value(new Draw(0, List.of(), values)))
                        .allMatch(value -> fits(file, tolerance, value));
            case NumberKey.Computed computed -> true;
        };
    }

    /** Whether the key can be measured so; reports why not. */
    private static boolean fits(YamlMap file, Tolerance tolerance, BigDecimal key) {
        var measure = tolerance.measure();
        if (key.signum() != 0 && Math.abs(key.precision() - key.scale()) > EXTREME) {
            file.problem(file.line("key"), "The key must lie between 1e-%d and 1e%d.".formatted(EXTREME, EXTREME));
            return false;
        }
        if (key.signum() <= 0 && measure == Measure.DECADES) {
            file.problem(
                    file.line("key"),
                    "A key that is 0 or less has no logarithm. Write \"absolute\" or \"relative\" instead of"
                            + " \"decades\".");
            return false;
        }
        if (key.signum() == 0 && measure != Measure.ABSOLUTE) {
            file.problem(
                    file.line("key"),
                    "Nothing is near 0 in proportion. Write \"absolute\" in the steps of \"within\".");
            return false;
        }
        return true;
    }

    /** What is drawn must be told, and what is to be filled must be drawn. */
    private void places(Question.Numeric question, NumberKey.Computed computed) {
        var drawn = computed.choices().keySet();
        var told = new TreeSet<>(Placeholders.names(question.prompt().ko()));
        told.retainAll(Placeholders.names(question.prompt().en()));
        for (var name : drawn) {
            if (!told.contains(name)) {
                file.problem(
                        file.line("prompt"),
                        "Each attempt draws its own %s, so both prompts must tell it: write [[%s]]."
                                .formatted(name, name));
            }
        }
        var filled = new TreeSet<String>();
        filled.addAll(
                Placeholders.names(question.prompt().ko() + question.prompt().en()));
        question.solutions()
                .forEach(each -> filled.addAll(
                        Placeholders.names(each.text().ko() + each.text().en())));
        filled.removeAll(drawn);
        filled.forEach(name -> file.problem(
                file.line("prompt"), "Nothing is drawn for [[%s]]. Declare it under \"draw\".".formatted(name)));
    }
}
