package io.skipway.learners;

import static io.skipway.learners.Timings.Step;
import static java.util.Objects.requireNonNull;

import io.skipway.Sheets;
import io.skipway.StudentOverHttp;
import io.skipway.StudentOverHttp.Reply;
import io.skipway.VaadinPage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** One person and their browser with one tab. */
final class Learner {
    private static final String LESSON = "course/deep-cnn/depth";
    private static final String ESSAY = "identity-beyond-init";

    /** Connections that a browser opens to one server. */
    private static final int LANES = 6;

    /** Of the answer's element, between a receipt and the next save while someone types. */
    private static final int SAVE_PAUSE_MS = 700;

    private final URI server;
    private final String name;
    private final int number;
    private final HttpClient line;
    private Timings timings;
    private final Map<String, Long> seen = new HashMap<>();
    private @Nullable StudentOverHttp browser;
    private @Nullable VaadinPage page;
    private String essay = "";

    Learner(URI server, int number, HttpClient line, Timings timings) {
        this.server = server;
        this.name = "student" + number;
        this.number = number;
        this.line = line;
        this.timings = timings;
    }

    /** From the closed browser to the open lesson. */
    void start() throws InterruptedException {
        timings.measure(Step.SIGN_IN, () -> browser = new StudentOverHttp(server, name, name + "-demo", line));
        timings.measure(Step.HOME, () -> page = new VaadinPage(browser(), ""));
        timings.measure(Step.OPEN, this::open);
    }

    /** Learns until then: thinks, and does one thing after another; presses Run once and submits once. */
    void learn(long untilNanos, Timings into) throws InterruptedException {
        timings = into;
        if (page == null) {
            return;
        }
        var random = ThreadLocalRandom.current();
        var start = System.nanoTime();
        var runs = start + (long) ((untilNanos - start) * random.nextDouble(0.05, 0.8));
        var submits = start + (long) ((untilNanos - start) * random.nextDouble(0.2, 0.8));
        while (true) {
            Thread.sleep(random.nextLong(5_000, 15_000));
            if (System.nanoTime() > untilNanos) {
                return;
            }
            timings.measure(Step.FOLLOW, () -> ok(browser().get("api/courses/deep-cnn/newest")));
            if (System.nanoTime() > runs) {
                runs = Long.MAX_VALUE;
                run();
            } else if (System.nanoTime() > submits) {
                submits = Long.MAX_VALUE;
                choose("bottleneck-purpose");
                submit("bottleneck-purpose");
            } else if (random.nextInt(10) == 0) {
                timings.measure(Step.HOME, () -> within(""));
                timings.measure(Step.OPEN, this::open);
            } else if (random.nextInt(2) == 0) {
                choose("uniform-3x3");
            } else {
                type(random.nextInt(4, 12));
            }
        }
    }

    /** All of it without a thought between. */
    void busy() throws InterruptedException {
        run();
        for (var i = 0; i < 8; i++) {
            choose("uniform-3x3");
            timings.measure(Step.HOME, () -> within(""));
            timings.measure(Step.OPEN, this::open);
        }
        type(2);
    }

    private void open() throws Exception {
        within(LESSON);
        var exercises = page().exercises();
        if (exercises.isEmpty()) {
            throw new IOException("No exercises");
        }
        try (var lanes = Executors.newFixedThreadPool(LANES, Thread.ofVirtual().factory())) {
            var states = new ArrayList<Future<Reply>>();
            exercises.forEach(exercise ->
                    states.add(lanes.submit(() -> ok(browser().get(answers(exercise))))));
            for (var state : states) {
                var body = state.get().body();
                var exercise = body.get("attempt").asString().split(":", -1)[1];
                seen.put(exercise, body.get("sequence").asLong());
            }
        }
    }

    private void within(String route) throws IOException, InterruptedException {
        if (!page().go(browser(), route)) {
            throw new IOException("The page is forgotten");
        }
    }

    private void choose(String exercise) throws InterruptedException {
        var option = List.of("a", "b", "c", "d").get(ThreadLocalRandom.current().nextInt(4));
        save(exercise, Map.of("kind", "choice", "option", option));
    }

    /** So many saves in a row, each with some words more. */
    private void type(int saves) throws InterruptedException {
        for (var i = 0; i < saves; i++) {
            essay += essay.length() > 5_000 ? "" : "the sum $I + J_%d$ keeps it ".formatted(essay.length());
            save(ESSAY, Map.of("kind", "text", "markdown", essay + i));
            Thread.sleep(SAVE_PAUSE_MS);
        }
    }

    private void save(String exercise, Map<String, Object> response) throws InterruptedException {
        var body = Map.<String, Object>of(
                "user",
                browser().user(),
                "base",
                seen.getOrDefault(exercise, 0L),
                "writeId",
                UUID.randomUUID().toString(),
                "response",
                response);
        timings.measure(Step.SAVE, () -> {
            var saved = ok(browser().post(answers(exercise), body)).body();
            seen.put(exercise, saved.get("sequence").asLong());
        });
    }

    private void submit(String exercise) throws InterruptedException {
        timings.measure(Step.SUBMIT, () -> {
            var wish = Map.<String, Object>of("user", browser().user(), "base", seen.getOrDefault(exercise, 0L));
            ok(browser().post("api/attempts/%s/submission".formatted(token(exercise)), wish));
            if (!page().submitted(browser(), exercise, token(exercise))) {
                throw new IOException("The page is forgotten");
            }
        });
    }

    /** With a seed of their own, so that it is no other's run; looks for it as the panel does. */
    private void run() throws InterruptedException {
        timings.measure(Step.RUN, () -> {
            var wish = Sheets.experiment("health", Map.of("seed", 10_000 + number));
            var run = ok(browser().post("api/runs", wish)).body();
            for (var pause = 30; !run.get("state").asString().equals("DONE"); pause = Math.min(1_000, pause * 2)) {
                if (run.get("state").asString().equals("FAILED")) {
                    throw new IOException("The run failed");
                }
                Thread.sleep(pause);
                run = ok(browser()
                                .get("api/runs/%s?after=0"
                                        .formatted(run.get("id").asString())))
                        .body();
            }
        });
    }

    private static Reply ok(Reply reply) throws IOException {
        if (reply.status() != 200) {
            throw new IOException("%d %s".formatted(reply.status(), reply.body()));
        }
        return reply;
    }

    private static String token(String exercise) {
        return "deep-cnn:%s:1".formatted(exercise);
    }

    private static String answers(String exercise) {
        return "api/attempts/%s/answers/%s".formatted(token(exercise), exercise);
    }

    private StudentOverHttp browser() {
        return requireNonNull(browser, "not signed in");
    }

    private VaadinPage page() {
        return requireNonNull(page, "no page");
    }

    int exercises() {
        return page().exercises().size();
    }
}
