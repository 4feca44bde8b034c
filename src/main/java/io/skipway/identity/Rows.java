package io.skipway.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Rows of this room's tables as records. */
final class Rows {
    private Rows() {}

    static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                new UserId(row.getObject("id", UUID.class)),
                row.getString("username"),
                row.getString("name"),
                row.getBoolean("administrator"),
                row.getBoolean("active"));
    }
}
