package com.vsoxp.alliance.platform.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The relay's two statements over the outbox table. */
final class OutboxRows {

    private static final String OLDEST = """
            select id, topic, key, sequence, event_id, type, occurred_at, traceparent, data
            from outbox where shard = any(?) order by id limit ?""";

    private static final String STRIKE_OFF = "delete from outbox where id = any(?)";

    private final Connection connection;

    OutboxRows(Connection connection) {
        this.connection = connection;
    }

    /** The oldest events of the given shards. Rows leave the table once sent, so none of a slow transaction is skipped. */
    List<OutboxRow> oldest(Set<Short> shards, int limit) throws SQLException {
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

    void strikeOff(List<Long> ids) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(STRIKE_OFF)) {
            delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            delete.executeUpdate();
        }
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
