package io.skipway.learn;

import io.skipway.attempts.Saved;
import io.skipway.courseware.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as its element shows it, in one language. It holds only what its person may know by now: feedback of the
 * chosen option after the submission, the key once it was shown or met, solutions and what was
 * measured after the submission, a mark once it is released.
 *
 * @param answer one that is worth all points, of a question in parts: told once it was shown or met
 * @param follows by option, the lab that shows what would follow if it were true: of the chosen one after the submission,
 *     of all once the key is told
 * @param worth what it brings in its quiz, once that may be told
 * @param tries of a quiz
 */
record AnswerState(
        String attempt,
        long sequence,
        String writeId,
        @Nullable Response response,
        @Nullable Instant savedAt,
        String hash,
        @Nullable Instant submittedAt,
        @Nullable Feedback feedback,
        @Nullable String key,
        @Nullable String nextAttempt,
        @Nullable Points first,
        @Nullable Marked mark,
        boolean waiting,
        @Nullable List<Solution> solutions,
        @Nullable Measured measured,
        @Nullable Repaired repaired,
        @Nullable Map<String, Map<String, Object>> follows,
        @Nullable Numbered number,
        @Nullable Judged judged,
        @Nullable Response answer,
        @Nullable Points worth,
        @Nullable Tries tries) {

    AnswerState withReceipt(Saved saved) {
        return new AnswerState(
                attempt,
                saved.sequence(),
                saved.writeId(),
                saved.response(),
                saved.at(),
                saved.hash(),
                submittedAt,
                feedback,
                key,
                nextAttempt,
                first,
                mark,
                waiting,
                solutions,
                measured,
                repaired,
                follows,
                number,
                judged,
                answer,
                worth,
                tries);
    }

    /** What the chosen option's reader is told. */
    record Feedback(String option, boolean right, String html, BigDecimal points, BigDecimal outOf) {}

    record Points(BigDecimal points, BigDecimal outOf) {}

    /**
     * How often an answer in a quiz may still be checked.
     *
     * @param missed whether what stands here was checked and missed
     */
    record Tries(int left, boolean missed) {}

    /** A released mark of a person; the comment is sanitised HTML. */
    record Marked(BigDecimal points, BigDecimal outOf, String comment, List<Level> levels) {}

    record Level(String criterion, String level, BigDecimal points, BigDecimal outOf) {}

    /**
     * What came out of a locked prediction.
     *
     * @param curve log10 of |dL/dh| by layer
     * @param distance mean distance of the drawn curve, in decades
     */
    record Measured(long seed, List<Double> curve, double distance, BigDecimal points, BigDecimal outOf) {}

    /**
     * What a repaired network reached.
     *
     * @param trials test accuracy by seed; 0 where the loss left the range of numbers
     */
    record Repaired(List<Trial> trials, double median, BigDecimal points, BigDecimal outOf) {}

    record Trial(long seed, double accuracy) {}

    /**
     * What came of a number. All numbers are texts, since some leave the range of doubles.
     *
     * @param value as the answer was understood
     * @param distance in the measure, for figures how many agree; null where there is none
     * @param seed of a computed key, and {@code lab} the address at which its network can be run
     */
    record Numbered(
            String value,
            String key,
            String measure,
            @Nullable Double distance,
            BigDecimal points,
            BigDecimal outOf,
            @Nullable Long seed,
            @Nullable String lab) {}

    /** What an answer in parts is worth, and each of the parts that may be told. */
    record Judged(boolean right, BigDecimal points, BigDecimal outOf, List<Piece> pieces) {}

    /**
     * One part.
     *
     * @param points null where only the whole is worth something
     * @param html feedback, null where there is none
     * @param note what kind of slip it was, such as {@code spelling}
     */
    record Piece(
            String id,
            boolean right,
            @Nullable BigDecimal points,
            @Nullable BigDecimal outOf,
            @Nullable String html,
            @Nullable String note) {}

    record Solution(String title, String html) {}
}
