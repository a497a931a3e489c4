package com.vsoxp.alliance.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.platform.testing.SharedServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinaryCopyTest {

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + SharedServers.get().postgresPort() + "/postgres?user=postgres");
        connection.setAutoCommit(false);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @CsvSource({"500.00, 50000", "-0.5, -5", "70000000.25, 7000000025", "12345.678, 12345678", "100000000, 100000000"})
    void aDecimalIsReadWithoutItsPoint(String decimal, long unscaled) throws SQLException {
        assertThat(unscaled(decimal)).containsExactly(unscaled);
    }

    @Test
    void aDecimalBeyondALongIsTheLargestOrTheSmallestAndTheNextValueIsReadAllTheSame() throws SQLException {
        assertThat(unscaled("999999999999999.9999", "-999999999999999.9999", "1.5"))
                .containsExactly(Long.MAX_VALUE, Long.MIN_VALUE, 15L);
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 10", "10, 10", "1, 100000"})
    void whoStopsReadingLeavesTheConnectionToTheNextStatement(int read, int rows) throws SQLException {
        for (int time = 0; time < 50; time++) {
            try (BinaryCopy copy =
                    BinaryCopy.of(connection, "select n::bigint from generate_series(1, " + rows + ") n")) {
                for (int row = 1; row <= read; row++) {
                    assertThat(copy.next()).isTrue();
                    assertThat(copy.bigint(0)).isEqualTo(row);
                }
            }
            try (var statement = connection.createStatement();
                    var answer = statement.executeQuery("select " + time)) {
                assertThat(answer.next()).isTrue();
                assertThat(answer.getInt(1)).isEqualTo(time);
            }
            connection.commit();
        }
    }

    private List<Long> unscaled(String... decimals) throws SQLException {
        List<Long> values = new ArrayList<>();
        try (BinaryCopy copy =
                BinaryCopy.of(connection, "select " + String.join("::numeric, ", decimals) + "::numeric")) {
            assertThat(copy.next()).isTrue();
            for (int i = 0; i < decimals.length; i++) {
                assertThat(copy.isNull()).isFalse();
                values.add(copy.unscaled());
            }
            assertThat(copy.next()).isFalse();
        }
        return values;
    }
}
