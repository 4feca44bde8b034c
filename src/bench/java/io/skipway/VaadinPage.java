package io.skipway;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page as a browser holds it open: what its client and the server say to each other in Vaadin's protocol. */
public final class VaadinPage {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String address;
    private final String key;

    /** The node of each exercise's element, by the exercise. */
    private final Map<String, Integer> fields = new HashMap<>();

    private final Deque<List<Map<String, Object>>> unanswered = new ArrayDeque<>();
    private long sync;
    private long sent;

    /**
     * Loads the page and all that its client asks for first.
     *
     * @throws IOException if the server does not know who asks any more
     */
    public VaadinPage(StudentOverHttp student, String route) throws IOException, InterruptedException {
        student.page(route);
        var start = JSON.readTree(
                        student.page("?v-r=init&query=&location=" + URLEncoder.encode(route, StandardCharsets.UTF_8)))
                .get("appConfig");
        address = "?v-r=uidl&v-uiId=" + start.get("v-uiId").asInt();
        key = start.get("uidl").get("Vaadin-Security-Key").asString();
        if (!go(student, route)) {
            throw new IOException("The page does not open: signed out in between");
        }
    }

    /** Follows a link within the page. False, here and below, where the server does not know the page any more. */
    public boolean go(StudentOverHttp student, String route) throws IOException, InterruptedException {
        var where = new LinkedHashMap<String, Object>(
                Map.of("route", route, "query", "", "appShellTitle", "", "trigger", "", "historyState", Map.of()));
        return said(student, List.of(event(1, "ui-navigate", where)));
    }

    /** Those that are answered on it. */
    public Set<String> exercises() {
        return Set.copyOf(fields.keySet());
    }

    /** Says that there is a person. */
    public boolean alive(StudentOverHttp student) throws IOException, InterruptedException {
        return said(student, List.of());
    }

    /** Tells the server's side of the page of a submission, as the element does. */
    public boolean submitted(StudentOverHttp student, String exercise, String attempt)
            throws IOException, InterruptedException {
        var node = fields.get(exercise);
        var told = Map.<String, Object>of("event.detail.attempt", attempt);
        return node == null || said(student, List.of(event(node, "skip-submitted", told)));
    }

    private static Map<String, Object> event(int node, String name, Map<String, Object> data) {
        return Map.of("type", "event", "node", node, "event", name, "data", data);
    }

    /**
     * Round trips for this and for what had no answer yet, repeated under the same number as Vaadin's client does. Where
     * the server does not know the page any more, its person has to load it again.
     */
    private boolean said(StudentOverHttp student, List<Map<String, Object>> calls)
            throws IOException, InterruptedException {
        unanswered.add(calls);
        while (!unanswered.isEmpty()) {
            var rpc = unanswered.getFirst();
            var reply = student.post(address, Map.of("csrfToken", key, "rpc", rpc, "syncId", sync, "clientId", sent));
            var body = reply.body();
            if (reply.status() != 200 || body.path("syncId").asLong(-1) < 0) {
                return false;
            }
            sync = body.get("syncId").asLong();
            sent = body.get("clientId").asLong();
            elements(body);
            unanswered.removeFirst();
            questions(body);
        }
        return true;
    }

    /** What the server's side asks the page's client, which has nothing to say but that it is there. */
    private void questions(JsonNode body) {
        for (var script : body.path("execute")) {
            for (var argument : script) {
                if (argument.has("@v-return")) {
                    var channel = argument.get("@v-return");
                    unanswered.add(List.of(Map.of(
                            "type",
                            "channel",
                            "node",
                            channel.get(0).asInt(),
                            "channel",
                            channel.get(1).asInt(),
                            "args",
                            List.of(true))));
                    break;
                }
            }
        }
    }

    private void elements(JsonNode body) {
        var changes = body.get("changes");
        for (var change : changes == null ? new ArrayList<JsonNode>() : changes) {
            if (change.has("value") && change.path("key").asString("").equals("question")) {
                fields.put(change.get("value").asString(), change.get("node").asInt());
            }
        }
    }
}
