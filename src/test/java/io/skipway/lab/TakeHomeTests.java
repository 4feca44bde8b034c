package io.skipway.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import io.skipway.identity.UserId;
import io.skipway.lab.Measurement.Profile;
import io.skipway.lab.engine.Flows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TakeHomeTests {
    private final Lab lab = mock();
    private final TakeHome takeHome = new TakeHome(lab, new DataFiles(org.mockito.Mockito.mock()));
    private final UserId ada = UserId.random();
    private final RunId run = RunId.random();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "20, 64, SIGMOID, NONE, IDENTITY, digits",
        "9, 16, TANH, BATCH, SCALED, digits",
        "5, 8, RELU, BATCH, NONE, moons",
    })
    void commandGivesTheRunsOwnFirstProfile(
            int depth, int width, Activation activation, Normalisation normalisation, Skip skip, String data)
            throws IOException {
        var flow = new GradientFlow(
                depth, width, activation, Initialiser.XAVIER, 0.05, normalisation, skip, 0.5, data, 2, 0.1, 11);
        var profiles = Flows.first(flow);
        var files = unzipped(flow);
        for (var engine : List.of("graph", "stack")) {
            assertSame(gradients(files, "plain", engine), Objects.requireNonNull(profiles.plain()), data, width);
            if (skip != Skip.NONE) {
                assertSame(
                        gradients(files, "residual", engine), Objects.requireNonNull(profiles.residual()), data, width);
            }
        }
        assertThat(files).hasSize(skip == Skip.NONE ? 3 : 4).containsKeys("README.md", "gradients.py");
    }

    private static void assertSame(JsonNode gradients, Profile profile, String data, int width) {
        assertThat(gradients.get("loss").doubleValue()).isCloseTo(profile.loss(), within(1e-9));
        var first = data.equals("digits") && width == 64 ? "input" : "h0";
        for (var k = 0; k < profile.dh().size(); k++) {
            assertNorm(
                    gradients.get("activations").get(k == 0 ? first : "h" + k),
                    profile.dh().get(k));
        }
        for (var k = 1; k <= profile.dw().size(); k++) {
            assertNorm(
                    gradients.get("parameters").get("d" + k + ".W"),
                    profile.dw().get(k - 1));
        }
    }

    private static void assertNorm(JsonNode norm, double expected) {
        assertThat(norm.doubleValue()).isCloseTo(expected, within(1e-9 * expected));
    }

    private JsonNode gradients(Map<String, byte[]> files, String network, String engine) throws IOException {
        var file = Files.write(
                folder.resolve("network.json"), Objects.requireNonNull(files.get(network + "/network.json")));
        var out = new ByteArrayOutputStream();
        var status = GradientsCommand.run(
                List.of("--engine=" + engine, file.toString()),
                Path.of("target"),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                System.err);
        assertThat(status).isZero();
        return JsonMapper.shared().readTree(out.toByteArray());
    }

    private Map<String, byte[]> unzipped(GradientFlow flow) throws IOException {
        var out = new ByteArrayOutputStream();
        takeHome.write(flow, out);
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void deepestAndWidestFitsItsOwnBounds() throws IOException {
        var flow = new GradientFlow(
                200,
                128,
                Activation.RELU,
                Initialiser.HE,
                0.05,
                Normalisation.BATCH,
                Skip.SCALED,
                0.1,
                "digits",
                0,
                0.1,
                1);
        assertThat(gradients(unzipped(flow), "residual", "stack")
                        .at("/activations/h200")
                        .doubleValue())
                .isPositive();
    }

    @Test
    void asksTheLabWhoMayRead() {
        given(lab.after(ada, run, Integer.MAX_VALUE)).willThrow(new AccessDeniedException("a run of another"));
        assertThatThrownBy(() -> takeHome.flow(ada, run)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void onlyAStackOfLayersIsTakenHome() {
        given(lab.after(ada, run, Integer.MAX_VALUE)).willReturn(of(FakeEngine.flow(1)));
        assertThat(takeHome.flow(ada, run)).isEqualTo(FakeEngine.flow(1));
        given(lab.after(ada, run, Integer.MAX_VALUE))
                .willReturn(of(new IdentityTerm(1, Activation.TANH, "none", 8, 1)));
        assertThatThrownBy(() -> takeHome.flow(ada, run))
                .isInstanceOf(ExperimentRejected.class)
                .hasMessageStartingWith("no-network");
    }

    private Run of(Experiment experiment) {
        return new Run(
                run,
                Run.State.DONE,
                experiment,
                "d1",
                "fake",
                List.of(),
                0,
                null,
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
