package io.skipway.lab;

import io.skipway.lab.engine.NetworkEngine;
import io.skipway.lab.network.Network;
import io.skipway.lab.network.NetworkReader;
import io.skipway.lab.network.NetworkRejected;
import io.skipway.lab.network.NetworkWriter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code gradients [--engine=graph|stack] [--full] FILE} as arguments of the program: it prints the gradients of a network as one
 * JSON object and ends, without a server and without the store. Its exit status is 0; 2 where the file is not taken; 1
 * where this machine can't compute.
 */
public final class GradientsCommand {
    private static final int REFUSED = 2;
    private static final int FAILED = 1;
    private static final long MOST_BYTES = 256L << 20;

    private GradientsCommand() {}

    /**
     * Does it.
     *
     * @param words the arguments after {@code gradients}
     * @param home the folder below which the engine's libraries are unpacked
     * @return the exit status
     */
    public static int run(List<String> words, Path home, PrintStream out, PrintStream err) {
        try {
            var files = words.stream().filter(word -> !word.startsWith("--")).toList();
            var engine = engine(words);
            if (files.size() != 1 || engine.isEmpty() || !words.stream().allMatch(GradientsCommand::isKnown)) {
                throw new NetworkRejected("usage", "gradients [--engine=graph|stack] [--full] network.json");
            }
            var network = read(Path.of(files.getFirst()));
            var gradients = engine.get().differentiate(network, home.resolve("native"));
            NetworkWriter.write(gradients, engine.get().text(), network, words.contains("--full"), out);
            out.println();
            return 0;
        } catch (NetworkRejected refused) {
            err.println(line(String.valueOf(refused.getMessage())));
            return REFUSED;
        } catch (RuntimeException | LinkageError | OutOfMemoryError failure) {
            err.println(line("this machine can't compute it: " + failure));
            return FAILED;
        }
    }

    private static boolean isKnown(String word) {
        return !word.startsWith("--") || word.equals("--full") || word.startsWith("--engine=");
    }

    /** The last that is named; the reference where none is. */
    private static Optional<NetworkEngine> engine(List<String> words) {
        var named = words.stream()
                .filter(word -> word.startsWith("--engine="))
                .map(word -> word.substring("--engine=".length()))
                .reduce("graph", (_, later) -> later);
        return Stream.of(NetworkEngine.values())
                .filter(engine -> engine.text().equals(named))
                .findFirst();
    }

    private static Network read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new NetworkRejected(
                        file.toString(), "too large, at most %,d bytes are read".formatted(MOST_BYTES));
            }
            try (var in = new BufferedInputStream(Files.newInputStream(file))) {
                return NetworkReader.read(in);
            }
        } catch (IOException e) {
            throw new NetworkRejected(file.toString(), "it can't be read; name a file that is there and may be read");
        }
    }

    /** Names out of the file may hold what would break a line or a terminal. */
    private static String line(String message) {
        return message.replaceAll("\\p{Cntrl}", "?");
    }
}
