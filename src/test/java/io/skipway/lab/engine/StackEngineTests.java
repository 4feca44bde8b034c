package io.skipway.lab.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.lab.Activation;
import io.skipway.lab.Bottleneck;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.Initialiser;
import io.skipway.lab.Measurement;
import io.skipway.lab.Measurement.Gradients;
import io.skipway.lab.Measurement.Profile;
import io.skipway.lab.Normalisation;
import io.skipway.lab.Skip;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class StackEngineTests {

    @Test
    void isTheEngineThatIsMadeOnlyWhenAskedFor() {
        new ApplicationContextRunner()
                .withUserConfiguration(StackEngine.class)
                .withPropertyValues("skipway.home=target")
                .run(context -> {
                    assertThat(context.getBeanFactory().containsSingleton("stackEngine"))
                            .isFalse();
                    assertThat(context.getBean(Engine.class).kernel()).isNotBlank();
                });
    }

    @Test
    void saysWhichEngineComputesWhat() {
        var flow = Engines.small(Skip.NONE, "moons", 0, 0.1);
        var module = new Bottleneck(16, 8, 4, 8, "with", 7);
        assertThat(Engines.ENGINE.version(flow)).isEqualTo("Stack 2");
        assertThat(Engines.ENGINE.version(Engines.small(Skip.NONE, "digits", 0, 0.1)))
                .isEqualTo("Stack 1");
        assertThat(Engines.ENGINE.version(module)).isEqualTo("DL4J 1.0.0-M2.1");
        var reference = Engines.ENGINE.reference();
        assertThat(reference.version(flow)).isEqualTo("DL4J 1.0.0-M2.1");
        assertThat(reference.kernel()).isEqualTo(Engines.ENGINE.kernel());
    }

    @ParameterizedTest
    @CsvSource({
        "50, 64, SIGMOID, XAVIER, NONE, IDENTITY, digits, 0",
        "20, 128, RELU, HE, BATCH, SCALED, digits, 2",
        "200, 8, TANH, NORMAL, NONE, NONE, spirals, 0",
        "5, 33, TANH, XAVIER, BATCH, SCALED, moons, 20",
    })
    void referenceGivesTheSame(
            int depth,
            int width,
            Activation activation,
            Initialiser initialiser,
            Normalisation normalisation,
            Skip skip,
            String data,
            int steps) {
        var flow = new GradientFlow(
                depth, width, activation, initialiser, 0.05, normalisation, skip, 0.5, data, steps, 0.05, 11);
        var ours = Engines.run(flow);
        var theirs = Engines.run(Engines.ENGINE.reference(), flow);
        assertThat(ours).hasSize(steps + 1);
        assertThat(theirs).hasSameSizeAs(ours);
        for (var i = 0; i < ours.size(); i++) {
            assertEqual((Gradients) ours.get(i), (Gradients) theirs.get(i));
        }
        assertEqual((Gradients) Engines.ENGINE.explore(flow).getFirst(), (Gradients) theirs.getFirst());
    }

    private static void assertEqual(Gradients ours, Gradients theirs) {
        assertThat(ours.step()).isEqualTo(theirs.step());
        assertEqual(requireNonNull(ours.plain()), requireNonNull(theirs.plain()));
        assertThat(ours.residual() == null).isEqualTo(theirs.residual() == null);
        if (ours.residual() != null) {
            assertEqual(ours.residual(), requireNonNull(theirs.residual()));
        }
    }

    private static void assertEqual(Profile ours, Profile theirs) {
        assertThat(ours.accuracy()).isEqualTo(theirs.accuracy());
        assertEqual(List.of(ours.loss()), List.of(theirs.loss()));
        assertEqual(ours.dh(), theirs.dh());
        assertEqual(ours.dw(), theirs.dw());
    }

    /** Each by itself, not norm-wise: the smallest is as right as the largest. */
    private static void assertEqual(List<Double> ours, List<Double> theirs) {
        assertThat(ours).hasSameSizeAs(theirs);
        for (var i = 0; i < ours.size(); i++) {
            assertThat(ours.get(i)).isCloseTo(theirs.get(i), Offset.offset(1e-9 * theirs.get(i)));
        }
    }

    @Test
    void lossIsNotCutOffWhereTheNetworkIsVeryWrong() {
        var exploding = Engines.flow(Activation.RELU, Initialiser.HE, Normalisation.NONE, 7);
        for (var engine : List.of(Engines.ENGINE, Engines.ENGINE.reference())) {
            List<Measurement> measured = engine.explore(exploding);
            assertThat(requireNonNull(((Gradients) measured.getFirst()).residual())
                            .loss())
                    .isGreaterThan(1e6);
        }
    }
}
