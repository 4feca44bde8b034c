package io.skipway.courseware.files;

import io.skipway.courseware.Ordering;
import io.skipway.courseware.Ordering.Item;
import io.skipway.courseware.Ordering.Rule;
import io.skipway.courseware.Question;
import io.skipway.courseware.Response;
import io.skipway.courseware.Words;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Reads a question of the kind {@code ordering}. */
final class OrderingFile {
    private OrderingFile() {}

    static Optional<Question> read(String id, YamlMap file, Words prompt, BigDecimal points) {
        file.only("kind", "points", "lab", "prompt", "marking", "items", "tests", "solutions", "was");
        var items = file.maps("items").stream().map(OrderingFile::item).toList();
        if (file.has("items") && items.size() < 3) {
            file.problem(file.line("items"), "An ordering needs three items at least.");
        }
        var ids = Ids.of(file, "items", items.stream().map(Item::id).toList());
        var rule = file.oneOf("marking", Rule.values());
        var solutions = QuestionFile.solutions(file);
        if (rule.isEmpty() || items.size() < 3 || ids.size() < items.size()) {
            return Optional.empty();
        }
        var question = new Ordering(id, prompt, points, file.optionalText("lab"), items, rule.get(), solutions);
        AnswerTests.run(file, question, test -> answer(test, question));
        return Optional.of(question);
    }

    private static Item item(YamlMap item) {
        item.only("id", "text", "feedback");
        var feedback = item.optionalWords("feedback", Markdown::line);
        return new Item(Ids.read(item, "id"), item.words("text", Markdown::line), feedback);
    }

    private static Optional<Response> answer(YamlMap test, Ordering question) {
        var order = new Response.Choices(test.texts("answer"));
        if (question.fits(order) && !order.options().isEmpty()) {
            return Optional.of(order);
        }
        var known = question.items().stream().map(Item::id).toList();
        var twice = new HashSet<>(order.options()).size() < order.options().size();
        test.problem(
                test.line("answer"),
                "The test must put each of %s in its place once%s."
                        .formatted(known, twice ? ", but one stands twice" : missing(order.options(), known)));
        return Optional.empty();
    }

    private static String missing(List<String> given, List<String> known) {
        return given.stream()
                .filter(each -> !known.contains(each))
                .findFirst()
                .map(", but \"%s\" is no item"::formatted)
                .orElse("");
    }
}
