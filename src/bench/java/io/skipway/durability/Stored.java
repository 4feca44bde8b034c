package io.skipway.durability;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the store holds of one attempt, past every class of the server. */
final class Stored {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final List<Row> rows = new ArrayList<>();
    final Map<String, JsonNode> aside = new HashMap<>();

    @Nullable
    Instant submittedAt;

    int submissions;
    int waiting;
    int machineMarks;

    /** An answer; {@code whole} where its hash is that of its text. */
    record Row(long sequence, String writeId, JsonNode response, String hash, Instant savedAt, boolean whole) {}

    /** Everything, as it stood at one moment. */
    static Map<Place, Stored> read(String url, String user) throws SQLException {
        var places = new HashMap<Place, Stored>();
        try (var store = DriverManager.getConnection(url, user, "")) {
            store.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            store.setAutoCommit(false);
            each(store, places, "select * from attempt", (at, row) -> at.submittedAt = instant(row, "submitted_at"));
            each(store, places, "select * from response order by sequence", (at, row) -> at.rows.add(row(row)));
            each(
                    store,
                    places,
                    "select * from side_version",
                    (at, row) -> at.aside.put(row.getString("write_id"), JSON.readTree(row.getString("body"))));
            each(store, places, "select * from submission", (at, row) -> {
                at.submissions++;
                at.waiting += row.getString("alias") == null ? 0 : 1;
            });
            each(
                    store,
                    places,
                    "select submission.* from mark join submission on submission.id = mark.submission"
                            + " where marker is null",
                    (at, row) -> at.machineMarks++);
        }
        return places;
    }

    private interface Reader {
        void take(Stored at, ResultSet row) throws SQLException;
    }

    private static void each(Connection store, Map<Place, Stored> places, String sql, Reader reader)
            throws SQLException {
        try (var statement = store.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                var place = new Place(row.getString("person"), row.getString("exercise"), row.getInt("number"));
                reader.take(places.computeIfAbsent(place, first -> new Stored()), row);
            }
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        var body = row.getString("body");
        var hash = row.getString("hash");
        return new Row(
                row.getLong("sequence"),
                row.getString("write_id"),
                JSON.readTree(body),
                hash,
                requireNonNull(instant(row, "saved_at")),
                hash(body).equals(hash));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
