package io.skipway.courseware;

import io.skipway.courseware.Verdict.Piece;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A word or a few that are typed. Of the answers that are accepted the best that matches counts.
 *
 * @param accepted the first is a text that is worth all points: it is told as the key
 */
public record ShortAnswer(
        String id,
        Words prompt,
        BigDecimal points,
        Optional<String> lab,
        boolean caseSensitive,
        List<Accepted> accepted,
        List<Question.Solution> solutions)
        implements Question.InParts {
    /** Of an answer, in characters. */
    public static final int LONGEST = 200;

    /**
     * What is accepted.
     *
     * @param pattern whether {@code *} in it stands for anything and {@code |} between two of which either will do
     */
    public record Accepted(String text, boolean pattern, BigDecimal points, Optional<Words> feedback) {}

    @Override
    public String kind() {
        return "short-answer";
    }

    @Override
    public boolean fits(Response response) {
        return response instanceof Response.Text;
    }

    @Override
    public Verdict judge(Response response) {
        var typed = new TypedText(((Response.Text) response).markdown(), caseSensitive);
        var best = accepted.stream()
                .filter(each -> each.pattern() ? typed.matches(each.text()) : typed.equalTo(each.text()))
                .max(Comparator.comparing(Accepted::points));
        var worth = best.map(Accepted::points).orElse(BigDecimal.ZERO);
        var note = best.isPresent() ? Optional.<String>empty() : slip(typed);
        return new Verdict(
                worth,
                List.of(new Piece(
                        id,
                        worth.compareTo(points) == 0,
                        Optional.of(worth),
                        Optional.of(points),
                        best.flatMap(Accepted::feedback),
                        note)));
    }

    /** What kind of slip keeps it from a text that is worth something, without telling which. */
    private Optional<String> slip(TypedText typed) {
        var texts = accepted.stream()
                .filter(each -> !each.pattern())
                .map(Accepted::text)
                .toList();
        if (caseSensitive && texts.stream().anyMatch(typed::equalButForCase)) {
            return Optional.of("case");
        }
        return texts.stream().anyMatch(typed::misspells) ? Optional.of("spelling") : Optional.empty();
    }

    @Override
    public Response key() {
        return new Response.Text(accepted.getFirst().text());
    }
}
