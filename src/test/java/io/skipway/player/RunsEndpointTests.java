package io.skipway.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import io.skipway.identity.People;
import io.skipway.identity.Person;
import io.skipway.identity.UserId;
import io.skipway.lab.Activation;
import io.skipway.lab.ExperimentRejected;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.IdentityTerm;
import io.skipway.lab.Initialiser;
import io.skipway.lab.Lab;
import io.skipway.lab.Measurement;
import io.skipway.lab.Normalisation;
import io.skipway.lab.Run;
import io.skipway.lab.RunId;
import io.skipway.lab.Skip;
import io.skipway.lab.TakeHome;
import io.skipway.lab.Verified;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class RunsEndpointTests {
    private static final IdentityTerm EXPERIMENT = new IdentityTerm(0.5, Activation.TANH, "none", 8, 1);
    private static final String SETTINGS = """
            {"kind":"identity-term","a":0.5,"activation":"tanh","counterexample":"none","width":8,"seed":1}""";
    private static final String REQUEST = "{\"experiment\":" + SETTINGS + "}";

    private final Lab lab = mock();
    private final TakeHome takeHome = mock();
    private final People people = mock();
    private final UserId ada = UserId.random();
    private final Run run = new Run(
            RunId.random(),
            Run.State.QUEUED,
            EXPERIMENT,
            "d1",
            "fake 1, none",
            List.of(new Run.Entry(
                    3,
                    new Measurement.Gradients(
                            7, new Measurement.Profile(Double.NaN, 1, List.of(0.25), List.of()), null))),
            3,
            null,
            new Run.Waiting(2, 9),
            null,
            Instant.parse("2026-11-24T12:00:00Z"),
            null);
    private final MockMvcTester http =
            MockMvcTester.create(MockMvcBuilders.standaloneSetup(new RunsEndpoint(lab, takeHome, people))
                    .setControllerAdvice(new RunsRefusals())
                    .build());

    @BeforeEach
    void adaIsSignedIn() {
        given(people.me()).willReturn(new Person(ada, "ada", "Ada", false, true));
    }

    @Test
    void queuesAnExperimentAndTellsHowItStands() {
        given(lab.run(ada, EXPERIMENT)).willReturn(run);
        var answer = post("/api/runs", REQUEST);
        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON);
        assertThat(answer).bodyJson().isStrictlyEqualTo("""
                {"id":"%s","state":"QUEUED","experiment":%s,"digest":"d1","engine":"fake 1, none","last":3,
                 "measurements":[{"sequence":3,"value":{"type":"gradients","step":7,
                   "plain":{"loss":null,"accuracy":1.0,"dh":[0.25],"dw":[]},"residual":null}}],
                 "failure":null,"waiting":{"position":2,"seconds":9},"comparison":null,
                 "requestedAt":"2026-11-24T12:00:00Z","finishedAt":null}""".formatted(run.id(), SETTINGS));
    }

    @Test
    void exploresWithoutStoring() {
        given(lab.explore(ada, EXPERIMENT))
                .willReturn(List.of(run.measurements().getFirst().value()));
        assertThat(post("/api/explore", REQUEST)).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                {"measurements":[{"type":"gradients","step":7,
                   "plain":{"loss":null,"accuracy":1.0,"dh":[0.25],"dw":[]},"residual":null}]}""");
    }

    @Test
    void followsCancelsAndReplaysForThePersonWhoAsks() {
        var address = "/api/runs/" + run.id();
        given(lab.after(ada, run.id(), 0)).willReturn(run);
        given(lab.after(ada, run.id(), 12)).willReturn(run);
        given(lab.cancel(ada, run.id())).willReturn(run);
        given(lab.replay(ada, run.id())).willReturn(run);
        for (var answer : List.of(
                http.get().uri(address).exchange(),
                http.get().uri(address + "?after=12").exchange(),
                http.get().uri(address + "?after=-4").exchange(),
                http.post().uri(address + "/cancel").exchange(),
                http.post().uri(address + "/replay").exchange())) {
            assertThat(answer)
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.id")
                    .isEqualTo(run.id().toString());
        }
    }

    @Test
    void saysHowAVerificationStands() {
        given(lab.verify(ada, run.id())).willReturn(new Verified(null));
        assertThat(http.post().uri("/api/runs/" + run.id() + "/verify").exchange())
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"verification\":null}");
    }

    @Test
    void saysWhatIsWrongWithTheSettings() {
        given(lab.run(any(), any())).willThrow(new ExperimentRejected("too-large", Map.of("value", 9, "bound", 8)));
        assertRefused(
                post("/api/runs", REQUEST), 400, "{\"code\":\"too-large\",\"details\":{\"value\":9,\"bound\":8}}");
    }

    @Test
    void saysHowLongToWait() {
        given(lab.run(any(), any())).willThrow(new ExperimentRejected("queue-full", Map.of("waitSeconds", 40)));
        assertRefused(post("/api/runs", REQUEST), 429, "{\"code\":\"queue-full\",\"details\":{\"waitSeconds\":40}}");
        given(lab.explore(any(), any())).willThrow(new ExperimentRejected("superseded", Map.of()));
        assertRefused(post("/api/explore", REQUEST), 429, "{\"code\":\"superseded\",\"details\":{}}");
    }

    @Test
    void saysAtEveryAddressThatAPredictionIsOpen() {
        var closed = new ExperimentRejected("prediction-open", Map.of());
        given(lab.run(any(), any())).willThrow(closed);
        given(lab.explore(any(), any())).willThrow(closed);
        given(lab.after(any(), any(), anyInt())).willThrow(closed);
        given(lab.cancel(any(), any())).willThrow(closed);
        given(lab.replay(any(), any())).willThrow(closed);
        var address = "/api/runs/" + run.id();
        for (var answer : List.of(
                post("/api/runs", REQUEST),
                post("/api/explore", REQUEST),
                http.get().uri(address + "?after=0").exchange(),
                http.post().uri(address + "/cancel").exchange(),
                http.post().uri(address + "/replay").exchange())) {
            assertRefused(answer, 423, "{\"code\":\"prediction-open\",\"details\":{}}");
        }
    }

    @Test
    void refusesWhatItCantReadBeforeTheLabHearsOfIt() {
        var unreadable = "{\"code\":\"unreadable\",\"details\":{}}";
        assertRefused(post("/api/runs", "{"), 400, unreadable);
        assertRefused(post("/api/explore", REQUEST.replace("seed", "sead")), 400, unreadable);
        assertRefused(http.get().uri("/api/runs/first").exchange(), 400, unreadable);
        assertRefused(http.get().uri("/api/runs/" + run.id() + "?after=x").exchange(), 400, unreadable);
        assertRefused(
                post("/api/runs", REQUEST + " ".repeat(RunsEndpoint.LONGEST)),
                413,
                "{\"code\":\"too-long\",\"details\":{\"bound\":8192}}");
        verifyNoInteractions(lab);
    }

    @Test
    void showsNothingToOneWithoutRight() {
        given(lab.after(any(), any(), anyInt())).willThrow(new AccessDeniedException("a run of another"));
        assertRefused(
                http.get().uri("/api/runs/" + run.id()).exchange(), 403, "{\"code\":\"forbidden\",\"details\":{}}");
    }

    @Test
    void givesTheNetworksToThePersonWhoAsks() throws IOException {
        var flow = new GradientFlow(
                2, 8, Activation.TANH, Initialiser.XAVIER, 0.1, Normalisation.NONE, Skip.NONE, 1, "moons", 0, 0.1, 1);
        given(takeHome.flow(ada, run.id())).willReturn(flow);
        willAnswer(call -> {
                    call.<OutputStream>getArgument(1).write('z');
                    return null;
                })
                .given(takeHome)
                .write(eq(flow), any());
        assertThat(http.get().uri("/api/runs/" + run.id() + "/network.zip").exchange())
                .hasStatusOk()
                .hasContentType("application/zip")
                .hasHeader("Content-Disposition", "attachment; filename=\"network.zip\"")
                .hasBodyTextEqualTo("z");
    }

    @Test
    void givesNoNetworkToOneWithoutRight() {
        given(takeHome.flow(any(), any()))
                .willThrow(new AccessDeniedException("a run of another"))
                .willThrow(new ExperimentRejected("no-network", Map.of()));
        var address = "/api/runs/" + run.id() + "/network.zip";
        assertRefused(http.get().uri(address).exchange(), 403, "{\"code\":\"forbidden\",\"details\":{}}");
        assertRefused(http.get().uri(address).exchange(), 400, "{\"code\":\"no-network\",\"details\":{}}");
    }

    private MvcTestResult post(String address, String body) {
        return http.post()
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static void assertRefused(MvcTestResult answer, int status, String body) {
        assertThat(answer).hasStatus(status).bodyJson().isStrictlyEqualTo(body);
    }
}
