package io.skipway.admin;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table of the store as a backup sees it: its columns by name, each of a kind that both H2 and PostgreSQL have, so that
 * what one wrote the other can read.
 */
record StoreTable(String name, SortedMap<String, Kind> columns) {
    enum Kind {
        TEXT,
        WHOLE,
        DECIMAL,
        FLAG,
        UUID,
        TIME,
        BYTES
    }

    /** Every table but the histories of migrations, which each store keeps for itself. */
    static List<StoreTable> all(Connection connection) throws SQLException {
        var tables = new ArrayList<StoreTable>();
        var data = connection.getMetaData();
        var schema = connection.getSchema();
        try (var found = data.getTables(connection.getCatalog(), schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                var name = found.getString("TABLE_NAME");
                if (!name.toLowerCase(Locale.ROOT).startsWith("flyway_schema_history")) {
                    var columns = new TreeMap<String, Kind>();
                    try (var column = data.getColumns(connection.getCatalog(), schema, name, "%")) {
                        while (column.next()) {
                            columns.put(
                                    column.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
                                    kind(column.getInt("DATA_TYPE"), column.getString("TYPE_NAME")));
                        }
                    }
                    tables.add(new StoreTable(name.toLowerCase(Locale.ROOT), columns));
                }
            }
        }
        return tables.stream()
                .sorted(java.util.Comparator.comparing(StoreTable::name))
                .toList();
    }

    private static Kind kind(int type, String typeName) {
        var named = typeName.toLowerCase(Locale.ROOT);
        if (named.equals("uuid")) {
            return Kind.UUID;
        }
        if (named.startsWith("timestamp")) {
            return Kind.TIME;
        }
        return switch (type) {
            case Types.BIT, Types.BOOLEAN -> Kind.FLAG;
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Kind.WHOLE;
            case Types.NUMERIC, Types.DECIMAL -> Kind.DECIMAL;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> Kind.BYTES;
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> Kind.TEXT;
            default -> throw new IllegalStateException("A backup knows no column of type " + typeName);
        };
    }

    private String columnList() {
        return String.join(", ", columns.keySet());
    }

    String select() {
        return "select " + columnList() + " from " + name;
    }

    String insert() {
        return "insert into %s (%s) values (%s)"
                .formatted(
                        name,
                        columnList(),
                        columns.keySet().stream().map(column -> "?").collect(Collectors.joining(", ")));
    }

    /** The current row as texts, in the order of the columns. */
    List<@Nullable String> read(ResultSet row) throws SQLException {
        var values = new ArrayList<@Nullable String>();
        var index = 1;
        for (var kind : columns.values()) {
            values.add(text(row, index++, kind));
        }
        return values;
    }

    private static @Nullable String text(ResultSet row, int index, Kind kind) throws SQLException {
        return switch (kind) {
            case TEXT, WHOLE -> row.getString(index);
            case DECIMAL -> {
                var number = row.getBigDecimal(index);
                yield number == null ? null : number.toPlainString();
            }
            case FLAG -> {
                var flag = row.getBoolean(index);
                yield row.wasNull() ? null : String.valueOf(flag);
            }
            case UUID -> {
                var id = row.getObject(index, UUID.class);
                yield id == null ? null : id.toString();
            }
            case TIME -> {
                var time = row.getObject(index, OffsetDateTime.class);
                yield time == null
                        ? null
                        : time.withOffsetSameInstant(ZoneOffset.UTC).toString();
            }
            case BYTES -> {
                var bytes = row.getBytes(index);
                yield bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
            }
        };
    }

    void write(PreparedStatement insert, List<@Nullable String> values) throws SQLException {
        var index = 0;
        for (var kind : columns.values()) {
            var value = values.get(index++);
            if (value == null) {
                insert.setNull(
                        index, kind == Kind.BYTES ? Types.VARBINARY : kind == Kind.UUID ? Types.OTHER : Types.NULL);
                continue;
            }
            switch (kind) {
                case TEXT -> insert.setString(index, value);
                case WHOLE -> insert.setLong(index, Long.parseLong(value));
                case DECIMAL -> insert.setBigDecimal(index, new java.math.BigDecimal(value));
                case FLAG -> insert.setBoolean(index, Boolean.parseBoolean(value));
                case UUID -> insert.setObject(index, java.util.UUID.fromString(value));
                case TIME -> insert.setObject(index, OffsetDateTime.parse(value));
                case BYTES -> insert.setBytes(index, Base64.getDecoder().decode(value));
            }
        }
    }
}
