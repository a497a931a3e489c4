package com.vsoxp.alliance.platform.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.jdbc.PgConnection;

/**
 * Says that somebody is at the running job of a kind: an advisory lock of the connection that works for it. When the replica
 * ends, however it ends, the database lets go of it, so that no clock has to tell a slow job from an abandoned one.
 */
public final class JobLock implements AutoCloseable {

    private static final String KEY = "hashtextextended(?, 4713)";

    private final Connection connection;
    private final String job;

    private JobLock(Connection connection, String job) {
        this.connection = connection;
        this.job = job;
    }

    /** Takes it, once one that was cancelled has let go of it. */
    public static JobLock take(Connection connection, String job) throws SQLException {
        try (Statement limit = connection.createStatement()) {
            limit.execute("set lock_timeout = '60s'");
            call(connection, "pg_advisory_lock", job);
            limit.execute("reset lock_timeout");
        }
        return new JobLock(connection, job);
    }

    /** Whether nobody is at it. */
    public static boolean isFree(Connection connection, String job) throws SQLException {
        boolean free = call(connection, "pg_try_advisory_lock", job);
        if (free) {
            call(connection, "pg_advisory_unlock", job);
        }
        return free;
    }

    /** The connection goes back to a pool as it came from there, or not at all. */
    @Override
    public void close() throws SQLException {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            call(connection, "pg_advisory_unlock", job);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        } catch (SQLException e) {
            connection.unwrap(PgConnection.class).abort(Runnable::run);
            throw e;
        }
    }

    private static boolean call(Connection connection, String function, String job) throws SQLException {
        try (PreparedStatement call = connection.prepareStatement("select " + function + "(" + KEY + ")")) {
            call.setString(1, job);
            try (var row = call.executeQuery()) {
                row.next();
                return "t".equals(row.getString(1));
            }
        }
    }
}
