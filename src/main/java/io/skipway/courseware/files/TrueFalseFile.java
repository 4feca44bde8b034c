package io.skipway.courseware.files;

import io.skipway.courseware.Question;
import io.skipway.courseware.Question.Option;
import io.skipway.courseware.Question.SingleChoice;
import io.skipway.courseware.Response;
import io.skipway.courseware.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads a question of the kind {@code true-false}: its prompt is a statement, and both answers have feedback. */
final class TrueFalseFile {
    private static final Words TRUE = new Words("참", "True");
    private static final Words FALSE = new Words("거짓", "False");

    private TrueFalseFile() {}

    static Question read(String id, YamlMap file, Words prompt, BigDecimal points) {
        file.only("kind", "points", "lab", "prompt", "key", "feedback", "tests", "was");
        var key = file.text("key");
        if (!key.isEmpty()) {
            file.flag("key");
        }
        var feedback = file.map("feedback");
        feedback.ifPresent(both -> both.only(SingleChoice.TRUE, SingleChoice.FALSE));
        var options = List.of(option(SingleChoice.TRUE, TRUE, feedback), option(SingleChoice.FALSE, FALSE, feedback));
        var question = new SingleChoice(id, prompt, points, file.optionalText("lab"), options, key);
        AnswerTests.run(file, question, test -> {
            test.flag("answer");
            return Optional.of(test.text("answer"))
                    .filter(answer -> answer.equals(SingleChoice.TRUE) || answer.equals(SingleChoice.FALSE))
                    .map(Response.Choice::new);
        });
        return question;
    }

    private static Option option(String id, Words text, Optional<YamlMap> feedback) {
        return new Option(
                id, text, feedback.map(both -> both.words(id, Markdown::line)).orElse(new Words("", "")));
    }
}
