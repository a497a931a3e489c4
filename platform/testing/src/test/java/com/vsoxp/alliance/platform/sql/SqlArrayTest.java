package com.vsoxp.alliance.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.platform.testing.SharedServers;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SqlArrayTest {

    private final String url =
            "jdbc:postgresql://127.0.0.1:" + SharedServers.get().postgresPort() + "/postgres?user=postgres";

    @Test
    void idsArriveAsTheyAre() throws SQLException {
        assertThat(arrived("uuid", new UUID(0, 0), null, UUID.fromString("fedcba98-7654-7210-8123-456789abcdef")))
                .containsExactly("00000000-0000-0000-0000-000000000000", null, "fedcba98-7654-7210-8123-456789abcdef");
    }

    @Test
    void daysArriveAsTheyAreFromLongAgoToFarAhead() throws SQLException {
        assertThat(arrived("date", LocalDate.of(1969, 12, 31), LocalDate.of(2024, 2, 29), LocalDate.of(9999, 12, 31)))
                .containsExactly("1969-12-31", "2024-02-29", "9999-12-31");
    }

    @Test
    void momentsArriveCutToMicroseconds() throws SQLException {
        assertThat(arrived(
                        "timestamptz",
                        Instant.parse("2026-11-23T07:00:00.123456999Z"),
                        Instant.parse("1970-01-01T00:00:00Z"),
                        null))
                .containsExactly("2026-11-23 07:00:00.123456+00", "1970-01-01 00:00:00+00", null);
    }

    @Test
    void decimalsKeepTheirScale() throws SQLException {
        assertThat(arrived(
                        "numeric",
                        new BigDecimal("749.00"),
                        new BigDecimal("-0.050"),
                        new BigDecimal("0"),
                        new BigDecimal("12345678901234567890.1234567890"),
                        new BigDecimal("0.00000000000000000001"),
                        new BigDecimal("99999.99999"),
                        new BigDecimal("1E+21"),
                        null))
                .containsExactly(
                        "749.00",
                        "-0.050",
                        "0",
                        "12345678901234567890.1234567890",
                        "0.00000000000000000001",
                        "99999.99999",
                        "1000000000000000000000",
                        null);
    }

    @Test
    void valuesOfOtherKindsTravelAsTheDriverSendsThem() throws SQLException {
        assertThat(arrived("date", "2024-02-29")).containsExactly("2024-02-29");
        assertThat(arrived("smallint", (short) 7)).containsExactly("7");
    }

    @Test
    void anArrayMayBeEmpty() throws SQLException {
        assertThat(arrived("uuid")).isEmpty();
    }

    /** The elements as the database writes them, in UTC. */
    private List<String> arrived(String type, Object... values) throws SQLException {
        String sql = "select array(select element::text from unnest(?::%s[]) as element)".formatted(type);
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement read = connection.prepareStatement(sql)) {
            connection.createStatement().execute("set time zone 'UTC'");
            read.setArray(1, SqlArray.of(connection, type, values));
            try (ResultSet row = read.executeQuery()) {
                row.next();
                return Arrays.asList((String[]) row.getArray(1).getArray());
            }
        }
    }
}
