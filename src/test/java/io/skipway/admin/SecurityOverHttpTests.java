package io.skipway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.ServerTest;
import io.skipway.identity.Accounts;
import io.skipway.identity.People;
import io.skipway.identity.SetUp;
import io.skipway.identity.UserId;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a real server answers to whom, asked over HTTP without a browser. */
@ServerTest
class SecurityOverHttpTests {
    private static final String PASSWORD = "long enough it is";
    private static final String WRITE = "{\"user\":\"x\",\"base\":0,\"writeId\":\"w\",\"response\":null}";

    @LocalServerPort
    int port;

    @Autowired
    SetUp setUp;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private PeopleOverHttp someone = new PeopleOverHttp(0);

    @BeforeEach
    void comeIn() {
        someone = new PeopleOverHttp(port);
        if (people.named("root").isEmpty()) {
            setUp.administrator(setUp.token().orElseThrow(), "root", "Root", PASSWORD);
        }
    }

    @AfterEach
    void leave() {
        someone.close();
    }

    @Test
    void everyPageHasItsHeadersAndAPolicyWithANonceOfItsOwn() throws Exception {
        var page = someone.get("sign-in");
        var policy = header(page, "Content-Security-Policy");
        assertThat(policy)
                .contains("default-src 'none'", "object-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                .containsPattern("script-src 'self' 'nonce-[A-Za-z0-9_-]{24}'");
        assertThat(header(someone.get("sign-in"), "Content-Security-Policy")).isNotEqualTo(policy);
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("same-origin");
        var nonce = policy.replaceFirst(".*'nonce-([^']+)'.*", "$1");
        assertThat(page.body().split("<script", -1)).hasSizeGreaterThan(1).satisfies(parts -> {
            for (var i = 1; i < parts.length; i++) {
                assertThat(parts[i]).contains("nonce=\"" + nonce + "\"");
            }
        });
        assertThat(header(someone.get("api/session"), "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() throws Exception {
        assertThat(header(someone.get("sign-in"), "Set-Cookie"))
                .contains("HttpOnly")
                .containsIgnoringCase("SameSite=Lax");
    }

    @Test
    void anAnswerWithoutATokenIsRefused() throws Exception {
        var path = "api/attempts/some-token/answers/some-question";
        assertThat(someone.post(path, "application/json", WRITE).statusCode()).isIn(401, 403);
        signedIn("writer");
        assertThat(someone.get("api/session").statusCode()).isEqualTo(200);
        var refused = someone.post(path, "application/json", WRITE);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).isEmpty();
    }

    @Test
    void aSignInGivesANewSession() throws Exception {
        assertThat(someone.get("sign-in").statusCode()).isEqualTo(200);
        var before = someone.session();
        someone.signIn("root", PASSWORD);
        assertThat(before).isNotEmpty();
        assertThat(someone.session()).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void onlyHealthIsPublic() throws Exception {
        var health = someone.get("actuator/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("UP").doesNotContain("database", "diskSpace");
        assertThat(someone.get("actuator/metrics").statusCode()).isEqualTo(401);
        signedIn("curious");
        assertThat(someone.get("actuator/metrics").statusCode()).isEqualTo(403);
        assertThat(someone.get("actuator/env").statusCode()).isEqualTo(403);
    }

    @Test
    void anAdministratorReadsTheFiguresAndNothingMore() throws Exception {
        someone.signIn("root", PASSWORD);
        assertThat(someone.get("actuator/metrics/jvm.memory.used").body()).contains("measurements");
        assertThat(someone.get("actuator/metrics").body()).contains("http.server.requests", "hikaricp.connections");
        for (var hidden : new String[] {"env", "beans", "heapdump", "threaddump", "loggers", "configprops"}) {
            // An address that is nothing gives the page which says so.
            assertThat(header(someone.get("actuator/" + hidden), "Content-Type"))
                    .as(hidden)
                    .startsWith("text/html");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api/nothing-here",
                "api/runs/not-a-run",
                "api/attempts/%2e%2e/answers/x",
                "actuator/nothing-here",
                "error",
                "people;a=b",
                "people?%ZZ",
                "VAADIN/dynamic/resource/0/x/y"
            })
    void anErrorTellsNothingOfTheInside(String path) throws Exception {
        someone.signIn("root", PASSWORD);
        var answer = someone.get(path.replace("%ZZ", "x=%25ZZ"));
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "io.skipway", "org.springframework");
    }

    @Test
    void whoGuessesMustWaitAndTheRightPasswordWaitsToo() throws Exception {
        signedIn("guessed");
        try (var guesser = new PeopleOverHttp(port)) {
            for (var i = 0; i < 5; i++) {
                assertThat(guesser.signIn("guessed", "wrong " + i).getQuery()).isEqualTo("error");
            }
            assertThat(guesser.signIn("GUESSED", PASSWORD).getQuery()).startsWith("error&wait=");
            assertThat(guesser.get("api/session").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aSignInLeadsToThePageThatWasAskedForByItsCleanAddress() throws Exception {
        var sent = someone.get("people?search=kim");
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(header(sent, "Location")).endsWith("/sign-in");
        var there = someone.signIn("root", PASSWORD);
        assertThat(there.getPath()).isEqualTo("/people");
        assertThat(there.getQuery()).isEqualTo("search=kim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sign-in?continue=https://evil.example/",
                "sign-in?redirect=https://evil.example/",
                "people?continue=https://evil.example/",
                "/.//evil.example/people",
                "/%2F%2Fevil.example"
            })
    void aSignInNeverLeadsElsewhere(String path) throws Exception {
        assertThat(someone.get(path).statusCode()).isLessThan(500);
        var there = someone.signIn("root", PASSWORD);
        assertThat(there.getHost()).isEqualTo("localhost");
        assertThat(there.getPort()).isEqualTo(port);
        assertThat(there.getRawPath()).doesNotStartWith("//");
    }

    @Test
    void whoIsShutOutIsOutAtTheNextRequest() throws Exception {
        signedIn("leaver");
        assertThat(someone.get("api/session").statusCode()).isEqualTo(200);
        var before = someone.session();
        accounts.setActive(root(), people.named("leaver").orElseThrow().id(), false);
        assertThat(someone.get("api/session").statusCode()).isEqualTo(401);
        assertThat(header(someone.get("people"), "Location")).endsWith("/sign-in");
        assertThat(someone.session()).isNotEqualTo(before);
        accounts.setActive(root(), people.named("leaver").orElseThrow().id(), true);
        assertThat(someone.get("api/session").statusCode())
                .as("the old session does not rise again")
                .isEqualTo(401);
    }

    @Test
    void aRightThatIsTakenAwayOrGivenCountsAtTheNextRequest() throws Exception {
        signedIn("helper");
        administers("helper", true);
        assertThat(someone.get("actuator/metrics").statusCode()).isEqualTo(200);
        administers("helper", false);
        assertThat(someone.get("actuator/metrics").statusCode()).isEqualTo(403);
    }

    private void administers(String username, boolean now) {
        jdbc.sql("update person set administrator = ? where username = ?")
                .params(now, username)
                .update();
    }

    private UserId root() {
        return people.named("root").orElseThrow().id();
    }

    private void signedIn(String username) throws IOException, InterruptedException {
        var created = accounts.create(root(), username, username.toUpperCase(Locale.ROOT));
        accounts.changePassword(created.person().id(), created.oneTimePassword(), PASSWORD);
        someone.signIn(username, PASSWORD);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
