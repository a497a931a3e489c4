package com.vsoxp.alliance.eligibility.standing;

import com.vsoxp.alliance.eligibility.standing.StandingRow.Difference;
import com.vsoxp.alliance.platform.sql.ArrayColumns;
import com.vsoxp.alliance.platform.sql.SqlArray;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Reads and keeps the standings of partners whose locks the caller holds. They come by the thousand, so each step is one
 * statement, beside the object-relational mapper, and what did not change is not written.
 */
@UseCase
public class KeepStandings {

    private static final String COLUMNS = """
            partner_id, enrollment_id, program_version, status, tier, pending_tier, since, cure_ends_on, unmet,
            next_transition_on, loses_on, falls_to, next_notice_on, told_loss_on, told_at, indeterminate, programs_known""";

    private static final String READ = "select " + COLUMNS + " from standing where partner_id = any(?)";

    private static final String ROWS = """
            from (
                select unnest(?::uuid[]) as partner_id, unnest(?::uuid[]) as enrollment_id,
                    unnest(?::text[]) as program_version, unnest(?::text[]) as status, unnest(?::text[]) as tier,
                    unnest(?::text[]) as pending_tier, unnest(?::date[]) as since, unnest(?::date[]) as cure_ends_on,
                    unnest(?::text[]) as unmet, unnest(?::date[]) as next_transition_on, unnest(?::date[]) as loses_on,
                    unnest(?::text[]) as falls_to, unnest(?::date[]) as next_notice_on,
                    unnest(?::date[]) as told_loss_on, unnest(?::date[]) as told_at,
                    unnest(?::text[]) as indeterminate, unnest(?::int[]) as programs_known) as row""";

    private static final String ADD = "insert into %s (" + COLUMNS + """
            )
            select partner_id, enrollment_id, program_version, status, tier, pending_tier, since, cure_ends_on,
                string_to_array(unmet, ','), next_transition_on, loses_on, falls_to, next_notice_on, told_loss_on, told_at,
                string_to_array(indeterminate, ','), programs_known
            """ + ROWS;

    private static final String CHANGE = """
            update standing set enrollment_id = row.enrollment_id, program_version = row.program_version,
                status = row.status, tier = row.tier, pending_tier = row.pending_tier, since = row.since,
                cure_ends_on = row.cure_ends_on, unmet = string_to_array(row.unmet, ','),
                next_transition_on = row.next_transition_on, loses_on = row.loses_on, falls_to = row.falls_to,
                next_notice_on = row.next_notice_on, told_loss_on = row.told_loss_on, told_at = row.told_at,
                indeterminate = string_to_array(row.indeterminate, ','), programs_known = row.programs_known
            """ + ROWS + " where standing.partner_id = row.partner_id";

    /** Most sales move no more than this, and with few columns it costs the database a fifth less. */
    private static final String FORESEE = """
            update standing set next_transition_on = row.next_transition_on, loses_on = row.loses_on,
                falls_to = row.falls_to, next_notice_on = row.next_notice_on
            from (
                select unnest(?::uuid[]) as partner_id, unnest(?::date[]) as next_transition_on,
                    unnest(?::date[]) as loses_on, unnest(?::text[]) as falls_to,
                    unnest(?::date[]) as next_notice_on) as row
            where standing.partner_id = row.partner_id""";

    private static final int[] ALL =
            IntStream.range(0, StandingRow.TYPES.length).toArray();

    private static final String FORGET = "delete from standing where partner_id = any(?)";

    private final DataSource database;

    KeepStandings(DataSource database) {
        this.database = database;
    }

    /**
     * The standings of these partners, by partner; one about which nothing was decided yet is absent.
     *
     * @throws StandingsException if the database does not answer
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, StandingRow> ofPartners(Collection<UUID> partners) {
        try (Connection connection = database.getConnection();
                PreparedStatement read = connection.prepareStatement(READ)) {
            read.setArray(1, SqlArray.ofIds(connection, partners));
            Map<UUID, StandingRow> standings = new HashMap<>();
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    StandingRow row = StandingRow.read(rows);
                    standings.put(row.partnerId, row);
                }
            }
            return standings;
        } catch (SQLException e) {
            throw new StandingsException(e);
        }
    }

    /**
     * Keeps those of the standings that are not as they were read.
     *
     * @throws StandingsException if the database does not take it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(Collection<StandingRow> standings) {
        Map<Difference, List<StandingRow>> rows =
                standings.stream().collect(Collectors.groupingBy(StandingRow::difference));
        // Whoever holds a partner's lock knows whether there is a row, so no statement has to look.
        try (Connection connection = database.getConnection()) {
            insert(connection, "standing", rows.getOrDefault(Difference.NEW, List.of()));
            write(connection, CHANGE, ALL, rows.getOrDefault(Difference.MOVED, List.of()));
            write(connection, FORESEE, StandingRow.FORESEEN, rows.getOrDefault(Difference.FORESEEN, List.of()));
        } catch (SQLException e) {
            throw new StandingsException(e);
        }
    }

    /** Inserts rows into a table that is made like this one. */
    public static void insert(Connection connection, String table, Collection<StandingRow> rows) throws SQLException {
        write(connection, ADD.formatted(table), ALL, rows);
    }

    private static void write(Connection connection, String sql, int[] columns, Collection<StandingRow> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        // In the order in which they lie in the table and its indexes.
        List<Object[]> values = rows.stream()
                .sorted(Comparator.comparing(row -> row.partnerId))
                .map(StandingRow::values)
                .toList();
        try (PreparedStatement write = connection.prepareStatement(sql)) {
            ArrayColumns<Object[]> parameters = new ArrayColumns<>(write, values);
            for (int column : columns) {
                parameters.set(StandingRow.TYPES[column], row -> row[column]);
            }
            write.executeUpdate();
        }
    }

    /**
     * Forgets the standings of these partners, who stand nowhere any more.
     *
     * @throws StandingsException if the database does not take it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(Collection<UUID> partners) {
        if (partners.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setArray(1, SqlArray.ofIds(connection, partners));
            forget.executeUpdate();
        } catch (SQLException e) {
            throw new StandingsException(e);
        }
    }
}
