package io.skipway.courseware;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.courseware.Ordering.Item;
import io.skipway.courseware.Ordering.Rule;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderingTests {
    private static final Words NONE = new Words("", "");

    @ParameterizedTest
    @CsvSource({
        "ALL_OR_NOTHING, a b c d, 3",
        "ALL_OR_NOTHING, b c d a, 0",
        "NEIGHBOURS, a b c d, 3",
        "NEIGHBOURS, b c d a, 2",
        "NEIGHBOURS, c d a b, 2",
        "NEIGHBOURS, a b d c, 1",
        "NEIGHBOURS, d c b a, 0"
    })
    void isWorthExactlyWhatItsRuleSays(Rule rule, String order, BigDecimal points) {
        var response = new Response.Choices(Arrays.asList(order.split(" ")));
        assertThat(Marker.mark(question(rule), Draw.NONE, response))
                .isEqualTo(new Marker.Mark.Points(points, points.intValue() == 3));
    }

    @Test
    void tellsOfEachWhetherTheNextIsRightAndItsFeedbackOnlyWhereItIsNot() {
        var verdict = question(Rule.NEIGHBOURS).judge(new Response.Choices(List.of("b", "c", "a", "d")));
        assertThat(verdict.pieces()).extracting(Verdict.Piece::id).containsExactly("b", "c", "a");
        assertThat(verdict.pieces()).extracting(Verdict.Piece::right).containsExactly(true, false, false);
        assertThat(verdict.pieces())
                .extracting(piece -> piece.feedback().isPresent())
                .containsExactly(false, true, true);
    }

    @Test
    void onlyAllItemsOnceAreAnAnswer() {
        var question = question(Rule.NEIGHBOURS);
        assertThat(question.fits(new Response.Choices(List.of()))).isTrue();
        assertThat(question.fits(new Response.Choices(List.of("a", "b", "c")))).isFalse();
        assertThat(question.fits(new Response.Choices(List.of("a", "b", "c", "c"))))
                .isFalse();
        assertThat(question.fits(new Response.Text("a"))).isFalse();
    }

    @Test
    void aDrawTellsNeitherNamesNorOrderAndIsMarkedAlike() {
        var question = question(Rule.NEIGHBOURS);
        var draw = new Draw(0, List.of(), question.variants().draw(new Random(4)));
        var asked = question.filled(draw.values());
        assertThat(asked.shuffled()).extracting(Item::id).isSorted().doesNotContain("a", "b", "c", "d");
        assertThat(asked.filled(draw.values())).isEqualTo(asked);
        assertThat(Marker.mark(question, draw, asked.key()))
                .isEqualTo(new Marker.Mark.Points(BigDecimal.valueOf(3), true));
    }

    @Test
    void everyOrderIsDrawn() {
        var question = question(Rule.NEIGHBOURS);
        var random = new Random(1);
        var firsts = Stream.generate(() -> question.filled(question.variants().draw(random)))
                .limit(200)
                .map(asked -> asked.shuffled().getFirst().text().en())
                .distinct();
        assertThat(firsts).containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    private static Ordering question(Rule rule) {
        var items = Stream.of("a", "b", "c", "d")
                .map(id -> new Item(id, new Words(id, id), Optional.of(NONE)))
                .toList();
        return new Ordering("q", NONE, BigDecimal.valueOf(3), Optional.empty(), items, rule, List.of());
    }
}
