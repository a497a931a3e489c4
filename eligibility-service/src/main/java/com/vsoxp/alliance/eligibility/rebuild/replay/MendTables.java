package com.vsoxp.alliance.eligibility.rebuild.replay;

import com.vsoxp.alliance.platform.usecase.UseCase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares what stands with what should, and mends it. Only partners that differ are touched, so that a rebuild of tables that
 * are well writes nothing, and those that read see each partner as it was or as it should be.
 */
@UseCase
class MendTables {

    /** Each table with its key; the first column of the key is the partner. */
    private static final Map<String, List<String>> TABLES = Map.of(
            "fact", List.of("partner_id", "id"),
            "fact_past", List.of("partner_id", "id", "sequence"),
            "enrollment_said", List.of("partner_id", "sequence"),
            "partner", List.of("id"),
            "standing", List.of("partner_id"));

    private static final String STAGING = "rebuild_fact_said, rebuild_partner_said, rebuild_decided,"
            + " rebuild_differing, rebuilt_fact, rebuilt_fact_past, rebuilt_enrollment_said, rebuilt_partner,"
            + " rebuilt_standing";

    private static final String COLUMNS = """
            select string_agg('%1$s.' || quote_ident(attname), ', ' order by attnum) from pg_attribute
            where attrelid = 'rebuilt_%2$s'::regclass and attnum > 0 and not attisdropped""";

    private static final String NOTE = """
            insert into rebuild_differing
            select distinct coalesce(is_there.%1$s, should_be.%1$s)
            from %2$s is_there full join rebuilt_%2$s should_be on %3$s
            where row(%4$s) is distinct from row(%5$s)
            on conflict do nothing""";

    private static final String DELETE =
            "delete from %1$s using rebuild_differing where %1$s.%2$s = rebuild_differing.partner_id";

    private static final String INSERT = """
            insert into %1$s (%3$s) select %4$s from rebuilt_%1$s should_be
            join rebuild_differing on rebuild_differing.partner_id = should_be.%2$s""";

    /** Forgets what a rebuild before has left. */
    void clear(Connection connection) throws SQLException {
        execute(connection, "truncate " + STAGING);
    }

    /** Lets the database see how much there is, so that it plans for it. */
    void analyze(Connection connection, String tables) throws SQLException {
        execute(connection, "analyze " + tables);
    }

    /** Notes who differs. */
    void compare(Connection connection) throws SQLException {
        for (var table : TABLES.entrySet()) {
            List<String> key = table.getValue();
            String on = key.stream()
                    .map(column -> "is_there." + column + " = should_be." + column)
                    .collect(Collectors.joining(" and "));
            execute(
                    connection,
                    NOTE.formatted(
                            key.getFirst(),
                            table.getKey(),
                            on,
                            columns(connection, "is_there", table.getKey()),
                            columns(connection, "should_be", table.getKey())));
        }
    }

    /** These partners are made anew: what was derived of them is forgotten, and they count as differing. */
    void makeAnew(Connection connection, Collection<UUID> partners) throws SQLException {
        List<String> statements = Stream.concat(
                        TABLES.entrySet().stream().map(table -> "delete from rebuilt_%s where %s = any(?)"
                                .formatted(table.getKey(), table.getValue().getFirst())),
                        Stream.of("insert into rebuild_differing select unnest(?::uuid[]) on conflict do nothing"))
                .toList();
        for (String statement : statements) {
            try (PreparedStatement anew = connection.prepareStatement(statement)) {
                anew.setArray(1, connection.createArrayOf("uuid", partners.toArray()));
                anew.executeUpdate();
            }
        }
    }

    /**
     * Mends what differs, in the connection's transaction.
     *
     * @return how many partners differed
     */
    long mend(Connection connection) throws SQLException {
        for (var table : TABLES.entrySet()) {
            String partner = table.getValue().getFirst();
            execute(connection, DELETE.formatted(table.getKey(), partner));
            String columns = columns(connection, "should_be", table.getKey());
            execute(connection, INSERT.formatted(table.getKey(), partner, columns.replace("should_be.", ""), columns));
        }
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from rebuild_differing")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String columns(Connection connection, String alias, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery(COLUMNS.formatted(alias, table))) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
