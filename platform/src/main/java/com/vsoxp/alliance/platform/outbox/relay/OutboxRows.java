package com.vsoxp.alliance.platform.outbox.relay;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The outbox table as the relay sees it. */
public final class OutboxRows {

    private static final String OLDEST = """
            select id, topic, key, sequence, event_id, type, occurred_at, traceparent, data
            from outbox where shard = any(?) order by id limit ?""";

    // Never waits for another that does the same, and leaves the file its size, which would take a lock that writers
    // wait for.
    private static final String TIDY = "vacuum (skip_locked, truncate false) outbox";

    private OutboxRows() {}

    /** The oldest events of the given shards. Rows leave the table once sent, so none of a slow transaction is skipped. */
    static List<OutboxRow> oldest(Connection connection, Set<Short> shards, int limit) throws SQLException {
        List<OutboxRow> batch = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(OLDEST)) {
            select.setArray(1, connection.createArrayOf("smallint", shards.toArray()));
            select.setInt(2, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    batch.add(read(row));
                }
            }
        }
        return batch;
    }

    /** Frees the room of rows that have left, which every look would wade through. The connection must be in auto-commit mode. */
    static void tidy(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(TIDY);
        }
    }

    /** The ids of rows, as a parameter. */
    public static Array ids(Connection connection, List<OutboxRow> rows) throws SQLException {
        return connection.createArrayOf(
                "bigint", rows.stream().map(OutboxRow::id).toArray(Long[]::new));
    }

    private static OutboxRow read(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getTimestamp(7).toInstant(),
                row.getString(8),
                row.getBytes(9));
    }
}
