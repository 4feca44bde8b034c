package io.skipway.courseware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.skipway.courseware.Question.Network;
import io.skipway.courseware.Question.Within;
import io.skipway.lab.Activation;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.Initialiser;
import io.skipway.lab.Normalisation;
import io.skipway.lab.Skip;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a drawn curve is worth against the measured one. */
class MarkerTests {
    private static final Question.Prediction PREDICTION = prediction(30);

    @Test
    void theCurveIsDrawnAtNineLayersFromTheInputToTheLast() {
        assertThat(PREDICTION.layers()).containsExactly(0, 4, 8, 11, 15, 19, 23, 26, 30);
        assertThat(prediction(2).layers()).containsExactly(0, 1, 2);
        assertThat(prediction(200).layers()).hasSize(9).startsWith(0, 25).endsWith(175, 200);
    }

    @Test
    void theDistanceIsTheMeanOverTheLayersOfTheQuestion() {
        var draw = falling();
        assertThat(Marker.distance(PREDICTION, draw, shifted(0))).isEqualTo(0);
        assertThat(Marker.distance(PREDICTION, draw, shifted(-1.5))).isEqualTo(1.5, within(1e-12));
        var one = new java.util.ArrayList<>(shifted(0).log10Values());
        one.set(0, one.getFirst() + 9);
        assertThat(Marker.distance(PREDICTION, draw, new Response.Curve(one))).isEqualTo(1, within(1e-12));
    }

    @Test
    void eachStepIsWorthItsPointsUpToItsBoundAndNothingBeyond() {
        assertThat(mark(shifted(0))).isEqualTo(new Marker.Mark.Points(new BigDecimal("2"), true));
        assertThat(mark(shifted(-1))).isEqualTo(new Marker.Mark.Points(new BigDecimal("2"), true));
        assertThat(mark(shifted(-1.1))).isEqualTo(new Marker.Mark.Points(new BigDecimal("0.5"), false));
        assertThat(mark(shifted(-3.1))).isEqualTo(new Marker.Mark.Points(BigDecimal.ZERO, false));
    }

    @Test
    void whatLeftTheRangeOfNumbersCountsAsAtTheEdgeOfTheAxis() {
        var vanished = Draw.of(1, Collections.nCopies(31, 0.0));
        assertThat(vanished.measured()).containsOnly(-Draw.BEYOND);
        assertThat(Marker.distance(PREDICTION, vanished, flat(-40))).isEqualTo(0);
        var exploded = Draw.of(1, Collections.nCopies(31, Double.POSITIVE_INFINITY));
        assertThat(Marker.distance(PREDICTION, exploded, flat(4))).isEqualTo(0);
        assertThat(Draw.of(1, List.of(1e-8)).measured()).containsExactly(-8.0);
    }

    @Test
    void onlyACurveOfItsLayersAndAMeasuredDrawCanBeMarked() {
        assertThatThrownBy(() -> Marker.mark(PREDICTION, Draw.NONE, shifted(0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> mark(new Response.Curve(List.of(0.0)))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> mark(new Response.Text("down"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Marker.Mark mark(Response response) {
        return Marker.mark(PREDICTION, falling(), response);
    }

    /** 0.8 decades with each layer on the way back. */
    private static Draw falling() {
        return new Draw(
                1,
                IntStream.rangeClosed(0, 30)
                        .mapToObj(layer -> -0.8 * (30 - layer))
                        .toList());
    }

    private static Response.Curve shifted(double by) {
        return new Response.Curve(PREDICTION.layers().stream()
                .map(layer -> -0.8 * (30 - layer) + by)
                .toList());
    }

    private static Response.Curve flat(double at) {
        return new Response.Curve(
                DoubleStream.generate(() -> at).limit(9).boxed().toList());
    }

    private static Question.Prediction prediction(int depth) {
        var none = new Words("", "");
        var flow = new GradientFlow(
                depth,
                8,
                Activation.TANH,
                Initialiser.NORMAL,
                0.02,
                Normalisation.NONE,
                Skip.IDENTITY,
                1,
                "digits",
                0,
                0.1,
                7);
        var steps = List.of(
                new Within(BigDecimal.ONE, new BigDecimal("2")),
                new Within(new BigDecimal("3"), new BigDecimal("0.5")));
        return new Question.Prediction(
                "curve", none, BigDecimal.TWO, Optional.of("flow"), flow, Network.PLAIN, -40, 4, steps, List.of());
    }
}
