package io.skipway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/** Someone with a cookie jar who asks a server for pages, follows no redirect, and may sign in by the form. */
final class PeopleOverHttp implements AutoCloseable {
    private static final Pattern FORM_TOKEN = Pattern.compile("<meta name=\"_csrf\" content=\"([^\"]+)\"");

    private final URI server;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    PeopleOverHttp(int port) {
        server = URI.create("http://localhost:" + port + "/");
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                request(path).header("Accept", "text/html,*/*;q=0.8").GET().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return client.send(
                request(path)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Where the form sends one who gives this name and password. */
    URI signIn(String username, String password) throws IOException, InterruptedException {
        var token = FORM_TOKEN.matcher(get("sign-in").body());
        assertThat(token.find()).as("the sign-in page has a token").isTrue();
        var answer = post(
                "sign-in",
                "application/x-www-form-urlencoded",
                "username=%s&password=%s&_csrf=%s"
                        .formatted(encoded(username), encoded(password), encoded(token.group(1))));
        assertThat(answer.statusCode()).isEqualTo(302);
        return server.resolve(answer.headers().firstValue("Location").orElseThrow());
    }

    /** The id of the session now. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(30));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
