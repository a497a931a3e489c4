package com.vsoxp.alliance.platform.outbox.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Keeps the planner from reading the whole outbox, as long as this is open. The table looks so small that it would, but most of it are
 * rows that have left: an index passes over those that it once found gone, a scan of the table does not.
 */
final class ByIndexAlone implements AutoCloseable {

    private final Connection connection;

    ByIndexAlone(Connection connection) throws SQLException {
        this.connection = connection;
        execute("set enable_seqscan = off");
        execute("set enable_bitmapscan = off");
    }

    /** The connection goes back to a pool, whose other users want all plans. */
    @Override
    public void close() throws SQLException {
        execute("reset enable_seqscan");
        execute("reset enable_bitmapscan");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
