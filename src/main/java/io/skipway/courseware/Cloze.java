package io.skipway.courseware;

import io.skipway.courseware.Question.Numeric;
import io.skipway.courseware.Question.SingleChoice;
import io.skipway.courseware.Verdict.Piece;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A text with gaps. Each gap is a small question of its own, whose id is the gap's name and whose points are what it brings.
 *
 * @param prompt in which an empty {@code span} of the class {@code gap} stands for each gap, with its name as
 *     {@code data-gap}
 * @param gaps each a {@link ShortAnswer}, a {@link Numeric} with a given key, or a {@link SingleChoice}
 */
public record Cloze(
        String id,
        Words prompt,
        BigDecimal points,
        Optional<String> lab,
        List<Question> gaps,
        Variants variants,
        List<Question.Solution> solutions)
        implements Question.InParts {
    private static final int DECIMALS = 2;

    public Cloze {
        gaps = List.copyOf(gaps);
    }

    @Override
    public String kind() {
        return "cloze";
    }

    @Override
    public Cloze filled(Map<String, String> values) {
        return new Cloze(
                id,
                Placeholders.fill(prompt, values),
                points,
                lab,
                gaps.stream().map(gap -> gap.filled(values)).toList(),
                variants,
                Placeholders.fill(solutions, values));
    }

    @Override
    public boolean fits(Response response) {
        return response instanceof Response.Parts(var typed)
                && gaps.stream().map(Question::id).toList().containsAll(typed.keySet())
                && gaps.stream()
                        .allMatch(gap -> Optional.ofNullable(typed.get(gap.id()))
                                .filter(text -> !fits(gap, text))
                                .isEmpty());
    }

    private static boolean fits(Question gap, String typed) {
        return switch (gap) {
            case SingleChoice choice ->
                choice.options().stream().anyMatch(option -> option.id().equals(typed));
            case Numeric number -> typed.length() <= NumberText.LONGEST;
            default -> typed.length() <= ShortAnswer.LONGEST;
        };
    }

    /** Why what was typed is no number for its gap, of the first such gap: that is not held against the key. */
    public Optional<String> refused(Response.Parts response) {
        return gaps.stream()
                .filter(Numeric.class::isInstance)
                .map(Numeric.class::cast)
                .flatMap(gap -> typed(response, gap).flatMap(gap::refused).stream())
                .findFirst();
    }

    @Override
    public Verdict judge(Response response) {
        var pieces = gaps.stream()
                .flatMap(gap -> typed((Response.Parts) response, gap).map(typed -> piece(gap, typed)).stream())
                .toList();
        if (pieces.size() == gaps.size() && pieces.stream().allMatch(Piece::right)) {
            return new Verdict(points, pieces);
        }
        var sum = pieces.stream().flatMap(piece -> piece.points().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Verdict(rounded(sum), pieces.stream().map(Cloze::told).toList());
    }

    /** What stands in a gap; a blank is nothing. */
    private static Optional<String> typed(Response.Parts response, Question gap) {
        return Optional.ofNullable(response.values().get(gap.id())).filter(text -> !text.isBlank());
    }

    private static Piece piece(Question gap, String typed) {
        return switch (gap) {
            case ShortAnswer word ->
                word.judge(new Response.Text(typed)).pieces().getFirst();
            case SingleChoice choice -> {
                var right = choice.key().equals(typed);
                var feedback = choice.option(typed).feedback();
                yield piece(
                        choice,
                        right ? choice.points() : BigDecimal.ZERO,
                        Optional.of(feedback).filter(words -> !words.en().isEmpty()));
            }
            default -> {
                var mark = (Marker.Mark.Points) Marker.mark(gap, Draw.NONE, new Response.Number(typed));
                yield piece(gap, mark.points(), Optional.empty());
            }
        };
    }

    private static Piece piece(Question gap, BigDecimal worth, Optional<Words> feedback) {
        return new Piece(
                gap.id(),
                worth.compareTo(gap.points()) == 0,
                Optional.of(worth),
                Optional.of(gap.points()),
                feedback,
                Optional.empty());
    }

    private static Piece told(Piece piece) {
        return new Piece(
                piece.id(),
                piece.right(),
                piece.points().map(Cloze::rounded),
                piece.outOf().map(Cloze::rounded),
                piece.feedback(),
                piece.note());
    }

    private static BigDecimal rounded(BigDecimal points) {
        var rounded = points.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    @Override
    public Response key() {
        return new Response.Parts(gaps.stream().collect(Collectors.toMap(Question::id, Cloze::key)));
    }

    private static String key(Question gap) {
        return switch (gap) {
            case SingleChoice choice -> choice.key();
            case ShortAnswer word -> word.accepted().getFirst().text();
            case Numeric number -> number.key().value(Draw.NONE).toString();
            default -> throw new IllegalArgumentException("No gap of this kind: " + gap.id());
        };
    }
}
