package io.skipway.courseware.files;

import io.skipway.courseware.LabSheet;
import io.skipway.courseware.MultipleChoice;
import io.skipway.courseware.MultipleChoice.Rule;
import io.skipway.courseware.Question;
import io.skipway.courseware.Question.Option;
import io.skipway.courseware.Response;
import io.skipway.courseware.Variants;
import io.skipway.courseware.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads questions of the kinds {@code single-choice} and {@code multiple-choice}. */
final class ChoiceFile {
    private final YamlMap file;
    private final Labs labs;

    ChoiceFile(YamlMap file, Labs labs) {
        this.file = file;
        this.labs = labs;
    }

    Question single(String id, Words prompt, BigDecimal points) {
        file.only("kind", "points", "lab", "prompt", "key", "options", "shuffle", "draw", "let", "tests", "was");
        var options = options(file.maps("options"), "id", "text", "feedback", "lab");
        var ids = ids(options);
        var key = file.text("key");
        if (!ids.contains(key)) {
            noKey(key, ids);
        }
        var question = new Question.SingleChoice(
                id, prompt, points, file.optionalText("lab"), options, key, variants(prompt, options, List.of()));
        if (ids.contains(key)) {
            AnswerTests.run(file, question, test -> {
                var answer = test.text("answer");
                return named(test, ids, List.of(answer)).map(all -> new Response.Choice(answer));
            });
        }
        return question;
    }

    /** A choice within a text: from a list of the browser, which shows no formula. */
    Optional<Question> gap(String name, BigDecimal points) {
        file.only("type", "points", "key", "options");
        var entries = file.maps("options");
        var options = options(entries, "id", "text", "feedback");
        entries.stream()
                .filter(entry -> entry.has("text")
                        && entry.words("text", Markdown::line).en().contains("class=\"math\""))
                .forEach(entry -> entry.problem(
                        entry.line("text"), "A gap is chosen from a list that shows no formula. Write it in words."));
        var ids = ids(options);
        var key = file.text("key");
        if (!ids.contains(key)) {
            noKey(key, ids);
            return Optional.empty();
        }
        return Optional.of(new Question.SingleChoice(name, new Words("", ""), points, Optional.empty(), options, key));
    }

    private Variants variants(Words prompt, List<Option> options, List<Question.Solution> solutions) {
        var drawn = VariantsFile.read(file);
        var texts = new ArrayList<>(List.of(prompt));
        options.forEach(option -> texts.addAll(List.of(option.text(), option.feedback())));
        solutions.forEach(solution -> texts.add(solution.text()));
        VariantsFile.places(file, drawn, texts);
        return file.flag("shuffle")
                ? drawn.andShuffled(options.stream().map(Option::id).toList())
                : drawn;
    }

    private void noKey(String key, Set<String> ids) {
        if (!key.isEmpty()) {
            file.problem(file.line("key"), "The key \"%s\" is none of the options %s.".formatted(key, ids));
        }
    }

    Optional<Question> multiple(String id, Words prompt, BigDecimal points) {
        file.only(
                "kind",
                "points",
                "lab",
                "prompt",
                "marking",
                "options",
                "shuffle",
                "draw",
                "let",
                "tests",
                "solutions",
                "was");
        var entries = file.maps("options");
        var options = options(entries, "id", "text", "feedback", "right");
        var ids = ids(options);
        var right = IntStream.range(0, options.size())
                .filter(i -> entries.get(i).flag("right"))
                .mapToObj(i -> options.get(i).id())
                .collect(Collectors.toSet());
        if (!options.isEmpty() && right.isEmpty()) {
            file.problem(file.line("options"), "No option is right. Write \"right: true\" in each that is.");
        }
        var solutions = QuestionFile.solutions(file);
        var rule = file.oneOf("marking", Rule.values());
        if (rule.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        var question = new MultipleChoice(
                id,
                prompt,
                points,
                file.optionalText("lab"),
                options,
                right,
                rule.get(),
                variants(prompt, options, solutions),
                solutions);
        AnswerTests.run(
                file, question, test -> named(test, ids, test.texts("answer")).map(Response.Choices::new));
        return Optional.of(question);
    }

    private List<Option> options(List<YamlMap> entries, String... keys) {
        var options = entries.stream().map(option -> option(option, keys)).toList();
        if (file.has("options") && options.size() < 2) {
            file.problem(file.line("options"), "A choice needs two options at least.");
        }
        return options;
    }

    private Set<String> ids(List<Option> options) {
        var ids = new HashSet<String>();
        options.forEach(option -> {
            if (!ids.add(option.id())) {
                file.problem(file.line("options"), "Two options have the id \"%s\".".formatted(option.id()));
            }
        });
        return ids;
    }

    private Option option(YamlMap option, String... keys) {
        option.only(keys);
        var name = option.text("id");
        if (!name.isEmpty() && !name.matches("[a-z0-9-]{1,32}")) {
            option.problem(option.line("id"), "An option's id has small letters, digits and hyphens: " + name);
        }
        var lab = option.optionalText("lab")
                .flatMap(sheet -> labs.named(sheet, option.line("lab")))
                .map(LabSheet::id);
        // What is chosen in a gap may go without a word.
        var feedback = file.has("type") && !option.has("feedback")
                ? new Words("", "")
                : option.words("feedback", Markdown::line);
        return new Option(name, option.words("text", Markdown::line), feedback, lab);
    }

    private static Optional<List<String>> named(YamlMap test, Set<String> ids, List<String> answers) {
        var unknown = answers.stream().filter(answer -> !ids.contains(answer)).toList();
        unknown.forEach(answer ->
                test.problem(test.line("answer"), "The test answers \"%s\", which is no option.".formatted(answer)));
        return unknown.isEmpty() ? Optional.of(answers) : Optional.empty();
    }
}
