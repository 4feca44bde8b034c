package io.skipway.lab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.lab.Activation;
import io.skipway.lab.Degradation;
import io.skipway.lab.Experiment;
import io.skipway.lab.Health;
import io.skipway.lab.Initialiser;
import io.skipway.lab.LabJson;
import io.skipway.lab.Landscape;
import io.skipway.lab.Lesion;
import io.skipway.lab.Remedies;
import io.skipway.lab.Skip;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference computes what the stack computes, whole trainings of tiny networks included. */
class ReferenceTests {
    private static final JsonMapper JSON = new JsonMapper();

    static Stream<Arguments> experiments() {
        return Stream.of(
                Arguments.of(new Remedies(4, Activation.TANH, "moons", 3, 0.1, 1), 1e-9),
                Arguments.of(new Lesion(4, 20, 0.02, 2), 1e-9),
                Arguments.of(new Health(3, Activation.RELU, Initialiser.HE, 0.1, Skip.IDENTITY, 4, 0.05, 3), 1e-9),
                Arguments.of(new Degradation("dense", 8, 10, 4), 1e-4),
                Arguments.of(new Landscape(2, 8, 5, 0.5, 6), 1e-5));
    }

    /** Where the stack rounds to float, a little more than its tolerance for a step, for there are some. */
    @ParameterizedTest
    @MethodSource("experiments")
    void givesTheSame(Experiment experiment, double tolerance) {
        var ours = Engines.run(experiment);
        var theirs = Engines.run(Engines.ENGINE.reference(), experiment);
        assertThat(theirs).hasSameSizeAs(ours).isNotEmpty();
        for (var i = 0; i < ours.size(); i++) {
            var apart = Norms.difference(numbers(LabJson.write(ours.get(i))), numbers(LabJson.write(theirs.get(i))));
            assertThat(apart).as("measurement %d", i).isLessThan(tolerance);
        }
    }

    @Test
    void startsAConvolutionalRaceAlike() {
        var race = new Degradation("convolution", 8, 10, 5);
        var ours = numbers(LabJson.write(Engines.ENGINE.explore(race).getFirst()));
        var theirs =
                numbers(LabJson.write(Engines.ENGINE.reference().explore(race).getFirst()));
        assertThat(Norms.difference(ours, theirs)).isLessThan(1e-5);
    }

    private static double[] numbers(String json) {
        List<Double> numbers = new ArrayList<>();
        collect(JSON.readTree(json), numbers);
        assertThat(numbers).isNotEmpty();
        return numbers.stream().mapToDouble(it -> it).toArray();
    }

    private static void collect(JsonNode node, List<Double> numbers) {
        if (node.isNumber()) {
            numbers.add(node.asDouble());
        }
        node.forEach(child -> collect(child, numbers));
    }
}
