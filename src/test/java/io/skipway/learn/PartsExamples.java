package io.skipway.learn;

import io.skipway.courseware.Cloze;
import io.skipway.courseware.MultipleChoice;
import io.skipway.courseware.NumberKey;
import io.skipway.courseware.Ordering;
import io.skipway.courseware.Question;
import io.skipway.courseware.ShortAnswer;
import io.skipway.courseware.Tolerance;
import io.skipway.courseware.Variants;
import io.skipway.courseware.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Questions in parts and a statement, whose feedback and solutions bear the word SECRET. */
final class PartsExamples {
    private static final Words NONE = new Words("", "");
    private static final List<Question.Solution> SOLUTIONS = List.of(new Question.Solution(NONE, secret("solution")));
    private static final Question SEVERAL = new MultipleChoice(
            "several",
            NONE,
            BigDecimal.TWO,
            Optional.empty(),
            List.of(option("a"), option("b"), option("c")),
            Set.of("a", "c"),
            MultipleChoice.Rule.RIGHT_MINUS_WRONG,
            SOLUTIONS);
    private static final Question STATEMENT = new Question.SingleChoice(
            "statement", NONE, BigDecimal.ONE, Optional.empty(), List.of(option("true"), option("false")), "true");

    private static final Question WORD = new ShortAnswer(
            "word",
            NONE,
            BigDecimal.TWO,
            Optional.empty(),
            false,
            List.of(
                    new ShortAnswer.Accepted("SECRET-word", false, BigDecimal.TWO, Optional.empty()),
                    new ShortAnswer.Accepted("near*", true, BigDecimal.ONE, Optional.of(secret("near")))),
            SOLUTIONS);

    private static final Question ORDER = new Ordering(
            "order",
            NONE,
            BigDecimal.TWO,
            Optional.empty(),
            Stream.of("first", "second", "third")
                    .map(id -> new Ordering.Item(id, new Words(id, id), Optional.of(secret(id))))
                    .toList(),
            Ordering.Rule.NEIGHBOURS,
            SOLUTIONS);

    private static final Question GAPS = new Cloze(
            "gaps",
            NONE,
            BigDecimal.TWO,
            Optional.empty(),
            List.of(
                    new ShortAnswer(
                            "word",
                            NONE,
                            BigDecimal.ONE,
                            Optional.empty(),
                            false,
                            List.of(new ShortAnswer.Accepted("SECRET-gap", false, BigDecimal.ONE, Optional.empty())),
                            List.of()),
                    new Question.Numeric(
                            "twice",
                            NONE,
                            BigDecimal.ONE,
                            Optional.empty(),
                            new NumberKey.Formula("2*n"),
                            new Tolerance(
                                    Tolerance.Measure.ABSOLUTE,
                                    List.of(new Tolerance.Step(BigDecimal.ZERO, BigDecimal.ONE))),
                            "",
                            false,
                            List.of())),
            new Variants(Map.of("n", List.of("3")), Map.of(), List.of()),
            List.of(new Question.Solution(NONE, new Words("SECRET-how", "SECRET-how [[n]]"))));

    private PartsExamples() {}

    static List<Question> and(Question... others) {
        return Stream.concat(Stream.of(others), Stream.of(SEVERAL, STATEMENT, WORD, ORDER, GAPS))
                .toList();
    }

    private static Question.Option option(String id) {
        return new Question.Option(id, NONE, secret(id));
    }

    private static Words secret(String name) {
        return new Words("SECRET-" + name, "SECRET-" + name);
    }
}
