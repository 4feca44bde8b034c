package io.skipway.lab;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A CSV file as networks learn it: rows of finite numbers, and of each the class, which is the last column.
 *
 * @param digest SHA-256 of the file's bytes, in hexadecimal
 * @param columns the names of the columns of numbers
 * @param classes their names, numbers by size and else by the alphabet
 * @param features [rows, columns]; nobody writes into them
 * @param labels [rows], below the number of classes
 */
@SuppressWarnings("ArrayRecordComponent")
public record DataTable(String digest, List<String> columns, List<String> classes, double[][] features, int[] labels) {
    public static final int MOST_BYTES = 2 * 1024 * 1024;
    /** All of them, the class among them. */
    static final int MOST_COLUMNS = 256;

    static final int MOST_CLASSES = 20;
    static final int MOST_ROWS = 10_000;
    static final int FEWEST_ROWS = 60;
    static final int FEWEST_OF_CLASS = 2;

    /**
     * Reads UTF-8, with or without a byte order mark, with commas, semicolons or tabs.
     *
     * @throws DataRejected with the first problems, if there is any
     */
    public static DataTable read(byte[] bytes) {
        return new DataReader(digest(bytes)).read(bytes);
    }

    /** As {@link #read(byte[])}, of a text. */
    public static DataTable read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
