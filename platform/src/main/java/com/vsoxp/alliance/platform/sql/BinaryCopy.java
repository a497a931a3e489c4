package com.vsoxp.alliance.platform.sql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads the rows of a query as PostgreSQL's own binary {@code COPY} sends them, a row at a time and without an object per
 * value: several times cheaper than a result set, for who reads millions. A row's values are read in the order of its columns,
 * each once; absent ones are told by {@link #isNull()} first.
 */
public final class BinaryCopy implements AutoCloseable {

    private static final int HEADER = 19;
    private static final int DAYS_TO_2000 = 10_957;
    private static final int BASE = 10_000;
    private static final int DIGITS = 4;

    private final CopyOut copy;
    private ByteBuffer row = ByteBuffer.allocate(0);
    private boolean begun;
    private int length;

    private BinaryCopy(CopyOut copy) {
        this.copy = copy;
    }

    /** Begins to read; the connection does nothing else until this is closed. The query takes no parameters. */
    public static BinaryCopy of(Connection connection, String query) throws SQLException {
        return new BinaryCopy(connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (" + query + ") to stdout (format binary)"));
    }

    /** Goes to the next row; false after the last one. */
    public boolean next() throws SQLException {
        byte[] message = copy.readFromCopy();
        if (message == null) {
            return false;
        }
        row = ByteBuffer.wrap(message);
        if (!begun) {
            begun = true;
            row.position(HEADER);
            if (!row.hasRemaining()) {
                return next();
            }
        }
        if (row.getShort() >= 0) {
            return true;
        }
        // Behind the last row the server still says that the command is complete.
        copy.readFromCopy();
        return false;
    }

    /** Whether the next value is absent, which then is passed over. */
    public boolean isNull() {
        length = row.getInt();
        return length < 0;
    }

    /** A {@code bigint}, or a half of a {@code uuid}: of a value that is not null. */
    public long bits() {
        return row.getLong();
    }

    /** A {@code bigint}; that of an absent one. */
    public long bigint(long absent) {
        return isNull() ? absent : row.getLong();
    }

    /** A {@code date} as days since 1970; that of an absent one. */
    public int day(int absent) {
        return isNull() ? absent : row.getInt() + DAYS_TO_2000;
    }

    /** Text; null if it is absent. */
    public String text() {
        if (isNull()) {
            return null;
        }
        String text = new String(row.array(), row.position(), length, StandardCharsets.UTF_8);
        row.position(row.position() + length);
        return text;
    }

    /** Text that is most often one of a few: those, given in UTF-8, are found without making a new one. */
    public int oneOf(byte[][] known) {
        if (isNull()) {
            return -1;
        }
        int from = row.position();
        row.position(from + length);
        for (int i = 0; i < known.length; i++) {
            if (java.util.Arrays.equals(known[i], 0, known[i].length, row.array(), from, from + length)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * A {@code numeric} that is not null, without its point: 500.00 is 50000. What is more or less than any {@code long} is the
     * largest or the smallest one.
     */
    public long unscaled() {
        int end = row.position() + length;
        int groups = row.getShort();
        int weight = row.getShort();
        boolean negative = row.getShort() != 0;
        int scale = row.getShort();
        try {
            long value = magnitude(groups, weight, scale);
            return negative ? -value : value;
        } catch (ArithmeticException _) {
            return negative ? Long.MIN_VALUE : Long.MAX_VALUE;
        } finally {
            row.position(end);
        }
    }

    private long magnitude(int groups, int weight, int scale) {
        long value = 0;
        for (int group = 0; group < Math.max(groups, weight + 1 + Math.ceilDiv(scale, DIGITS)); group++) {
            int digits = group < groups ? row.getShort() : 0;
            int behindPoint = (group - weight) * DIGITS;
            if (behindPoint <= scale) {
                value = Math.addExact(Math.multiplyExact(value, BASE), digits);
            } else if (behindPoint - scale < DIGITS) {
                int kept = DIGITS - (behindPoint - scale);
                int shift = power(kept);
                value = Math.addExact(Math.multiplyExact(value, shift), digits / power(DIGITS - kept));
            }
        }
        return value;
    }

    /**
     * Leaves the connection ready for the next statement. What was not read is read to its end, and not cancelled: a cancellation
     * that comes when all was sent would be answered out of turn.
     */
    @Override
    public void close() throws SQLException {
        while (copy.isActive()) {
            copy.readFromCopy();
        }
    }

    private static int power(int of) {
        int power = 1;
        for (int i = 0; i < of; i++) {
            power *= 10;
        }
        return power;
    }
}
