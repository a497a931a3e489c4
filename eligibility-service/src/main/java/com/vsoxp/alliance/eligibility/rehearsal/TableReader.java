package com.vsoxp.alliance.eligibility.rehearsal;

import com.vsoxp.alliance.platform.sql.BinaryCopy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Reads tables in the order they lie in, a piece at a time. Between two pieces the database has nothing to do for it: a single
 * {@code COPY} would go on filling its buffer while the reader rests, and keep a core from the live service.
 */
final class TableReader {

    /** A mebibyte of a table, which takes some ten milliseconds. */
    private static final int BLOCKS_AT_ONCE = 128;

    private static final int ROWS_BETWEEN_NOTES = 50_000;

    /** Takes a row. */
    interface Form {
        void take(BinaryCopy row) throws SQLException;
    }

    private final Connection connection;
    private final Throttle throttle;
    private final Snapshot.Progress progress;
    private final long rows;
    private long read;

    /**
     * @param connection in a transaction that reads repeatably, so that all pieces are of one moment
     * @param rows how many there are to read, about
     */
    TableReader(Connection connection, Throttle throttle, Snapshot.Progress progress, long rows) {
        this.connection = connection;
        this.throttle = throttle;
        this.progress = progress;
        this.rows = rows;
    }

    /** Reads a table; {@code :blocks} in the query stands for the piece of it that is read. */
    void read(String table, String query, Form form) throws SQLException {
        long blocks = blocks(table);
        for (long block = 0; block < blocks; block += BLOCKS_AT_ONCE) {
            String piece = "%1$s.ctid >= '(%2$d,0)' and %1$s.ctid < '(%3$d,0)'"
                    .formatted(table, block, Math.min(block + BLOCKS_AT_ONCE, blocks));
            readAtOnce(query.replace(":blocks", piece), form);
            throttle.rest();
        }
    }

    /** Reads a query of few rows. */
    void readAtOnce(String query, Form form) throws SQLException {
        try (BinaryCopy row = BinaryCopy.of(connection, query)) {
            while (row.next()) {
                form.take(row);
                if (++read % ROWS_BETWEEN_NOTES == 0) {
                    progress.read(read, rows);
                }
            }
        }
    }

    /** What is added to the table from now on is not of this moment. */
    private long blocks(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select pg_relation_size('" + table + "') / current_setting('block_size')::int")) {
            row.next();
            return row.getLong(1);
        }
    }
}
