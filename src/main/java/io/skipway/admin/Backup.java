package io.skipway.admin;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole store as one file, whatever rooms own its tables: a zip with a line of JSON for each row, and a manifest with
 * every table's columns, rows and SHA-256. It is independent of the database: what H2 wrote PostgreSQL reads.
 */
final class Backup {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MANIFEST = "manifest.json";
    private static final int FORMAT = 1;
    private static final int ROWS_AT_ONCE = 500;

    private final DataSource store;

    Backup(DataSource store) {
        this.store = store;
    }

    record Manifest(int format, List<Content> tables) {
        long rows() {
            return tables.stream().mapToLong(Content::rows).sum();
        }
    }

    record Content(String table, SortedMap<String, StoreTable.Kind> columns, long rows, String sha256) {}

    /** A file that is not taken; nothing was changed. The message says why. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String why) {
            super(why);
        }
    }

    /** Writes all rows as they stand at one moment. The file appears only once it is whole; only its owner may read it. */
    Manifest write(Path file) {
        var whole = file.toAbsolutePath();
        try (var connection = store.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Files.createDirectories(whole.getParent());
            var part = Files.createTempFile(whole.getParent(), ".skipway", ".part");
            try {
                var manifest = write(connection, part);
                Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                return manifest;
            } finally {
                Files.deleteIfExists(part);
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The store can't be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The backup can't be written to " + whole, e);
        }
    }

    private static Manifest write(Connection connection, Path file) throws SQLException, IOException {
        var contents = new ArrayList<Content>();
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var table : StoreTable.all(connection)) {
                zip.putNextEntry(new ZipEntry(table.name() + ".jsonl"));
                contents.add(write(connection, table, zip));
                zip.closeEntry();
            }
            var manifest = new Manifest(FORMAT, contents);
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(JSON.writeValueAsBytes(manifest));
            zip.closeEntry();
            return manifest;
        }
    }

    private static Content write(Connection connection, StoreTable table, OutputStream out)
            throws SQLException, IOException {
        var digest = sha256();
        var lines = new DigestOutputStream(out, digest);
        var rows = 0L;
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (var row = statement.executeQuery(table.select())) {
                while (row.next()) {
                    lines.write(JSON.writeValueAsBytes(table.read(row)));
                    lines.write('\n');
                    rows++;
                }
            }
        }
        return new Content(table.name(), table.columns(), rows, HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * Puts a backup in the place of all that is in the store, in one transaction.
     *
     * @param replace whether people who are there already may be replaced
     * @throws Refused if it is damaged, of another version, or the store is in use and {@code replace} is false
     */
    Manifest restore(Path file, boolean replace) {
        try (var zip = new ZipFile(file.toFile());
                var connection = store.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var tables = StoreTable.all(connection);
                var manifest = checked(zip, tables);
                if (!replace && !empty(connection)) {
                    throw new Refused(
                            "There are people in this store. Add --replace to put the backup in their place.");
                }
                for (var table : tables) {
                    try (var statement = connection.createStatement()) {
                        statement.executeUpdate("delete from " + table.name());
                    }
                    insert(connection, table, zip);
                }
                connection.commit();
                return manifest;
            } finally {
                // After the commit there is nothing to take back.
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The backup can't be restored; the store is as it was", e);
        } catch (IOException e) {
            throw new Refused("This is no backup, or it can't be read: " + file + " (" + e.getMessage() + ")");
        }
    }

    /** Looks at the whole file before anything is touched. */
    private static Manifest checked(ZipFile zip, List<StoreTable> tables) throws IOException {
        var entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw new Refused("This is no backup: it has no " + MANIFEST + ".");
        }
        Manifest manifest;
        try (var in = zip.getInputStream(entry)) {
            manifest = JSON.readValue(in, Manifest.class);
        } catch (JacksonException e) {
            throw new Refused("This is no backup: its manifest can't be read.");
        }
        var here = Set.copyOf(tables);
        var there = manifest.tables().stream()
                .map(content -> new StoreTable(content.table(), content.columns()))
                .collect(java.util.stream.Collectors.toSet());
        if (manifest.format() != FORMAT || !there.equals(here)) {
            throw new Refused(
                    "The backup was made by another version of Skipway. Restore it with that one, then update.");
        }
        for (var content : manifest.tables()) {
            if (!hash(zip, content.table()).equals(content.sha256())) {
                throw new Refused("The backup is damaged: the table " + content.table() + " is not as it was written.");
            }
        }
        return manifest;
    }

    private static String hash(ZipFile zip, String table) throws IOException {
        var entry = zip.getEntry(table + ".jsonl");
        if (entry == null) {
            return "";
        }
        var digest = sha256();
        try (var in = zip.getInputStream(entry)) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static boolean empty(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var people = statement.executeQuery("select count(*) from person")) {
            return people.next() && people.getInt(1) == 0;
        }
    }

    private static void insert(Connection connection, StoreTable table, ZipFile zip) throws SQLException, IOException {
        try (var in = zip.getInputStream(zip.getEntry(table.name() + ".jsonl"));
                var lines = new java.io.BufferedReader(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
                var insert = connection.prepareStatement(table.insert())) {
            var waiting = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                List<@Nullable String> values = JSON.readValue(line, new TypeReference<>() {});
                table.write(insert, values);
                insert.addBatch();
                if (++waiting % ROWS_AT_ONCE == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
