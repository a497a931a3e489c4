package com.vsoxp.alliance.directory.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.vsoxp.alliance.directory.publication.PublicationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Reads the whole directory as of one moment, a few hundred listings at a time, so that its size does not matter. */
@ApplicationScoped
class Snapshot {

    /** A reader slower than that would hold the database's old rows for too long. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int ROWS_AT_ONCE = 500;
    private static final String LINES = "select listing from publication where listing is not null order by position";

    @Inject
    DataSource database;

    /** Where the lines go, opened when it is known as of when they are. */
    interface Target {
        OutputStream open() throws IOException;
    }

    /**
     * Writes every listing as a line.
     *
     * @param asOf is told where the feed ended at that moment, before the target is opened
     */
    void read(Consumer<FeedPlace> asOf, Target target) throws IOException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                asOf.accept(end(connection));
                write(connection, target);
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new PublicationException("The snapshot could not be read", e);
        }
    }

    private static FeedPlace end(Connection connection) throws SQLException {
        try (var ask = connection.prepareStatement(ChangeFeed.END);
                var end = ask.executeQuery()) {
            end.next();
            return new FeedPlace(end.getObject(1, UUID.class), end.getLong(2));
        }
    }

    private static void write(Connection connection, Target target) throws SQLException, IOException {
        var deadline = System.nanoTime() + LONGEST.toNanos();
        try (var ask = connection.prepareStatement(LINES)) {
            ask.setFetchSize(ROWS_AT_ONCE);
            try (var lines = ask.executeQuery();
                    var out = target.open()) {
                while (next(lines, deadline)) {
                    out.write(lines.getString(1).getBytes(UTF_8));
                    out.write('\n');
                }
            }
        }
    }

    private static boolean next(ResultSet lines, long deadline) throws SQLException, IOException {
        if (System.nanoTime() > deadline) {
            throw new IOException("The reader of the snapshot is too slow");
        }
        return lines.next();
    }
}
