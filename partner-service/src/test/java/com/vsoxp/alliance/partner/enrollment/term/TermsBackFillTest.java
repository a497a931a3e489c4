package com.vsoxp.alliance.partner.enrollment.term;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.platform.testing.SharedServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What the migration that introduced terms makes of enrollments that were there before, whatever their status. */
class TermsBackFillTest {

    private static final String BEFORE = "21";
    private static final String DATABASE = "test_terms_back_fill";

    private final String server =
            "jdbc:postgresql://127.0.0.1:" + SharedServers.get().postgresPort() + "/";
    private LocalDate today;

    @BeforeEach
    void standAtTheVersionBefore() throws SQLException {
        run("postgres", "drop database if exists " + DATABASE + " with (force)", "create database " + DATABASE);
        migrateTo(BEFORE);
        today = LocalDate.parse(query("select current_date::text").getFirst());
    }

    @AfterEach
    void leaveNothing() throws SQLException {
        run("postgres", "drop database if exists " + DATABASE + " with (force)");
    }

    @Test
    void theTermThatRunsTodayIsTheOneThatAnOpenMembershipIsRenewedFor() throws SQLException {
        for (String status : List.of("ACTIVE", "SUSPENDED")) {
            enrollment(status + " since today", status, today);
            enrollment(
                    status + " a year less a day", status, today.minusYears(1).plusDays(1));
            enrollment(status + " a year", status, today.minusYears(1));
            enrollment(status + " long", status, today.minusYears(3).minusDays(40));
        }

        migrateTo("latest");

        for (String status : List.of("ACTIVE", "SUSPENDED")) {
            assertThat(termOf(status + " since today")).isEqualTo(today + " 1");
            assertThat(termOf(status + " a year less a day"))
                    .isEqualTo(today.minusYears(1).plusDays(1) + " 1");
            assertThat(termOf(status + " a year")).isEqualTo(today.minusYears(1) + " 2");
            assertThat(termOf(status + " long")).isEqualTo(today.minusYears(3).minusDays(40) + " 4");
        }
    }

    @Test
    void whatItFillsInIsTheTermThatTheRulesKnow() throws SQLException {
        List<LocalDate> days = List.of(
                LocalDate.of(2024, 2, 29),
                LocalDate.of(2020, 2, 29),
                today.minusDays(1),
                today.minusYears(2),
                today.minusYears(2).plusDays(1),
                today.minusYears(2).minusDays(1));
        for (LocalDate day : days) {
            enrollment("since " + day, "ACTIVE", day);
        }

        migrateTo("latest");

        for (LocalDate day : days) {
            String[] term = termOf("since " + day).split(" ");
            Term running = new Term(LocalDate.parse(term[0]), Integer.parseInt(term[1]));
            assertThat(running.startsOn()).as("begin of the term since %s", day).isBeforeOrEqualTo(today);
            assertThat(running.endsOn()).as("end of the term since %s", day).isAfterOrEqualTo(today);
        }
    }

    @Test
    void whoHoldsNoMembershipHasNoTerm() throws SQLException {
        enrollment("applied", "APPLIED", null);
        enrollment("rejected", "REJECTED", null);
        enrollment("withdrawn", "WITHDRAWN", null);
        enrollment("terminated", "TERMINATED", today.minusYears(1));

        migrateTo("latest");

        for (String reason : List.of("applied", "rejected", "withdrawn", "terminated")) {
            assertThat(termOf(reason)).as(reason).isNull();
        }
        assertThat(query("select count(*) from enrollment")).containsExactly("4");
    }

    private void migrateTo(String version) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(server + DATABASE);
        database.setUser("postgres");
        Flyway.configure()
                .dataSource(database)
                .locations("db/platform", "db/migration")
                .placeholders(Map.of("service_role", "postgres"))
                .target(version)
                .load()
                .migrate();
    }

    private void enrollment(String reason, String status, LocalDate since) throws SQLException {
        UUID partner = UUID.randomUUID();
        String day = since == null ? "null" : "'" + since + "'";
        run(DATABASE, """
                insert into partner (id, profile, status, registered_at, updated_at, version)
                values ('%s', '{"name": "Before", "country": "DE"}', '%s', now(), now(), 0)""".formatted(partner, status), """
                insert into enrollment (id, partner_id, status, applied_tier, applied_on, since, reason,
                                        evaluated_sequence, version)
                values (gen_random_uuid(), '%s', '%s', 'PREMIER', current_date, %s, '%s', 0, 0)""".formatted(partner, status, day, reason));
    }

    private String termOf(String reason) throws SQLException {
        return query("select term_anchor || ' ' || term_number from enrollment where reason = '" + reason + "'")
                .getFirst();
    }

    private void run(String database, String... statements) throws SQLException {
        try (Connection connection = connect(database);
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    private List<String> query(String select) throws SQLException {
        try (Connection connection = connect(DATABASE);
                Statement sql = connection.createStatement();
                var rows = sql.executeQuery(select)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(server + database, "postgres", "");
    }
}
