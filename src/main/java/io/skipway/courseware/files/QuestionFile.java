package io.skipway.courseware.files;

import io.skipway.courseware.Draw;
import io.skipway.courseware.LabSheet;
import io.skipway.courseware.Marker;
import io.skipway.courseware.Question;
import io.skipway.courseware.Question.Criterion;
import io.skipway.courseware.Question.Level;
import io.skipway.courseware.Question.Option;
import io.skipway.courseware.Response;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads {@code questions/<id>.yaml}, and runs the tests that a question brings. */
final class QuestionFile {
    private static final int MOST_CHARACTERS = 100_000;

    private final String id;
    private final YamlMap file;

    private final Labs labs;

    private QuestionFile(String id, YamlMap file, Labs labs) {
        this.id = id;
        this.file = file;
        this.labs = labs;
    }

    static Optional<Question> read(String id, YamlMap file, Labs labs) {
        return new QuestionFile(id, file, labs).question();
    }

    private Optional<Question> question() {
        var kind = file.text("kind");
        return switch (kind) {
            case "single-choice" -> Optional.of(singleChoice());
            case "essay" -> Optional.of(essay());
            case "prediction" ->
                PredictionFile.read(id, file, prompt(), points(), name -> labs.named(name, file.line("lab")));
            case "repair" -> RepairFile.read(id, file, prompt(), points(), name -> labs.named(name, file.line("lab")));
            case "numeric" -> NumericFile.read(id, file, points(), labs);
            case "" -> Optional.empty();
            default -> {
                file.problem(
                        file.line("kind"),
                        "There is no kind \"%s\". Known are single-choice, essay, prediction, repair and numeric."
                                .formatted(kind));
                yield Optional.empty();
            }
        };
    }

    private Question singleChoice() {
        file.only("kind", "points", "lab", "prompt", "key", "options", "tests", "was");
        var options = file.maps("options").stream().map(this::option).toList();
        var ids = new HashSet<String>();
        options.forEach(option -> {
            if (!ids.add(option.id())) {
                file.problem(file.line("options"), "Two options have the id \"%s\".".formatted(option.id()));
            }
        });
        if (file.has("options") && options.size() < 2) {
            file.problem(file.line("options"), "A choice needs two options at least.");
        }
        var key = file.text("key");
        if (!key.isEmpty() && !ids.contains(key)) {
            file.problem(file.line("key"), "The key \"%s\" is none of the options %s.".formatted(key, ids));
        }
        var question = new Question.SingleChoice(id, prompt(), points(), file.optionalText("lab"), options, key);
        if (ids.contains(key)) {
            test(question);
        }
        return question;
    }

    private Option option(YamlMap option) {
        option.only("id", "text", "feedback", "lab");
        var name = option.text("id");
        if (!name.isEmpty() && !name.matches("[a-z0-9-]{1,32}")) {
            option.problem(option.line("id"), "An option's id has small letters, digits and hyphens: " + name);
        }
        var lab = option.optionalText("lab")
                .flatMap(sheet -> labs.named(sheet, option.line("lab")))
                .map(LabSheet::id);
        return new Option(name, option.words("text", Markdown::line), option.words("feedback", Markdown::line), lab);
    }

    private Question essay() {
        file.only("kind", "points", "lab", "prompt", "maxCharacters", "rubric", "solutions", "was");
        var most = file.number("maxCharacters");
        if (file.has("maxCharacters")
                && (most.signum() <= 0 || most.compareTo(BigDecimal.valueOf(MOST_CHARACTERS)) > 0)) {
            file.problem(file.line("maxCharacters"), "\"maxCharacters\" must be from 1 to " + MOST_CHARACTERS + ".");
            most = BigDecimal.valueOf(MOST_CHARACTERS);
        }
        var points = points();
        var criteria = file.maps("rubric").stream().map(this::criterion).toList();
        var best = criteria.stream()
                .filter(criterion -> !criterion.levels().isEmpty())
                .map(criterion -> criterion.levels().getLast().points())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!criteria.isEmpty() && best.compareTo(points) != 0) {
            file.problem(
                    file.line("rubric"),
                    "The best levels add up to %s points, but the question has %s."
                            .formatted(best.toPlainString(), points.toPlainString()));
        }
        return new Question.Essay(
                id,
                prompt(),
                points,
                file.optionalText("lab"),
                most.intValue(),
                new Question.Rubric(criteria),
                solutions(file));
    }

    private Criterion criterion(YamlMap criterion) {
        criterion.only("id", "title", "levels");
        var levels = criterion.maps("levels").stream()
                .map(level -> {
                    level.only("title", "points");
                    return new Level(level.words("title", UnaryOperator.identity()), level.number("points"));
                })
                .toList();
        for (var i = 1; i < levels.size(); i++) {
            if (levels.get(i).points().compareTo(levels.get(i - 1).points()) < 0) {
                criterion.problem(criterion.line("levels"), "The levels must go from the least points to the most.");
                break;
            }
        }
        return new Criterion(criterion.text("id"), criterion.words("title", UnaryOperator.identity()), levels);
    }

    static List<Question.Solution> solutions(YamlMap file) {
        return file.has("solutions")
                ? file.maps("solutions").stream().map(QuestionFile::solution).toList()
                : List.of();
    }

    private static Question.Solution solution(YamlMap solution) {
        solution.only("title", "text");
        return new Question.Solution(
                solution.words("title", UnaryOperator.identity()), solution.words("text", Markdown::html));
    }

    private io.skipway.courseware.Words prompt() {
        return file.words("prompt", Markdown::html);
    }

    private BigDecimal points() {
        var points = file.number("points");
        if (file.has("points") && (points.signum() <= 0 || points.compareTo(BigDecimal.valueOf(1000)) > 0)) {
            file.problem(file.line("points"), "\"points\" must be above 0 and at most 1000.");
        }
        return points;
    }

    private void test(Question.SingleChoice question) {
        if (!file.has("tests")) {
            return;
        }
        for (var test : file.maps("tests")) {
            test.only("answer", "points");
            var answer = test.text("answer");
            if (question.options().stream().noneMatch(option -> option.id().equals(answer))) {
                test.problem(test.line("answer"), "The test answers \"%s\", which is no option.".formatted(answer));
                continue;
            }
            var expected = test.number("points");
            if (Marker.mark(question, Draw.NONE, new Response.Choice(answer))
                            instanceof Marker.Mark.Points(var got, var right)
                    && got.compareTo(expected) != 0) {
                test.problem(
                        test.line("points"),
                        "The answer \"%s\" gets %s points, but the test expects %s. Mend the key or the test."
                                .formatted(answer, got.toPlainString(), expected.toPlainString()));
            }
        }
    }
}
