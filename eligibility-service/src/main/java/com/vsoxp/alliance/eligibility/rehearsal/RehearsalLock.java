package com.vsoxp.alliance.eligibility.rehearsal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.jdbc.PgConnection;

/**
 * Says that somebody is at the running rehearsal: an advisory lock of the connection that reads for it. When the replica ends,
 * however it ends, the database lets go of it, so that no clock has to tell a slow rehearsal from an abandoned one.
 */
final class RehearsalLock implements AutoCloseable {

    private static final String LOCK = "hashtextextended('rehearsal', 4713)";

    private final Connection connection;

    private RehearsalLock(Connection connection) {
        this.connection = connection;
    }

    /** Takes it, once one that was cancelled has let go of it. */
    static RehearsalLock take(Connection connection) throws SQLException {
        execute(connection, "set lock_timeout = '60s'", "select pg_advisory_lock(" + LOCK + ")", "reset lock_timeout");
        return new RehearsalLock(connection);
    }

    /** Whether nobody is at it. */
    static boolean isFree(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            row.next();
            boolean free = row.getBoolean(1);
            if (free) {
                execute(connection, "select pg_advisory_unlock(" + LOCK + ")");
            }
            return free;
        }
    }

    /** The connection goes back to a pool as it came from there, or not at all. */
    @Override
    public void close() throws SQLException {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            execute(connection, "select pg_advisory_unlock(" + LOCK + ")");
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        } catch (SQLException e) {
            connection.unwrap(PgConnection.class).abort(Runnable::run);
            throw e;
        }
    }

    private static void execute(Connection connection, String... commands) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }
}
