package io.skipway.courseware;

import io.skipway.courseware.Verdict.Piece;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * To each on the left one on the right. Feedback and verdicts are for those that were answered; of the others nothing is
 * told.
 *
 * @param rights among them some, perhaps, that belong to nothing; one may belong to several
 */
public record Matching(
        String id,
        Words prompt,
        BigDecimal points,
        Optional<String> lab,
        List<Left> lefts,
        List<Right> rights,
        Rule rule,
        List<Question.Solution> solutions)
        implements Question.InParts {
    /** Tells the two tokens apart that one id has. */
    private static final String LEFT = "left:";

    /** How pairs that are right in part are marked. */
    public enum Rule {
        ALL_OR_NOTHING,
        /** Every right pair brings the same. */
        PER_PAIR
    }

    /**
     * What is given.
     *
     * @param match the id of the right one
     * @param feedback for whoever chose another
     */
    public record Left(String id, Words text, String match, Optional<Words> feedback) {}

    /** What can be chosen. */
    public record Right(String id, Words text) {}

    public Matching {
        lefts = List.copyOf(lefts);
        rights = List.copyOf(rights);
    }

    @Override
    public String kind() {
        return "matching";
    }

    @Override
    public Variants variants() {
        return Variants.shuffled(Stream.concat(
                        rights.stream().map(Right::id), lefts.stream().map(left -> LEFT + left.id()))
                .toList());
    }

    /** With a draw's tokens for the ids, on the left too: the id of a pair may tell what belongs together. */
    @Override
    public Matching filled(Map<String, String> values) {
        var called = lefts.stream()
                .map(left -> new Left(
                        called(values, left.id()), left.text(), Variants.token(values, left.match()), left.feedback()))
                .toList();
        var mixed = rights.stream()
                .map(right -> new Right(Variants.token(values, right.id()), right.text()))
                .toList();
        return new Matching(id, prompt, points, lab, called, mixed, rule, solutions);
    }

    private static String called(Map<String, String> values, String left) {
        var token = Variants.token(values, LEFT + left);
        return token.startsWith(LEFT) ? left : token;
    }

    /** The rights as they are handed over: by their tokens, which tell nothing. */
    public List<Right> shuffled() {
        return rights.stream().sorted(Comparator.comparing(Right::id)).toList();
    }

    @Override
    public boolean fits(Response response) {
        return response instanceof Response.Parts(var chosen)
                && lefts.stream().map(Left::id).toList().containsAll(chosen.keySet())
                && rights.stream().map(Right::id).toList().containsAll(chosen.values());
    }

    @Override
    public Verdict judge(Response response) {
        var chosen = ((Response.Parts) response).values();
        var pieces = lefts.stream()
                .filter(left -> chosen.containsKey(left.id()))
                .map(left -> piece(left, left.match().equals(chosen.get(left.id()))))
                .toList();
        var hits = (int) pieces.stream().filter(Piece::right).count();
        var worth = rule == Rule.PER_PAIR
                ? Verdict.share(points, hits, lefts.size())
                : hits == lefts.size() ? points : BigDecimal.ZERO;
        return new Verdict(worth, pieces);
    }

    private Piece piece(Left left, boolean right) {
        var worth = rule == Rule.PER_PAIR
                ? Optional.of(Verdict.share(points, right ? 1 : 0, lefts.size()))
                : Optional.<BigDecimal>empty();
        var feedback = right ? Optional.<Words>empty() : left.feedback();
        return new Piece(left.id(), right, worth, Optional.empty(), feedback, Optional.empty());
    }

    @Override
    public Response key() {
        return new Response.Parts(lefts.stream().collect(Collectors.toMap(Left::id, Left::match)));
    }
}
