package io.skipway;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real server with the demo class, in a process and with a store of its own, that can be killed as a power switch would
 * kill it, and started again on what it left.
 */
public final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Up soon, which is most of a test's time. */
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-Xmx512m");

    private final Path home;
    private final List<String> options;
    private final int port = freePort();
    private @Nullable Process process;

    public ServerProcess(Path home) {
        this(home, QUICK_START);
    }

    /** With the courses of a folder. */
    public static ServerProcess teaching(Path home, Path courses) {
        var options = new ArrayList<>(QUICK_START);
        options.add("--skipway.content=" + courses);
        return new ServerProcess(home, options);
    }

    /** With other options of the virtual machine; those that begin with {@code --} are the server's own. */
    public ServerProcess(Path home, List<String> options) {
        this.home = home;
        this.options = List.copyOf(options);
    }

    public URI address() {
        return URI.create("http://localhost:" + port + "/");
    }

    /** Starts it and waits until it serves. */
    public void start() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        options.stream().filter(option -> !option.startsWith("--")).forEach(command::add);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath(),
                Skipway.class.getName(),
                "--spring.profiles.active=demo",
                "--skipway.lab.prepare=false",
                "--server.port=" + port));
        options.stream().filter(option -> option.startsWith("--")).forEach(command::add);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().put("SKIPWAY_HOME", home.toString());
        try {
            var started = builder.start();
            process = started;
            await().atMost(PATIENCE).until(() -> serves(started));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it at once, without a chance to write anything down: SIGKILL. */
    public void kill() {
        if (process != null) {
            process.destroyForcibly();
            await().atMost(PATIENCE).until(() -> !alive());
        }
    }

    @Override
    public void close() {
        kill();
    }

    /** Of the process, while it lives. */
    public long pid() {
        return requireNonNull(process).pid();
    }

    private boolean alive() {
        return process != null && process.isAlive();
    }

    private boolean serves(Process started) throws InterruptedException {
        if (!started.isAlive()) {
            throw new IllegalStateException("The server ended at its start:\n" + tail());
        }
        try (var client = HttpClient.newHttpClient()) {
            var health = HttpRequest.newBuilder(address().resolve("actuator/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private Path log() {
        return home.resolve("server.log");
    }

    private String tail() {
        try {
            var lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the tests' own classes, whose settings would move the store into memory. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).endsWith("test-classes")
                        && !Path.of(entry).endsWith("bench-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Not one of those that the system gives to outgoing connections: while the server is down, one of them could take it. */
    private static int freePort() {
        while (true) {
            try (var socket = new ServerSocket(ThreadLocalRandom.current().nextInt(12_000, 32_000))) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // The next one.
            }
        }
    }
}
