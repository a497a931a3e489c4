package com.vsoxp.alliance.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.BadRequestException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {

    @ParameterizedTest
    @CsvSource({
        "23505, CONFLICT",
        "08006, UNAVAILABLE",
        "08001, UNAVAILABLE",
        "57P01, UNAVAILABLE",
        "57P03, UNAVAILABLE",
        "53300, UNAVAILABLE",
        "40P01, UNAVAILABLE",
        "40001, UNAVAILABLE",
        "22021, MALFORMED_REQUEST",
        "22003, MALFORMED_REQUEST",
        "23502, INTERNAL",
        "42P01, INTERNAL",
        "22012, INTERNAL"
    })
    void theDatabasesCodeTellsAMistakeFromAnOutage(String code, ProblemType expected) {
        Throwable wrapped = new PersistenceException(new RuntimeException(new SQLException("relation x", code)));
        assertEquals(expected, Failures.of(wrapped).type());
    }

    @Test
    void anExhaustedPoolIsAnOutage() {
        SQLException exhausted = new SQLException("Sorry, acquisition timeout!");
        ProblemException problem = Failures.of(new PersistenceException(exhausted));
        assertEquals(ProblemType.UNAVAILABLE, problem.type());
        assertEquals(5, problem.retryAfter().orElseThrow().toSeconds());
    }

    @Test
    void aCommitThatFailsForTheDatabaseIsAnOutage() {
        Exception rolledBack = new Exception("Could not commit");
        rolledBack.addSuppressed(new RuntimeException(new SQLException("terminating connection", "57P01")));
        assertEquals(
                ProblemType.UNAVAILABLE,
                Failures.of(new RuntimeException(rolledBack)).type());
    }

    @Test
    void aLostRaceForARowIsAStaleETag() {
        assertEquals(
                ProblemType.STALE,
                Failures.of(new OptimisticLockException("Row was updated")).type());
    }

    @Test
    void aProblemIsFoundInWhateverItIsWrapped() {
        ProblemException cause = Problems.malformed("?limit", "OUT_OF_RANGE", "no");
        assertEquals(cause, Failures.of(new BadRequestException(new RuntimeException(cause))));
    }

    @Test
    void securityFailuresKeepTheirMeaning() {
        assertEquals(
                ProblemType.UNAUTHENTICATED,
                Failures.of(new AuthenticationFailedException()).type());
        assertEquals(
                ProblemType.FORBIDDEN, Failures.of(new ForbiddenException()).type());
    }

    @Test
    void whatNobodyForesawLeaksNothing() {
        ProblemException problem = Failures.of(new IllegalStateException("select secret from com.vsoxp.Foo"));
        assertEquals(ProblemType.INTERNAL, problem.type());
        assertFalse(problem.getMessage().contains("secret"));
    }

    @Test
    void aCircleOfCausesEnds() {
        RuntimeException one = new RuntimeException("one");
        RuntimeException other = new RuntimeException("other", one);
        one.initCause(other);
        assertEquals(ProblemType.INTERNAL, Failures.of(one).type());
    }
}
