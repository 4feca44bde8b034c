package io.skipway.courseware.files;

import io.skipway.courseware.Matching;
import io.skipway.courseware.Matching.Left;
import io.skipway.courseware.Matching.Right;
import io.skipway.courseware.Matching.Rule;
import io.skipway.courseware.Question;
import io.skipway.courseware.Response;
import io.skipway.courseware.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a question of the kind {@code matching}. */
final class MatchingFile {
    private final YamlMap file;
    private final List<Left> lefts = new ArrayList<>();
    private final List<Right> rights = new ArrayList<>();

    private MatchingFile(YamlMap file) {
        this.file = file;
    }

    static Optional<Question> read(String id, YamlMap file, Words prompt, BigDecimal points) {
        return new MatchingFile(file).question(id, prompt, points);
    }

    private Optional<Question> question(String id, Words prompt, BigDecimal points) {
        file.only("kind", "points", "lab", "prompt", "marking", "pairs", "extra", "tests", "solutions", "was");
        var ids = new ArrayList<String>();
        for (var pair : file.maps("pairs")) {
            pair.only("id", "left", "right", "feedback");
            ids.add(pair(pair));
        }
        if (file.has("extra")) {
            for (var extra : file.maps("extra")) {
                extra.only("id", "text");
                ids.add(Ids.read(extra, "id"));
                right(ids.getLast(), extra.words("text", Markdown::line), extra);
            }
        }
        if (file.has("pairs") && lefts.size() < 2) {
            file.problem(file.line("pairs"), "A matching needs two pairs at least.");
        }
        if (lefts.size() > 1 && rights.size() < 2) {
            file.problem(file.line("pairs"), "All pairs have the same \"right\", so there is nothing to choose.");
        }
        var different = Ids.of(file, "pairs", ids);
        var rule = file.oneOf("marking", Rule.values());
        var solutions = QuestionFile.solutions(file);
        if (rule.isEmpty() || lefts.size() < 2 || different.size() < ids.size()) {
            return Optional.empty();
        }
        var question = new Matching(id, prompt, points, file.optionalText("lab"), lefts, rights, rule.get(), solutions);
        AnswerTests.run(file, question, test -> answer(test, question));
        return Optional.of(question);
    }

    /** What two pairs have in common on the right stands there once, by the id of the first. */
    private String pair(YamlMap pair) {
        var id = Ids.read(pair, "id");
        var text = pair.words("right", Markdown::line);
        var known = rights.stream().filter(each -> each.text().equals(text)).findFirst();
        if (known.isEmpty()) {
            rights.add(new Right(id, text));
        }
        var feedback = pair.optionalWords("feedback", Markdown::line);
        var match = known.map(Right::id).orElse(id);
        lefts.add(new Left(id, pair.words("left", Markdown::line), match, feedback));
        return id;
    }

    private void right(String id, Words text, YamlMap extra) {
        if (rights.stream().anyMatch(each -> each.text().equals(text))) {
            extra.problem(extra.line("text"), "This stands on the right already. Write something else or take it out.");
        }
        rights.add(new Right(id, text));
    }

    /** A test names a pair on each side: the left of the one with the right of the other. */
    private Optional<Response> answer(YamlMap test, Matching question) {
        return test.map("answer").flatMap(pairs -> {
            var chosen = new java.util.TreeMap<String, String>();
            pairs.scalars().forEach((left, right) -> chosen.put(left, match(right)));
            var response = new Response.Parts(chosen);
            if (!question.fits(response)) {
                test.problem(
                        test.line("answer"),
                        "A test answers with lines such as \"%s: %s\", by the ids of pairs and extras."
                                .formatted(
                                        lefts.getFirst().id(), rights.getLast().id()));
                return Optional.empty();
            }
            return Optional.of(response);
        });
    }

    private String match(String right) {
        return lefts.stream()
                .filter(left -> left.id().equals(right))
                .map(Left::match)
                .findFirst()
                .orElse(right);
    }
}
