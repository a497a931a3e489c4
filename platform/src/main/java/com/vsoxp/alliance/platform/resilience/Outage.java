package com.vsoxp.alliance.platform.resilience;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;

/** Tells an outage, which passes, from a fault of the work itself, which does not. */
public final class Outage {

    /**
     * Classes of SQLSTATE that speak of the moment and not of the statement: connection, transaction rollback (deadlock,
     * serialization), resources, operator intervention, lock not available, system error.
     */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "55", "58");

    private Outage() {}

    /** Whether doing the same again, in a while, may succeed. */
    public static boolean isPassing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof RetriableException
                    || cause instanceof InterruptedException
                    || cause instanceof SQLTransientException
                    || cause instanceof SQLException sql && isPassing(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassing(SQLException failure) {
        // A pool that can give no connection names no state.
        String state = failure.getSQLState();
        return state == null || state.length() >= 2 && PASSING.contains(state.substring(0, 2));
    }
}
