package io.skipway.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Networks that PyTorch 2.7.1 wrote, beside the gradients that it has for them by itself; {@code src/bench/run
 * pytorch-network} makes them.
 */
class PyTorchTests {
    private static final Path FILES = Path.of("src/test/resources/io/skipway/lab");
    /** Beside the other gradients it is nothing: that of a bias before normalisation, which the mean takes away. */
    private static final double NOTHING = 1e-14;

    @ParameterizedTest
    @CsvSource({
        "dense, graph",
        "plain, graph",
        "plain, stack",
        "stack-2, graph",
        "stack-2, stack",
        "stack-12, graph",
        "stack-12, stack",
        "maps, graph",
    })
    void bothEnginesGiveWhatPyTorchGives(String name, String engine) throws IOException {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var file = FILES.resolve("pytorch-" + name + ".json").toString();
        var status =
                GradientsCommand.run(List.of("--engine=" + engine, file), Path.of("target"), stream(out), stream(err));
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(status).isZero();
        var ours = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
        var theirs = JsonMapper.shared()
                .readTree(FILES.resolve("pytorch-" + name + ".norms.json").toFile());
        assertSame("loss", ours.get("loss"), theirs.get("loss"));
        for (var kind : List.of("parameters", "activations")) {
            assertThat(ours.get(kind).propertyNames())
                    .containsExactlyElementsOf(theirs.get(kind).propertyNames())
                    .isNotEmpty();
            theirs.get(kind)
                    .forEachEntry(
                            (each, norm) -> assertSame(each, ours.get(kind).get(each), norm));
        }
    }

    private static void assertSame(String name, JsonNode ours, JsonNode theirs) {
        var expected = theirs.doubleValue();
        assertThat(Math.abs(ours.doubleValue() - expected)).as(name).isLessThan(1e-9 * expected + NOTHING);
    }

    private static PrintStream stream(ByteArrayOutputStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }
}
