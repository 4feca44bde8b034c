package io.skipway.courseware;

import io.skipway.courseware.Question.Option;
import io.skipway.courseware.Verdict.Piece;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Some options are right. Feedback is for what was chosen; what was not chosen is never judged aloud. */
public record MultipleChoice(
        String id,
        Words prompt,
        BigDecimal points,
        Optional<String> lab,
        List<Option> options,
        Set<String> right,
        Rule rule,
        Variants variants,
        List<Question.Solution> solutions)
        implements Question.InParts {
    public MultipleChoice(
            String id,
            Words prompt,
            BigDecimal points,
            Optional<String> lab,
            List<Option> options,
            Set<String> right,
            Rule rule,
            List<Question.Solution> solutions) {
        this(id, prompt, points, lab, options, right, rule, Variants.NONE, solutions);
    }

    /** How a choice that is right in part is marked. */
    public enum Rule {
        ALL_OR_NOTHING,
        /** Every option that is rightly chosen, or rightly left, brings the same. */
        PER_OPTION,
        /** A right one brings what a wrong one takes; never below nothing. */
        RIGHT_MINUS_WRONG
    }

    @Override
    public String kind() {
        return "multiple-choice";
    }

    @Override
    public MultipleChoice filled(Map<String, String> values) {
        return new MultipleChoice(
                id,
                Placeholders.fill(prompt, values),
                points,
                lab,
                Option.filled(options, values),
                right,
                rule,
                variants,
                Placeholders.fill(solutions, values));
    }

    @Override
    public boolean fits(Response response) {
        return response instanceof Response.Choices(var chosen)
                && new HashSet<>(chosen).size() == chosen.size()
                && options.stream().map(Option::id).toList().containsAll(chosen);
    }

    @Override
    public Verdict judge(Response response) {
        var chosen = Set.copyOf(((Response.Choices) response).options());
        var hits = (int) chosen.stream().filter(right::contains).count();
        var misses = chosen.size() - hits;
        var worth =
                switch (rule) {
                    case ALL_OR_NOTHING -> chosen.equals(right) ? points : BigDecimal.ZERO;
                    case PER_OPTION ->
                        Verdict.share(points, options.size() - misses - (right.size() - hits), options.size());
                    case RIGHT_MINUS_WRONG -> Verdict.share(points, Math.max(0, hits - misses), right.size());
                };
        var pieces = options.stream()
                .filter(option -> chosen.contains(option.id()))
                .map(this::piece)
                .toList();
        return new Verdict(worth, pieces);
    }

    private Piece piece(Option option) {
        var hit = right.contains(option.id());
        var worth =
                switch (rule) {
                    case ALL_OR_NOTHING -> Optional.<BigDecimal>empty();
                    case PER_OPTION -> Optional.of(Verdict.share(points, hit ? 1 : 0, options.size()));
                    case RIGHT_MINUS_WRONG -> Optional.of(Verdict.share(points, hit ? 1 : -1, right.size()));
                };
        return new Piece(option.id(), hit, worth, Optional.empty(), Optional.of(option.feedback()), Optional.empty());
    }

    @Override
    public Response key() {
        return new Response.Choices(
                options.stream().map(Option::id).filter(right::contains).toList());
    }
}
