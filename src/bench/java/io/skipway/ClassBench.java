package io.skipway;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/**
 * A class of sixty presses Run within five seconds on the race of dense layers, each with a seed of their own, and looks
 * for the result as the panel does; meanwhile someone opens the lesson again and again. A person's fair share is what a
 * queue would give that knows no favourites: the runs that were unfinished at the press, shared among the workers, and
 * their own.
 */
public final class ClassBench {
    private static final int STUDENTS = 60;
    private static final int WORKERS = 2;
    private static final Duration WITHIN = Duration.ofSeconds(5);

    private final AtomicInteger unfinished = new AtomicInteger();

    private ClassBench() {}

    /** Prints how long people waited and how quick the lesson was; its argument is a folder for the server. */
    public static void main(String[] arguments) throws Exception {
        try (var server =
                new ServerProcess(Path.of(arguments[0]), List.of("-Xmx1g", "--skipway.demo.students=" + STUDENTS))) {
            server.start();
            var students = new ArrayList<StudentOverHttp>();
            for (var i = 1; i <= STUDENTS; i++) {
                students.add(new StudentOverHttp(server.address(), "student" + i, "student%d-demo".formatted(i)));
            }
            // What is compiled when the class comes in the morning.
            var bench = new ClassBench();
            for (var i = 0; i < 5; i++) {
                bench.run(students.get(i), 900_000 + i);
                page(students.get(i));
            }
            bench.all(students);
        }
    }

    private void all(List<StudentOverHttp> students) throws Exception {
        var random = RandomGenerator.of("L64X128MixRandom");
        try (var pool = Executors.newVirtualThreadPerTaskExecutor();
                var reader = Executors.newSingleThreadExecutor()) {
            var reading = new AtomicInteger(1);
            Future<double[]> pages = reader.submit(() -> {
                var times = DoubleStream.builder();
                while (reading.get() > 0) {
                    times.add(page(students.getFirst()));
                    Thread.sleep(100);
                }
                return times.build().toArray();
            });
            var waits = new ArrayList<Future<Wait>>();
            var start = System.nanoTime();
            for (var i = 0; i < students.size(); i++) {
                var student = students.get(i);
                var seed = i;
                var pause = random.nextLong(WITHIN.toMillis());
                waits.add(pool.submit(() -> {
                    Thread.sleep(pause);
                    return run(student, seed);
                }));
            }
            var all = new ArrayList<Wait>();
            for (var wait : waits) {
                all.add(wait.get());
            }
            var whole = (System.nanoTime() - start) / 1e6;
            reading.set(0);
            report(all, whole, pages.get());
        }
    }

    private record Wait(double millis, int before) {}

    private Wait run(StudentOverHttp student, int seed) throws Exception {
        var before = unfinished.getAndIncrement();
        var start = System.nanoTime();
        var reply = student.post("api/runs", Sheets.experiment("degradation", Map.of("kernel", "dense", "seed", seed)));
        var run = reply.body();
        var last = 0;
        for (var pause = 30;
                reply.status() == 200 && !run.get("state").asString().equals("DONE");
                pause *= 2) {
            if (run.get("state").asString().equals("FAILED")) {
                break;
            }
            TimeUnit.MILLISECONDS.sleep(
                    Math.min(pause, run.get("state").asString().equals("QUEUED") ? 1_000 : 250));
            reply = student.get("api/runs/%s?after=%d".formatted(run.get("id").asString(), last));
            run = reply.body();
            last = run.get("last").asInt();
        }
        if (reply.status() != 200 || !run.get("state").asString().equals("DONE")) {
            throw new IllegalStateException("A run ended as %d %s".formatted(reply.status(), run));
        }
        unfinished.decrementAndGet();
        return new Wait((System.nanoTime() - start) / 1e6, before);
    }

    /** The page, and what its client asks for first. */
    private static double page(StudentOverHttp student) throws Exception {
        var start = System.nanoTime();
        student.page("course/deep-cnn/depth");
        student.page("?v-r=init&location=course%2Fdeep-cnn%2Fdepth&query=");
        return (System.nanoTime() - start) / 1e6;
    }

    private static void report(List<Wait> waits, double whole, double[] pages) {
        var each = whole * WORKERS / waits.size();
        var worst = waits.stream()
                .mapToDouble(wait -> wait.millis() / (each + wait.before() * each / WORKERS))
                .max()
                .orElseThrow();
        var times = waits.stream().mapToDouble(Wait::millis).sorted().toArray();
        Arrays.sort(pages);
        System.out.printf(
                Locale.ROOT,
                "class: runs=%d failed=0 all_done_ms=%.0f wait_p50_ms=%.0f wait_max_ms=%.0f worst_of_fair=%.2f"
                        + " pages=%d page_p50_ms=%.0f page_p95_ms=%.0f%n",
                waits.size(),
                whole,
                times[times.length / 2],
                times[times.length - 1],
                worst,
                pages.length,
                pages[pages.length / 2],
                pages[(int) (pages.length * 0.95)]);
    }
}
