package io.skipway.courseware;

import io.skipway.courseware.Verdict.Piece;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Things to be put in order. What is judged is whether two follow each other that should.
 *
 * @param items in their right order
 */
public record Ordering(
        String id,
        Words prompt,
        BigDecimal points,
        Optional<String> lab,
        List<Item> items,
        Rule rule,
        List<Question.Solution> solutions)
        implements Question.InParts {

    /** How an order that is right in part is marked. */
    public enum Rule {
        ALL_OR_NOTHING,
        /** Every two neighbours that follow each other rightly bring the same. */
        NEIGHBOURS
    }

    /** {@code feedback} is for whoever has something else follow it than what should. */
    public record Item(String id, Words text, Optional<Words> feedback) {}

    public Ordering {
        items = List.copyOf(items);
    }

    @Override
    public String kind() {
        return "ordering";
    }

    @Override
    public Variants variants() {
        return Variants.shuffled(ids());
    }

    /** With a draw's tokens for ids. */
    @Override
    public Ordering filled(Map<String, String> values) {
        var called = items.stream()
                .map(item -> new Item(Variants.token(values, item.id()), item.text(), item.feedback()))
                .toList();
        return new Ordering(id, prompt, points, lab, called, rule, solutions);
    }

    /** The items as they are handed over: by their tokens, which tell nothing. */
    public List<Item> shuffled() {
        return items.stream().sorted(Comparator.comparing(Item::id)).toList();
    }

    @Override
    public boolean fits(Response response) {
        return response instanceof Response.Choices(var order)
                && (order.isEmpty()
                        || (order.size() == items.size() && new HashSet<>(order).equals(new HashSet<>(ids()))));
    }

    @Override
    public Verdict judge(Response response) {
        var order = ((Response.Choices) response).options();
        if (order.isEmpty()) {
            return new Verdict(BigDecimal.ZERO, List.of());
        }
        var pieces = IntStream.range(0, order.size() - 1)
                .mapToObj(i -> piece(order.get(i), order.get(i + 1)))
                .toList();
        var hits = (int) pieces.stream().filter(Piece::right).count();
        var worth = rule == Rule.NEIGHBOURS
                ? Verdict.share(points, hits, pieces.size())
                : hits == pieces.size() ? points : BigDecimal.ZERO;
        return new Verdict(worth, pieces);
    }

    /** Whether one is rightly followed by the other. */
    private Piece piece(String one, String other) {
        var at = ids().indexOf(one);
        var right = ids().indexOf(other) == at + 1;
        var worth = rule == Rule.NEIGHBOURS
                ? Optional.of(Verdict.share(points, right ? 1 : 0, items.size() - 1))
                : Optional.<BigDecimal>empty();
        return new Piece(
                one,
                right,
                worth,
                Optional.empty(),
                right ? Optional.empty() : items.get(at).feedback(),
                Optional.empty());
    }

    @Override
    public Response key() {
        return new Response.Choices(ids());
    }

    private List<String> ids() {
        return items.stream().map(Item::id).toList();
    }
}
