package io.skipway.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GradientsCommandTests {
    private static final Path HOME = Path.of("target");

    /** Written by hand, as another framework would: indented, integers among the numbers, fields in an order of its own. */
    private static final String NETWORK = """
            {"nodes": [
              {"op": "dense", "id": "d0", "W": {"data": [1, 0, 0, 1], "shape": [2, 2]}, "from": "input"},
              {"id": "f", "op": "relu", "from": ["d0"]},
              {"id": "h", "op": "add", "from": ["input", "f"], "scale": [1, 1.0]},
              {"id": "out", "op": "dense", "from": "h", "W": {"shape": [2, 2], "data": [1, 0, 0, 1]}}],
             "labels": [0], "input": {"shape": [1, 2], "data": [0.5, 5e-1]}, "dtype": "float64"}
            """;

    @TempDir
    private Path folder;

    private record Outcome(int status, String out, String err) {
        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    /** Both logits are 1, so dL/dlogits is (-1/2, 1/2); each ReLU passes, so that dL/dinput is twice that. */
    @ParameterizedTest
    @ValueSource(strings = {"graph", "stack"})
    void printsTheNormsOfBothEngines(String engine) throws IOException {
        var outcome = run(NETWORK, "--engine=" + engine);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).hasLineCount(1);
        var json = outcome.json();
        assertThat(json.propertyNames()).containsExactly("engine", "dtype", "loss", "parameters", "activations");
        assertThat(json.get("engine").asString()).isEqualTo(engine);
        assertThat(json.get("dtype").asString()).isEqualTo("float64");
        assertThat(json.get("loss").doubleValue()).isCloseTo(Math.log(2), within());
        assertThat(json.get("parameters").propertyNames()).containsExactly("d0.W", "out.W");
        assertThat(json.at("/parameters/d0.W").doubleValue()).isCloseTo(0.5, within());
        assertThat(json.get("activations").propertyNames()).containsExactly("input", "d0", "f", "h", "out");
        assertThat(json.at("/activations/input").doubleValue()).isCloseTo(Math.sqrt(2), within());
        assertThat(json.at("/activations/f").doubleValue()).isCloseTo(Math.sqrt(0.5), within());
    }

    @Test
    void addsTheArrays() throws IOException {
        var json = run(NETWORK, "--full").json();
        assertThat(json.at("/arrays/parameters/out.W/shape").toString()).isEqualTo("[2,2]");
        assertThat(json.at("/arrays/parameters/out.W/data").toString()).isEqualTo("[-0.5,0.5,-0.5,0.5]");
        assertThat(json.at("/arrays/activations/input/data").toString()).isEqualTo("[-1.0,1.0]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"dtype\": \"float64\"    | \"dtype\": \"float16\"          | dtype: \"float16\" is neither",
                "\"dtype\": \"float64\"    | \"dtype\": 3                    | dtype: a text in quotes is needed",
                "\"labels\": [0],          | ``                              | labels: it is missing",
                "\"labels\": [0]           | \"labels\": [2]                 | labels[0]: 2 is no class",
                "\"labels\": [0]           | \"labels\": [0.5]               | labels[0]: 0.5 is no whole number",
                "\"labels\": [0]           | \"labels\": [0, 1]              | labels: 2 of them for a batch of 1",
                "\"labels\": [0]           | \"labels\": [0], \"labels\": [1] | line 6, column",
                "5e-1]                     | 5e-1, 1]                        | input.data: 3 numbers, but the shape [1, 2] needs 2",
                "5e-1]                     | NaN]                            | line 6, column",
                "5e-1]                     | 1e999]                          | input.data[1]: the number is beyond float64",
                "5e-1]                     | null]                           | input.data[1]: a number is needed",
                "5e-1]                     | [0.5]]                          | input.data[1]: a number is needed",
                "\"shape\": [1, 2]         | \"shape\": [1, -2]              | input.shape: [1, -2] has an axis below 1",
                "\"shape\": [1, 2]         | \"shape\": [2000000000, 2000000000] | input: too large",
                "\"shape\": [1, 2]         | \"shape\": [1, 1, 2]            | input.shape: [1, 1, 2] is neither",
                "\"from\": [\"d0\"]        | \"from\": \"h\"                 | nodes[1] \"f\".from: there is no node \"h\" before",
                "\"from\": [\"d0\"]        | \"from\": \"f\"                 | nodes[1] \"f\".from: there is no node \"f\" before",
                "\"from\": [\"d0\"]        | \"from\": []                    | nodes[1] \"f\".from: 0 given",
                "\"id\": \"f\"             | \"id\": \"d0\"                  | nodes[1] \"d0\": the id is taken",
                "\"id\": \"f\"             | \"id\": \"input\"               | nodes[1] \"input\": the id is taken",
                "\"op\": \"relu\"          | \"op\": \"gelu\"                | nodes[1] \"f\".op: \"gelu\" is not known",
                "\"op\": \"relu\"          | \"op\": \"relu\", \"bias\": 1   | nodes[1].bias: the format does not know it",
                "\"op\": \"relu\"          | \"op\": \"relu\", \"eps\": 1    | nodes[1] \"f\".eps: this op has none",
                "\"op\": \"relu\"          | \"op\": \"globalaveragepool\"   | nodes[1] \"f\".from: it is given [1, 2] and takes [N, C, H, W]",
                "\"op\": \"relu\"          | \"op\": \"batchnorm\"           | nodes[1] \"f\".gamma: it is missing",
                "\"scale\": [1, 1.0]       | \"scale\": [1]                  | nodes[2] \"h\".scale: 1 for 2 nodes",
                "\"from\": \"h\"           | \"from\": \"d0\"                | nodes[2] \"h\": nothing takes what it gives",
                "\"shape\": [2, 2]}        | \"shape\": [4, 1]}              | nodes[0] \"d0\".W.shape: [4, 1] does not take [1, 2]",
                "\"dtype\": \"float64\"}   | \"dtype\": \"float64\"} {}      | file: something follows",
                "\"dtype\": \"float64\"}   | \"dtype\": \"float64\"          | line 7, column",
            })
    void saysWhatWhereAndHowToMend(String right, String wrong, String message) throws IOException {
        assertThat(NETWORK).contains(right);
        var outcome = run(NETWORK.replaceFirst(java.util.regex.Pattern.quote(right), wrong));
        assertThat(outcome.err()).startsWith(message).hasLineCount(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.status()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "3", "{", "{}", "\u0000", "{\"nodes\": []}", "{\"dtype\": \"float64\u001b[2J\"}"})
    void refusesWhatIsNoNetworkInOneLine(String text) throws IOException {
        assertRefused(run(text));
    }

    @Test
    void refusesWhatIsTooDeepTooLongOrTooLarge() throws IOException {
        assertRefused(run("{\"nodes\": " + "[".repeat(100_000)));
        assertRefused(run("{\"" + "n".repeat(100_000) + "\": 1}"));
        assertRefused(run("{\"labels\": [" + "1".repeat(100_000) + "]}"));
        assertRefused(run("{\"nodes\": [{\"id\": \"" + "n".repeat(100_000) + "\"}]}"));
        var huge = NETWORK.replace("[1, 2], \"data\": [0.5, 5e-1]", "[2147483647, 2], \"data\": []");
        assertThat(run(huge).err()).contains("too large");
        var fans = NETWORK.replace("\"from\": [\"d0\"]", "\"from\": [" + "\"d0\",".repeat(6_000) + "\"d0\"]");
        assertThat(run(fans).err()).startsWith("nodes: too large, they take from 6005 nodes");
    }

    @Test
    void refusesNumbersThatFloatCantHold() throws IOException {
        assertThat(run(NETWORK.replace("float64", "float32").replace("5e-1", "1e39"))
                        .err())
                .startsWith("input.data[1]: 1.0E39 is beyond float32");
    }

    @Test
    void stackSaysWhyNot() throws IOException {
        var outcome = run(NETWORK.replace("\"scale\": [1, 1.0]", "\"scale\": [2, 1]"), "--engine=stack");
        assertThat(outcome.err())
                .startsWith(
                        "nodes[2] \"h\": not a uniform dense stack, the identity path is scaled; take --engine=graph");
        assertThat(outcome.status()).isEqualTo(2);
    }

    @Test
    void saysHowItIsCalled() {
        for (var words :
                List.of(List.<String>of(), List.of("a", "b"), List.of("--all", "a"), List.of("--engine=gpu", "a"))) {
            var outcome = run(words);
            assertRefused(outcome);
            assertThat(outcome.err()).startsWith("usage: gradients [--engine=graph|stack] [--full] network.json");
        }
        assertThat(run(List.of(folder.resolve("none.json").toString())).err()).contains("none.json: it can't be read");
        assertRefused(run(List.of(folder.toString())));
    }

    private static void assertRefused(Outcome outcome) {
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).hasLineCount(1).doesNotContain("Exception");
        assertThat(outcome.out()).isEmpty();
    }

    private Outcome run(String text, String... options) throws IOException {
        var file = Files.writeString(folder.resolve("network.json"), text);
        return run(Stream.concat(Stream.of(options), Stream.of(file.toString())).toList());
    }

    private static Outcome run(List<String> words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var status = GradientsCommand.run(
                words,
                HOME,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Outcome(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-15);
    }
}
