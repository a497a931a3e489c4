package com.vsoxp.alliance.platform.problem;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Tells a caller's mistake from an outage by PostgreSQL's error codes (its manual, appendix A). */
final class DatabaseFailures {

    private static final Set<String> TAKEN = Set.of("23505", "23P01");
    private static final Set<String> UNSTORABLE = Set.of("22001", "22003", "22008", "22021", "22P05");
    // Serialization failures, deadlocks, lock and statement timeouts, shutdowns, a read-only standby: all pass by
    // themselves.
    private static final Set<String> PASSING =
            Set.of("40001", "40P01", "55P03", "57014", "57P01", "57P02", "57P03", "57P05", "25006", "53300", "53100");
    private static final String CONNECTION_CLASS = "08";
    private static final String POOL_EXHAUSTED = "acquisition timeout";

    private DatabaseFailures() {}

    static Optional<ProblemException> of(SQLException failure) {
        String code = failure.getSQLState();
        if (code == null) {
            return isPoolExhausted(failure) ? Optional.of(Problems.unavailable()) : Optional.empty();
        }
        if (TAKEN.contains(code)) {
            return Optional.of(Problems.conflict("TAKEN", "Another record already holds a value that must be unique."));
        }
        if (UNSTORABLE.contains(code)) {
            return Optional.of(Problems.malformed("", "UNSTORABLE", "A value is longer or larger than can be kept."));
        }
        return code.startsWith(CONNECTION_CLASS) || PASSING.contains(code)
                ? Optional.of(Problems.unavailable())
                : Optional.empty();
    }

    // The pool reports this by text alone.
    private static boolean isPoolExhausted(SQLException failure) {
        return failure.getMessage() != null && failure.getMessage().contains(POOL_EXHAUSTED);
    }
}
