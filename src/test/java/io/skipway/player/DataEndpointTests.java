package io.skipway.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import io.skipway.identity.People;
import io.skipway.identity.Person;
import io.skipway.identity.UserId;
import io.skipway.lab.DataFiles;
import io.skipway.lab.DataTable;
import io.skipway.lab.ExperimentRejected;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class DataEndpointTests {
    private final DataFiles files = mock();
    private final People people = mock();
    private final UserId ada = UserId.random();
    private final DataFiles.Own own =
            new DataFiles.Own("own:1", "a.csv", 2, 80, 3, Instant.parse("2026-11-24T12:00:00Z"), false);
    private final MockMvcTester http =
            MockMvcTester.create(MockMvcBuilders.standaloneSetup(new DataEndpoint(files, people))
                    .setControllerAdvice(new RunsRefusals())
                    .build());

    @BeforeEach
    void adaIsSignedIn() {
        given(people.me()).willReturn(new Person(ada, "ada", "Ada", false, true));
    }

    @Test
    void keepsListsAndRemovesForWhoIsSignedIn() {
        given(files.add(ada, "내 것.csv", new byte[] {'x'})).willReturn(own);
        given(files.of(ada)).willReturn(List.of(own));
        var shown = "{\"data\":\"own:1\",\"name\":\"a.csv\",\"inputs\":2,\"examples\":80,\"classes\":3,"
                + "\"createdAt\":\"2026-11-24T12:00:00Z\",\"used\":false}";
        assertThat(post("/api/data?name=내 것.csv", "x")).hasStatusOk().bodyJson().isStrictlyEqualTo(shown);
        var list = "{\"files\":[" + shown + "],\"most\":10}";
        assertThat(http.get().uri("/api/data").exchange()).bodyJson().isStrictlyEqualTo(list);
        assertThat(post("/api/data/remove?data=own:1", "")).bodyJson().isStrictlyEqualTo(list);
        then(files).should().remove(ada, "own:1");
    }

    @Test
    void tellsEveryProblemWithItsLine() {
        given(files.add(any(), any(), any())).willAnswer(call -> DataTable.read(call.<byte[]>getArgument(2)));
        assertThat(post("/api/data?name=a.csv", "x,y,kind\n1,two,a\n3,4\n"))
                .hasStatus(400)
                .bodyJson()
                .isStrictlyEqualTo("""
                {"code":"no-data","details":{"problems":[
                  {"line":2,"code":"no-number","details":{"column":"y","text":"two"}},
                  {"line":3,"code":"fields","details":{"expected":3,"found":2}}]}}""");
    }

    @Test
    void readsNoMoreThanTheBound() {
        assertThat(post("/api/data?name=a.csv", "1".repeat(DataTable.MOST_BYTES + 1)))
                .hasStatus(413)
                .bodyJson()
                .isStrictlyEqualTo("{\"code\":\"data-too-long\",\"details\":{\"bound\":2097152}}");
        verifyNoInteractions(files);
    }

    @Test
    void saysWhatStandsInTheWay() {
        given(files.add(any(), any(), any())).willThrow(new ExperimentRejected("data-full", Map.of("bound", 10)));
        assertThat(post("/api/data?name=a.csv", "x")).hasStatus(409);
        willThrow(new ExperimentRejected("data-used", Map.of())).given(files).remove(any(), any());
        assertThat(post("/api/data/remove?data=own:1", "")).hasStatus(409);
        willThrow(new ExperimentRejected("data-of-another", Map.of()))
                .given(files)
                .remove(any(), any());
        assertThat(post("/api/data/remove?data=own:2", "")).hasStatus(403);
    }

    private MvcTestResult post(String address, String body) {
        return http.post()
                .uri(address)
                .content(body.getBytes(StandardCharsets.UTF_8))
                .exchange();
    }
}
