package io.skipway.lab;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** CSV files for tests. */
public final class Tables {
    private Tables() {}

    /** So many rows of two columns, which tell the two classes apart; other numbers for every {@code salt}. */
    public static String csv(int rows, int salt) {
        return IntStream.range(0, rows)
                .mapToObj(i -> "%d.%d,%d,%s".formatted(i % 2 * 10 + i % 7, salt, i, i % 2 == 0 ? "cat" : "dog"))
                .collect(Collectors.joining("\n", "x,y,kind\n", "\n"));
    }

    public static byte[] bytes(String csv) {
        return csv.getBytes(StandardCharsets.UTF_8);
    }
}
