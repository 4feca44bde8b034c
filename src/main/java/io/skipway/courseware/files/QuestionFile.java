package io.skipway.courseware.files;

import io.skipway.courseware.Question;
import io.skipway.courseware.Question.Criterion;
import io.skipway.courseware.Question.Level;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads {@code questions/<id>.yaml}; each longer kind has a class of its own. */
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
            case "single-choice" -> Optional.of(new ChoiceFile(file, labs).single(id, prompt(), points()));
            case "multiple-choice" -> new ChoiceFile(file, labs).multiple(id, prompt(), points());
            case "true-false" -> Optional.of(TrueFalseFile.read(id, file, prompt(), points()));
            case "essay" -> Optional.of(essay());
            case "prediction" ->
                PredictionFile.read(id, file, prompt(), points(), name -> labs.named(name, file.line("lab")));
            case "repair" -> RepairFile.read(id, file, prompt(), points(), name -> labs.named(name, file.line("lab")));
            case "numeric" -> NumericFile.read(id, file, points(), labs);
            case "short-answer" -> ShortAnswerFile.read(id, file, prompt(), points());
            case "ordering" -> OrderingFile.read(id, file, prompt(), points());
            case "matching" -> MatchingFile.read(id, file, prompt(), points());
            case "cloze" -> ClozeFile.read(id, file, points(), labs);
            case "" -> Optional.empty();
            default -> {
                file.problem(
                        file.line("kind"),
                        "There is no kind \"%s\". Known are single-choice, essay, prediction, repair, numeric, multiple-choice, true-false, short-answer, ordering, matching and cloze."
                                .formatted(kind));
                yield Optional.empty();
            }
        };
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
}
