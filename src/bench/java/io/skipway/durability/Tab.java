package io.skipway.durability;

import io.skipway.StudentOverHttp.Reply;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One tab at one exercise. It writes, each time upon the newest answer that it knows of, and repeats what brought no answer.
 * Besides it does what goes wrong: it sends an old request again, submits too late or nothing, is signed out, is closed with
 * a request under way, and ignores that another tab is ahead.
 */
final class Tab implements Runnable {
    private final RandomGenerator random = ThreadLocalRandom.current();
    private final Classroom room;
    private final Student student;
    private Place place;
    private Ledger ledger;

    /** The newest sequence that this tab knows of. */
    private long seen;

    private boolean done;

    Tab(Classroom room, Student student, String exercise) {
        this.room = room;
        this.student = student;
        place = new Place(student.person(), exercise, 1);
        ledger = room.ledger(place);
    }

    @Override
    public void run() {
        try {
            while (!room.over()) {
                Thread.sleep(random.nextInt(100, 700));
                step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            room.failed(e);
        }
    }

    private void step() throws InterruptedException {
        var dice = random.nextInt(1000);
        if (dice < (place.exercise().startsWith("uniform") ? 60 : 3)) {
            submit(dice % 10 == 0 ? seen - 1 : seen);
        } else if (dice < 110) {
            var old = ledger.any(random);
            if (old != null) {
                send(old, false);
            }
        } else if (dice < 115) {
            student.expire();
        } else if (dice < 130) {
            reload();
        } else if (dice < 160) {
            room.looks(student, null);
        } else if (dice < 170 && place.exercise().startsWith("skip")) {
            if (send(Write.blank(seen), true)) {
                submit(seen);
            }
        } else if (!done || dice < 250) {
            send(Write.upon(seen, place.exercise(), random), true);
        }
    }

    /** Tells whether it has become the newest answer. An old one is sent once more by the network, not by the page. */
    private boolean send(Write write, boolean own) throws InterruptedException {
        ledger.sending(write);
        var reply = reply(
                place.answers(), Map.of("base", write.base(), "writeId", write.id(), "response", write.response()));
        if (reply == null) {
            return false;
        }
        var state = reply.body();
        switch (reply.status()) {
            case 200 -> {
                if (ledger.accepted(write, state)) {
                    room.acknowledged(student);
                }
                if (own) {
                    seen = state.get("sequence").asLong();
                }
                return true;
            }
            case 409, 410 -> {
                if (ledger.setAside(write)) {
                    room.keptAside();
                }
                if (reply.status() == 410) {
                    closed(state);
                } else if (random.nextBoolean()) {
                    seen = state.get("sequence").asLong();
                }
                return false;
            }
            default -> throw new IllegalStateException("%s of %s".formatted(reply, write));
        }
    }

    private void submit(long base) throws InterruptedException {
        ledger.submitting(base);
        room.submitting(1);
        var reply = reply(place.path() + "submission", Map.of("base", base));
        room.submitting(-1);
        if (reply == null) {
            return;
        }
        switch (reply.status()) {
            case 200 -> {
                if (ledger.closed(reply.body())) {
                    room.submitted();
                }
                room.looks(student, place);
                closed(reply.body());
            }
            case 409 -> seen = reply.body().get("sequence").asLong();
            // Nothing is there, or nothing but blanks; or it can't be measured now.
            case 400, 503 -> room.refused();
            default -> throw new IllegalStateException("%s at %s".formatted(reply, place));
        }
    }

    /** The page loads anew, and shows what the server has. */
    private void reload() throws InterruptedException {
        var reply = room.asked(() -> student.get(place.answers()));
        if (reply != null) {
            seen = reply.body().get("sequence").asLong();
        }
    }

    /** Goes on at the next try where there is one; from time to time something arrives late. */
    private void closed(JsonNode state) {
        var next = state.get("nextAttempt");
        if (next == null || next.isNull()) {
            done = true;
        } else {
            place = Place.of(student.person(), next.asString());
            ledger = room.ledger(place);
            seen = 0;
        }
    }

    /** Asks until an answer comes; null where the tab is closed before. */
    private @Nullable Reply reply(String path, Map<String, Object> body) throws InterruptedException {
        while (!room.over()) {
            var reply = room.asked(() -> student.post(path, body));
            if (reply != null && (reply.status() < 500 || reply.status() == 503)) {
                return reply;
            }
            room.repeats();
            if (random.nextInt(15) == 0) {
                return null;
            }
            Thread.sleep(random.nextInt(50, 300));
        }
        return null;
    }

    /** What may go wrong on the line. */
    interface Asking {
        @Nullable
        Reply of() throws IOException, InterruptedException;
    }
}
