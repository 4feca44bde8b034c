package io.skipway.learners;

import static io.skipway.learners.Timings.Step;

import io.skipway.ServerProcess;
import io.skipway.StudentOverHttp;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/** So many learners start within ten seconds and learn for a minute and a half, each number of them with a server of its own. */
public final class Learners {
    private static final int WARM = 10;
    private static final int TOLD = 500;
    private static final Duration START = Duration.ofSeconds(10);
    private static final Duration STEADY = Duration.ofSeconds(Integer.getInteger("bench.steady", 90));

    private Learners() {}

    /** Its arguments: a folder for the servers, {@code four} if need be, and how many learners, one number after another. */
    public static void main(String[] arguments) throws Exception {
        var told = new ArrayList<>(List.of(arguments).subList(1, arguments.length));
        var four = told.remove("four");
        var numbers = new ArrayList<>(told.stream().map(Integer::valueOf).toList());
        if (numbers.isEmpty()) {
            numbers.addAll(List.of(50, 200, TOLD, 1000));
        }
        var last = "";
        for (var many : numbers) {
            var line = run(Path.of(arguments[0]).resolve("u" + many), many, four);
            System.out.println(line);
            last = many == TOLD || last.isEmpty() ? line : last;
        }
        System.out.println(last);
        System.exit(last.contains(" errors=0 ") ? 0 : 1);
    }

    private static String run(Path home, int many, boolean four) throws Exception {
        Files.createDirectories(home);
        var options = new ArrayList<>(List.of("-Xmx1g", "--skipway.demo.students=" + (many + WARM)));
        if (four) {
            var content = home.resolve("content");
            FourExercises.teach(content);
            options.add("--skipway.content=" + content);
        }
        try (var server = new ServerProcess(home, options);
                var line = StudentOverHttp.connections()) {
            server.start();
            // Until all of them have a password, which takes the server a while each.
            while (!Files.readString(home.resolve("server.log")).contains("with a demo class")) {
                Thread.sleep(200);
            }
            warm(server, line, many);
            try (var watch = new ServerWatch(server)) {
                return learn(server, line, watch, many);
            }
        }
    }

    /** What is compiled when a class comes in the morning; these stay, and count for nothing. */
    private static void warm(ServerProcess server, HttpClient line, int many) throws Exception {
        for (var round = 0; round < 3; round++) {
            var crowd = new ArrayList<Learner>();
            for (var i = 1; i <= WARM; i++) {
                crowd.add(new Learner(server.address(), many + i, line, new Timings()));
            }
            all(crowd, Learner::start);
            all(crowd, Learner::busy);
        }
    }

    private static String learn(ServerProcess server, HttpClient line, ServerWatch watch, int many) throws Exception {
        var starting = new Timings();
        var crowd = new ArrayList<Learner>();
        for (var i = 1; i <= many; i++) {
            crowd.add(new Learner(server.address(), i, line, starting));
        }
        var before = watch.heap();
        watch.begin();
        all(crowd, learner -> {
            Thread.sleep(ThreadLocalRandom.current().nextLong(START.toMillis()));
            learner.start();
        });
        System.out.printf("%n%d learners sign in and open the lesson within %d s%n", many, START.toSeconds());
        starting.print();
        System.out.println("  " + watch.taken());

        var steady = new Timings();
        watch.begin();
        var until = System.nanoTime() + STEADY.toNanos();
        all(crowd, learner -> learner.learn(until, steady));
        var seconds = STEADY.toSeconds();
        System.out.printf("%d learners for %d s, with 5 to 15 s to think%n", many, seconds);
        steady.print();
        System.out.println("  " + watch.taken());
        var after = watch.heap();
        System.out.printf(
                Locale.ROOT,
                "  heap after collection: %d MB before they came, %d MB with all pages open, of a lesson with %d exercises%n",
                before / 1024,
                after / 1024,
                crowd.getFirst().exercises());
        return String.format(
                Locale.ROOT,
                "learners: u=%d p99_save_ms=%.0f errors=%d heap_kb_per_learner=%.0f open_p95_ms=%.0f",
                many,
                steady.percentile(Step.SAVE, 0.99),
                starting.errors() + steady.errors(),
                (after - before) / (double) many,
                starting.percentile(Step.OPEN, 0.95));
    }

    private interface Doing {
        void by(Learner learner) throws InterruptedException;
    }

    private static void all(List<Learner> crowd, Doing doing) throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var doings = new ArrayList<Future<?>>();
            crowd.forEach(learner -> doings.add(pool.submit(() -> {
                doing.by(learner);
                return null;
            })));
            for (var done : doings) {
                done.get();
            }
        }
    }
}
