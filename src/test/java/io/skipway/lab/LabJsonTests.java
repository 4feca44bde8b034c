package io.skipway.lab;

import static io.skipway.lab.FakeEngine.flow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabJsonTests {
    private static final String TERM =
            "{\"kind\":\"identity-term\",\"a\":0.5,\"activation\":\"tanh\",\"counterexample\":\"none\",\"width\":8,\"seed\":1}";

    @Test
    void readsWhatItWrites() {
        assertThat(LabJson.experiment(LabJson.write(flow(3)))).isEqualTo(flow(3));
        assertThat(LabJson.request("{\"experiment\":" + TERM + "}"))
                .isEqualTo(new IdentityTerm(0.5, Activation.TANH, "none", 8, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "null",
                "[]",
                "{}",
                "{\"experiment\":null}",
                "{\"experiment\":{}}",
                "{\"experiment\":{\"kind\":\"mining\"}}",
                "{\"experiment\":%s,\"more\":1}",
                "{\"experiment\":%s} {}",
                "{\"experiment\":{\"kind\":\"identity-term\",\"a\":0.5}}",
            })
    void takesNothingElse(String json) {
        assertThat(code(json.replace("%s", TERM))).isEqualTo("unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.5", "\"8\"", "null", "8,\"width\":9", "8,\"hidden\":9", "99999999999", "[8]"})
    void guessesNoSetting(String width) {
        assertThat(code("{\"experiment\":" + TERM.replace("\"width\":8", "\"width\":" + width) + "}"))
                .isEqualTo("unreadable");
    }

    @Test
    void passesOnWhatTheExperimentItselfRefuses() {
        assertThat(code("{\"experiment\":" + TERM.replace("\"width\":8", "\"width\":800") + "}"))
                .isEqualTo("out-of-range");
    }

    @Test
    void writesNullForWhatIsNotFinite() {
        var profile = new Measurement.Profile(
                Double.NEGATIVE_INFINITY, 1, List.of(Double.NaN, 0.1, 1e-320), List.of(Double.POSITIVE_INFINITY));
        assertThat(LabJson.write(new Measurement.Gradients(2, profile, null)))
                .isEqualTo("{\"type\":\"gradients\",\"step\":2,"
                        + "\"plain\":{\"loss\":null,\"accuracy\":1.0,\"dh\":[null,0.1,1.0E-320],\"dw\":[null]},"
                        + "\"residual\":null}");
    }

    @Test
    void namesARunByAPlainString() {
        var id = RunId.random();
        assertThat(LabJson.write(id)).isEqualTo("\"" + id + "\"");
    }

    @Test
    void digestsWhatDecidesTheBits() {
        var stamp = new Stamp("fake 1", "none");
        assertThat(stamp.digest(flow(1))).hasSize(64).isEqualTo(stamp.digest(flow(1)));
        assertThat(List.of(
                        stamp.digest(flow(1)),
                        stamp.digest(flow(2)),
                        new Stamp("fake 2", "none").digest(flow(1)),
                        new Stamp("fake 1", "other").digest(flow(1))))
                .doesNotHaveDuplicates();
        assertThat(LabJson.canonical(new IdentityTerm(0.5, Activation.TANH, "none", 8, 1)))
                .isEqualTo("{\"a\":0.5,\"activation\":\"tanh\",\"counterexample\":\"none\",\"kind\":\"identity-term\","
                        + "\"seed\":1,\"width\":8}");
    }

    private static String code(String json) {
        return Objects.requireNonNull(catchThrowableOfType(ExperimentRejected.class, () -> LabJson.request(json)))
                .code();
    }
}
