package io.skipway.lab.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Another framework, in a process of its own that lives as long as the benchmark: it is told what to do line by line, so
 * that its rounds alternate with all others'. Its processor time is by its own word.
 */
final class Peer implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final Path file;

    Peer(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("OMP_NUM_THREADS", "1");
        process = builder.start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        file = Files.createTempFile("skipway-bench", ".floats");
    }

    /** Name and version. */
    String name() {
        return ask("name");
    }

    /** The candidate for a network; it takes the place of the last one. */
    Candidate candidate(Subject subject) throws IOException {
        subject.write(file);
        ask("%s %s".formatted(subject.name(), file));
        return new Candidate() {
            @Override
            public double[] norms() {
                return Stream.of(ask("norms").split(" ", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
            }

            @Override
            public double millis(int steps) {
                return Double.parseDouble(ask("steps " + steps));
            }

            // The clock of a process ticks in ten milliseconds.
            @Override
            public double roundMillis() {
                return 200;
            }
        };
    }

    private String ask(String line) {
        try {
            var writer = process.outputWriter(StandardCharsets.UTF_8);
            writer.write(line + "\n");
            writer.flush();
            // Libraries print to the same stream; answers are marked.
            for (var answer = answers.readLine(); answer != null; answer = answers.readLine()) {
                if (answer.startsWith("> ")) {
                    return answer.substring(2);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("The peer ended when asked for: " + line);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        Files.delete(file);
    }
}
