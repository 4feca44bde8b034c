package io.skipway.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTests {
    @ParameterizedTest
    @CsvSource({
        "11, 1, 1, multiply-accumulates, 11, 10",
        "10, 40000001, 1, parameters, 40000001, 40000000",
        "10, 1, 40000001, activations, 40000001, 40000000",
    })
    void saysWhatIsTooLargeAndItsBound(
            long work, long parameters, long activations, String what, long value, long bound) {
        var rejected =
                catchThrowableOfType(ExperimentRejected.class, () -> Bounds.require(work, 10, parameters, activations));
        assertThat(Objects.requireNonNull(rejected).code()).isEqualTo("too-large");
        assertThat(rejected.details()).isEqualTo(Map.of("what", what, "value", value, "bound", bound));
    }

    /** {@code src/bench/run corners} measured what is allowed there; wider ranges would have to be too. */
    @Test
    void theCornersOfTheRangesAreWithinThem() {
        assertThatCode(() -> {
                    flow(200, 96, 499);
                    flow(200, 128, 280);
                    new Remedies(60, Activation.RELU, "digits", 400, 0.1, 1);
                    new Lesion(30, 400, 0.1, 1);
                    new Health(40, Activation.RELU, Initialiser.HE, 1, Skip.IDENTITY, 400, 0.1, 1);
                    new Landscape(40, 64, 400, 1, 1);
                    new Degradation("convolution", 56, 400, 1);
                    new Degradation("pre-activation", 56, 400, 1);
                    new Degradation("dense", 56, 400, 1);
                    new Stacked3x3(10, 128, Activation.RELU, 1);
                    new Bottleneck(832, 256, 256, 256, "both", 1);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void deepAndWideLearnsForFewerSteps() {
        assertThat(Objects.requireNonNull(catchThrowableOfType(ExperimentRejected.class, () -> flow(200, 128, 281)))
                        .code())
                .isEqualTo("too-large");
    }

    private static GradientFlow flow(int depth, int width, int steps) {
        return new GradientFlow(
                depth,
                width,
                Activation.SIGMOID,
                Initialiser.XAVIER,
                0.02,
                Normalisation.BATCH,
                Skip.IDENTITY,
                1,
                "digits",
                steps,
                0.1,
                1);
    }
}
