package io.skipway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A thousand runs of every kind and two hundred that are cancelled under way, one person's, and the resident memory of the
 * server's process: after a hundred runs, and every two hundred from there on. The networks of the reference live outside
 * the heap, which so is counted too.
 */
public final class SoakBench {
    private static final int WARM = 100;
    private static final int ASKED = 1_200;
    private static final int EVERY = 6;
    private static final int AT_ONCE = 12;

    private final StudentOverHttp student;
    private final ArrayDeque<String> open = new ArrayDeque<>();
    private final Map<String, Integer> ended = new TreeMap<>();

    private SoakBench(StudentOverHttp student) {
        this.student = student;
    }

    /** Prints the memory; its argument is a folder for the server. */
    public static void main(String[] arguments) throws Exception {
        try (var server = new ServerProcess(Path.of(arguments[0]), List.of("-Xms512m", "-Xmx512m"))) {
            server.start();
            try (var student = new StudentOverHttp(server.address(), "instructor", "instructor-demo")) {
                var soak = new SoakBench(student);
                for (var i = 0; i < WARM; i++) {
                    soak.ask(i, false);
                }
                soak.settle(0);
                soak.ended.clear();
                var before = resident(server.pid());
                System.out.printf("after %d runs: %d MB resident%n", WARM, before);
                for (var i = 0; i < ASKED; i++) {
                    soak.ask(WARM + i, i % EVERY == EVERY - 1);
                    if (i % 200 == 199) {
                        System.out.printf("%d: %d MB %s%n", i + 1, resident(server.pid()), soak.ended);
                    }
                }
                soak.settle(0);
                System.out.printf(
                        "soak: asked=%d ended=%s resident_before_mb=%d resident_after_mb=%d%n",
                        ASKED, soak.ended.toString().replace(" ", ""), before, resident(server.pid()));
            }
        }
    }

    private void ask(int number, boolean cancel) throws Exception {
        var reply = student.post("api/runs", experiment(number, cancel));
        if (reply.status() != 200) {
            throw new IllegalStateException("Refused: %d %s".formatted(reply.status(), reply.body()));
        }
        var id = reply.body().get("id").asString();
        open.add(id);
        if (cancel) {
            Thread.sleep(50);
            student.post("api/runs/%s/cancel".formatted(id), Map.of());
        }
        settle(AT_ONCE);
    }

    private static Map<String, Object> experiment(int number, boolean cancel) throws IOException {
        if (cancel) {
            return Sheets.experiment("degradation", Map.of("depth", 56, "steps", 400, "seed", number));
        }
        return switch (number % 7) {
            case 0 -> Sheets.experiment("identity-term", Map.of("seed", number));
            case 1 -> Sheets.experiment("stacked-3x3", Map.of("seed", number));
            case 2 -> Sheets.experiment("degradation", Map.of("depth", 8, "steps", 20, "seed", number));
            case 3 -> Sheets.experiment("health", Map.of("steps", 50, "seed", number));
            case 4 -> Sheets.experiment("lesion", Map.of("steps", 50, "seed", number));
            default -> Sheets.experiment("gradient-flow", Map.of("steps", 50, "seed", number));
        };
    }

    /** Waits until no more than so many are under way. */
    private void settle(int most) throws Exception {
        while (open.size() > most) {
            var run = student.get("api/runs/%s?after=999999".formatted(open.getFirst()))
                    .body();
            var state = run.get("state").asString();
            if (List.of("DONE", "FAILED", "CANCELLED").contains(state)) {
                ended.merge(state, 1, Integer::sum);
                open.removeFirst();
            } else {
                Thread.sleep(10);
            }
        }
    }

    private static long resident(long pid) throws IOException {
        return Arrays.stream(Files.readString(Path.of("/proc", Long.toString(pid), "status"))
                        .split("\n", -1))
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
