package io.skipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Someone who signs in by the form and talks to the endpoints as the pages' own client does, without a browser. */
public final class StudentOverHttp implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern FORM_TOKEN = Pattern.compile("<meta name=\"_csrf\" content=\"([^\"]+)\"");

    private final URI server;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;
    private final JsonNode session;

    /** What came back: the status, and the body as JSON. */
    public record Reply(int status, JsonNode body) {}

    /** Signs in, over connections of their own. */
    public StudentOverHttp(URI server, String username, String password) throws IOException, InterruptedException {
        this(server, username, password, connections());
    }

    /** Signs in, over connections that a crowd shares and this closes with itself only. */
    public StudentOverHttp(URI server, String username, String password, HttpClient client)
            throws IOException, InterruptedException {
        this.server = server;
        this.client = client;
        var page = send(request("sign-in").GET().build());
        var found = FORM_TOKEN.matcher(page.body());
        assertThat(found.find()).as("the sign-in page has a token").isTrue();
        var form = "username=%s&password=%s&_csrf=%s"
                .formatted(encoded(username), encoded(password), encoded(found.group(1)));
        var signedIn = send(request("sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                // Passwords are hashed, which takes a crowd a while.
                .timeout(Duration.ofMinutes(2))
                .POST(BodyPublishers.ofString(form))
                .build());
        assertThat(signedIn.statusCode()).isEqualTo(302);
        var reply = get("api/session");
        assertThat(reply.status()).isEqualTo(200);
        session = reply.body();
    }

    /** Signs in as someone of the demo class. */
    static StudentOverHttp demo(ServerProcess server, String name) throws IOException, InterruptedException {
        return new StudentOverHttp(server.address(), name, name + "-demo");
    }

    public String user() {
        return session.get("user").asString();
    }

    /** What a page's address gives, whatever it is. */
    public String page(String path) throws IOException, InterruptedException {
        var reply = send(request(path).GET().build());
        assertThat(reply.statusCode()).isEqualTo(200);
        return reply.body();
    }

    public Reply get(String path) throws IOException, InterruptedException {
        return reply(send(request(path).GET().build()));
    }

    public Reply post(String path, Map<String, Object> body) throws IOException, InterruptedException {
        return reply(send(request(path)
                .header("Content-Type", "application/json")
                .header(session.get("header").asString(), session.get("token").asString())
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build()));
    }

    /** Saves an answer of the demo course, in a lesson or as {@code quiz.question}, upon the one of that sequence. */
    public Reply save(String question, long base, String writeId, Map<String, Object> response)
            throws IOException, InterruptedException {
        return post(
                answerPath(question), Map.of("user", user(), "base", base, "writeId", writeId, "response", response));
    }

    public Reply save(String question, long base, String writeId, String markdown)
            throws IOException, InterruptedException {
        return save(question, base, writeId, text(markdown));
    }

    /** Submits what was saved last, which is of that sequence. */
    public Reply submit(String question, long base) throws IOException, InterruptedException {
        return post(attemptPath(question) + "/submission", Map.of("user", user(), "base", base));
    }

    /** How an answer stands. */
    public JsonNode answer(String question) throws IOException, InterruptedException {
        return get(answerPath(question)).body();
    }

    static String answerPath(String question) {
        return attemptPath(question) + "/answers/" + question.substring(question.indexOf('.') + 1);
    }

    /** An essay, in the order of names of which the server takes the hash. */
    static Map<String, Object> text(String markdown) {
        var response = new LinkedHashMap<String, Object>();
        response.put("kind", "text");
        response.put("markdown", markdown);
        return response;
    }

    /** Is a stranger from here on, as when the session has expired. */
    public void forget() {
        cookies.getCookieStore().removeAll();
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }

    /** As a browser would open them. */
    public static HttpClient connections() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    private static String attemptPath(String question) {
        return "api/attempts/deep-cnn:%s:1".formatted(question);
    }

    private HttpRequest.Builder request(String path) throws IOException {
        var to = server.resolve(path);
        var request = HttpRequest.newBuilder(to).timeout(Duration.ofSeconds(30));
        cookies.get(to, Map.of()).forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return request;
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        var response = client.send(request, BodyHandlers.ofString());
        cookies.put(request.uri(), response.headers().map());
        return response;
    }

    private static Reply reply(HttpResponse<String> response) {
        return new Reply(
                response.statusCode(),
                response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body()));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
