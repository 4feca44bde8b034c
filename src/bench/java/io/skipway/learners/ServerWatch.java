package io.skipway.learners;

import io.skipway.ServerProcess;
import io.skipway.StudentOverHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What the server takes of the machine while it is watched, by its own figures and the system's. */
final class ServerWatch implements AutoCloseable {
    /** Of the connection pool, as the server names them. */
    private static final String BUSY = "hikaricp.connections.active";

    private static final String WAITING = "hikaricp.connections.pending";
    private static final Pattern USED = Pattern.compile("(?:used|Used):? (\\d+)K");
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private final long pid;
    private final StudentOverHttp admin;
    private final Map<String, Double> most = new LinkedHashMap<>();
    private final Thread watching;
    private long since;
    private Duration serverThen = Duration.ZERO;
    private Duration ownThen = Duration.ZERO;

    ServerWatch(ServerProcess server) throws IOException, InterruptedException {
        pid = server.pid();
        admin = new StudentOverHttp(server.address(), "admin", "admin-demo");
        begin();
        watching = Thread.ofVirtual().start(this::watch);
    }

    /** Counts from here. */
    synchronized void begin() {
        since = System.nanoTime();
        serverThen = cpu(pid);
        ownThen = cpu(ProcessHandle.current().pid());
        most.clear();
    }

    /** Since {@link #begin}: shares of all cores, and the most that the pool had to do in a sample each quarter of a second. */
    synchronized Taken taken() {
        var wall = (System.nanoTime() - since) * (double) CORES;
        return new Taken(
                cpu(pid).minus(serverThen).toNanos() / wall,
                cpu(ProcessHandle.current().pid()).minus(ownThen).toNanos() / wall,
                most.getOrDefault(BUSY, 0.0),
                most.getOrDefault(WAITING, 0.0));
    }

    record Taken(double server, double generator, double connections, double waiting) {
        String saturated() {
            if (server + generator > 0.9) {
                return "the cores";
            }
            return waiting > 0 ? "the connection pool" : "none";
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "cpu of %d cores: server %.0f %%, generator %.0f %%; connections at most %.0f busy, %.0f waited for; saturated: %s",
                    CORES,
                    100 * server,
                    100 * generator,
                    connections,
                    waiting,
                    saturated());
        }
    }

    /** What is in use after a full collection, in kB. */
    long heap() throws IOException, InterruptedException {
        jcmd("GC.run");
        jcmd("GC.run");
        var found = USED.matcher(jcmd("GC.heap_info"));
        if (!found.find()) {
            throw new IOException("No figure of the heap");
        }
        return Long.parseLong(found.group(1));
    }

    private String jcmd(String what) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, String.valueOf(pid), what)
                .redirectErrorStream(true)
                .start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return told;
    }

    private void watch() {
        try {
            while (true) {
                look(BUSY);
                look(WAITING);
                Thread.sleep(250);
            }
        } catch (InterruptedException | IOException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(String figure) throws IOException, InterruptedException {
        var reply = admin.get("actuator/metrics/" + figure).body();
        var value = reply.at("/measurements/0/value").asDouble(0);
        synchronized (this) {
            most.merge(figure, value, Math::max);
        }
    }

    private static Duration cpu(long of) {
        return ProcessHandle.of(of).flatMap(it -> it.info().totalCpuDuration()).orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        watching.interrupt();
        admin.close();
    }
}
