package com.vsoxp.alliance.bench.imports;

import com.vsoxp.alliance.local.infrastructure.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What an import can leave behind: two that are equal say that nothing happened in between. */
record Recorded(
        long partners, long partnerVersions, long keys, long sales, long saleVersions, long events, long auditEntries) {

    private static final String COUNT = """
            select (select count(*) from partner), (select coalesce(sum(version), 0) from partner),
                (select count(*) from partner_external_id), (select count(*) from sale),
                (select coalesce(sum(version), 0) from sale), (select coalesce(sum(last), 0) from outbox_sequence),
                (select count(*) from audit_entry)""";

    static Recorded in(PostgresServer postgres) throws SQLException {
        try (Connection connection = postgres.connect("partner");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COUNT)) {
            row.next();
            return new Recorded(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7));
        }
    }

    /** Whether every event has been told and taken back into the feed. */
    static boolean isTold(PostgresServer postgres) throws SQLException {
        try (Connection connection = postgres.connect("partner");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select (select count(*) from event_feed) = (select coalesce(sum(last), 0) from outbox_sequence)
                        where not exists (select from outbox)""")) {
            return row.next() && row.getBoolean(1);
        }
    }
}
