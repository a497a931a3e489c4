package com.vsoxp.alliance.platform.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Statements that go to the database together: the way there and back costs more than to store a few rows. They are carried
 * out one after another, and if one fails none behind it is begun.
 */
public final class RoundTrip {

    private RoundTrip() {}

    /** Stores rows of several tables, in that order; those of which there are none need no statement. */
    public static void store(Connection connection, Rows<?>... tables) throws SQLException {
        List<Rows<?>> filled =
                Stream.of(tables).filter(table -> !table.rows().isEmpty()).toList();
        if (filled.isEmpty()) {
            return;
        }
        String sql = filled.stream().map(Rows::sql).collect(Collectors.joining(";\n"));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameters = 0;
            for (Rows<?> table : filled) {
                parameters = table.bind(statement, parameters);
            }
            statement.execute();
        }
    }
}
