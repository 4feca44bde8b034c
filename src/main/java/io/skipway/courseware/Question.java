package io.skipway.courseware;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Something to answer. The record holds the key: it never goes to a browser as a whole. */
public sealed interface Question {
    String id();

    Words prompt();

    BigDecimal points();

    /** The lab that stands beside it. */
    Optional<String> lab();

    /** One option is right. */
    record SingleChoice(
            String id, Words prompt, BigDecimal points, Optional<String> lab, List<Option> options, String key)
            implements Question {
        public Option option(String id) {
            return options.stream()
                    .filter(option -> option.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No option " + id + " in question " + this.id));
        }
    }

    /** A text that people mark. {@code solutions} are shown after the submission, in their order. */
    record Essay(
            String id,
            Words prompt,
            BigDecimal points,
            Optional<String> lab,
            int maxCharacters,
            Rubric rubric,
            List<Solution> solutions)
            implements Question {}

    /** {@code feedback} is for whoever chose it. */
    record Option(String id, Words text, Words feedback) {}

    record Solution(Words title, Words text) {}

    /** The points of the best levels add up to the question's. */
    record Rubric(List<Criterion> criteria) {}

    /** Levels from the least to the best. */
    record Criterion(String id, Words title, List<Level> levels) {}

    record Level(Words title, BigDecimal points) {}
}
