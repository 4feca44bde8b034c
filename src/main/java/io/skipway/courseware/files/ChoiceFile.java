package io.skipway.courseware.files;

import io.skipway.courseware.LabSheet;
import io.skipway.courseware.MultipleChoice;
import io.skipway.courseware.MultipleChoice.Rule;
import io.skipway.courseware.Question;
import io.skipway.courseware.Question.Option;
import io.skipway.courseware.Response;
import io.skipway.courseware.Words;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
        file.only("kind", "points", "lab", "prompt", "key", "options", "tests", "was");
        var options = options(file.maps("options"), "id", "text", "feedback", "lab");
        var ids = ids(options);
        var key = file.text("key");
        if (!key.isEmpty() && !ids.contains(key)) {
            file.problem(file.line("key"), "The key \"%s\" is none of the options %s.".formatted(key, ids));
        }
        var question = new Question.SingleChoice(id, prompt, points, file.optionalText("lab"), options, key);
        if (ids.contains(key)) {
            AnswerTests.run(file, question, test -> {
                var answer = test.text("answer");
                return named(test, ids, List.of(answer)).map(all -> new Response.Choice(answer));
            });
        }
        return question;
    }

    Optional<Question> multiple(String id, Words prompt, BigDecimal points) {
        file.only("kind", "points", "lab", "prompt", "marking", "options", "tests", "solutions", "was");
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
        var rule = rule();
        if (rule.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        var question =
                new MultipleChoice(id, prompt, points, file.optionalText("lab"), options, right, rule.get(), solutions);
        AnswerTests.run(
                file, question, test -> named(test, ids, test.texts("answer")).map(Response.Choices::new));
        return Optional.of(question);
    }

    private Optional<Rule> rule() {
        var told = file.text("marking");
        var found = Arrays.stream(Rule.values())
                .filter(rule -> word(rule).equals(told))
                .findFirst();
        if (found.isEmpty() && !told.isEmpty()) {
            file.problem(
                    file.line("marking"),
                    "There is no marking \"%s\". Known are %s."
                            .formatted(
                                    told,
                                    Arrays.stream(Rule.values())
                                            .map(ChoiceFile::word)
                                            .collect(Collectors.joining(", "))));
        }
        return found;
    }

    private static String word(Rule rule) {
        return rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
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
        return new Option(name, option.words("text", Markdown::line), option.words("feedback", Markdown::line), lab);
    }

    private static Optional<List<String>> named(YamlMap test, Set<String> ids, List<String> answers) {
        var unknown = answers.stream().filter(answer -> !ids.contains(answer)).toList();
        unknown.forEach(answer ->
                test.problem(test.line("answer"), "The test answers \"%s\", which is no option.".formatted(answer)));
        return unknown.isEmpty() ? Optional.of(answers) : Optional.empty();
    }
}
