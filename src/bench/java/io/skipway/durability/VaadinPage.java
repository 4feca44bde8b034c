package io.skipway.durability;

import io.skipway.StudentOverHttp;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lesson as a browser holds it open: what its client and the server say to each other in Vaadin's protocol. */
final class VaadinPage {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LESSON = "course/deep-cnn/depth";

    private final String address;
    private final String key;

    /** The node of each exercise's element, by the exercise. */
    private final Map<String, Integer> fields = new HashMap<>();

    private final Deque<List<Map<String, Object>>> unanswered = new ArrayDeque<>();
    private long sync;
    private long sent;

    /** Loads the page and all that its client asks for first. */
    VaadinPage(StudentOverHttp student) throws IOException, InterruptedException {
        student.page(LESSON);
        var start = JSON.readTree(student.page("?v-r=init&location=course%2Fdeep-cnn%2Fdepth&query="))
                .get("appConfig");
        address = "?v-r=uidl&v-uiId=" + start.get("v-uiId").asInt();
        key = start.get("uidl").get("Vaadin-Security-Key").asString();
        var where = new LinkedHashMap<String, Object>(
                Map.of("route", LESSON, "query", "", "appShellTitle", "", "trigger", "", "historyState", Map.of()));
        if (!said(student, List.of(event(1, "ui-navigate", where))) || fields.isEmpty()) {
            throw new IOException("The lesson does not open: signed out in between");
        }
    }

    /** Says that there is a person. */
    boolean alive(StudentOverHttp student) throws IOException, InterruptedException {
        return said(student, List.of());
    }

    /** Tells the server's side of the page of a submission, as the element does. */
    boolean submitted(StudentOverHttp student, Place place) throws IOException, InterruptedException {
        var node = fields.get(place.exercise());
        var token = "deep-cnn:%s:%d".formatted(place.exercise(), place.number());
        var told = Map.<String, Object>of("event.detail.attempt", token);
        return node == null || said(student, List.of(event(node, "skip-submitted", told)));
    }

    private static Map<String, Object> event(int node, String name, Map<String, Object> data) {
        return Map.of("type", "event", "node", node, "event", name, "data", data);
    }

    /**
     * Round trips for this and for what had no answer yet, repeated under the same number as Vaadin's client does. False
     * where the server does not know the page any more: then its person has to load it again.
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
        }
        return true;
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
