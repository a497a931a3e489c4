package com.vsoxp.alliance.eligibility.enrollment;

import com.vsoxp.alliance.platform.sql.ArrayColumns;
import com.vsoxp.alliance.platform.sql.SqlArray;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Locks partners' rows, under which all that is decided about them is decided, and keeps what was heard of them. They come by
 * the thousand, so each step is one statement, beside the object-relational mapper: no row is loaded, tracked and compared.
 */
@UseCase
public class LockPartners {

    private static final String MAKE = """
            insert into partner (id)
            select id from unnest(?::uuid[]) as asked (id) where not exists (select from partner where partner.id = asked.id)
            order by id on conflict do nothing""";

    private static final String COLUMNS = """
            partner.id, known, known_at, enrollment_sequence, partner.enrollment_id, enrollment_status, partner.tier,
            applied_tier, applied_on, partner.since, ended_on, previous_ended_on, term_ends_on""";

    private static final String LOCK =
            "select " + COLUMNS + " from partner where id = any(?) order by id for no key update";

    private static final String LOCK_DUE = "select " + COLUMNS + """
             from partner join standing on standing.partner_id = partner.id
            where standing.due_on <= ?
            order by standing.programs_known, standing.due_on
            limit ? for no key update of partner skip locked""";

    private static final String LOCK_UNFORESEEN = "select " + COLUMNS + """
             from partner join standing on standing.partner_id = partner.id
            where standing.programs_known < ? and (standing.due_on is null or standing.due_on > ?)
            order by standing.programs_known, standing.due_on
            limit ? for no key update of partner skip locked""";

    private static final String KEEP = """
            update partner set known = said.known, known_at = said.known_at,
                enrollment_sequence = said.enrollment_sequence, enrollment_id = said.enrollment_id,
                enrollment_status = said.enrollment_status, tier = said.tier, applied_tier = said.applied_tier,
                applied_on = said.applied_on, since = said.since, ended_on = said.ended_on,
                previous_ended_on = said.previous_ended_on, term_ends_on = said.term_ends_on
            from unnest(?::uuid[], ?::bool[], ?::timestamptz[], ?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::text[],
                ?::date[], ?::date[], ?::date[], ?::date[], ?::date[])
                as said (id, known, known_at, enrollment_sequence, enrollment_id, enrollment_status, tier, applied_tier,
                    applied_on, since, ended_on, previous_ended_on, term_ends_on)
            where partner.id = said.id""";

    private static final String INSERT = """
            insert into %s (id, known, known_at, enrollment_sequence, enrollment_id, enrollment_status, tier, applied_tier,
                applied_on, since, ended_on, previous_ended_on, term_ends_on)
            select unnest(?::uuid[]), unnest(?::bool[]), unnest(?::timestamptz[]), unnest(?::bigint[]), unnest(?::uuid[]),
                unnest(?::text[]), unnest(?::text[]), unnest(?::text[]), unnest(?::date[]), unnest(?::date[]),
                unnest(?::date[]), unnest(?::date[]), unnest(?::date[])""";

    private final DataSource database;

    LockPartners(DataSource database) {
        this.database = database;
    }

    /**
     * The rows of these partners, locked until the transaction ends, made where there are none.
     *
     * @throws EnrollmentsException if the database does not answer
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<PartnerRow> all(Collection<UUID> ids) {
        try (Connection connection = database.getConnection();
                Statement savepoint = connection.createStatement();
                PreparedStatement make = connection.prepareStatement(MAKE);
                PreparedStatement lock = connection.prepareStatement(LOCK)) {
            savepoint.execute("savepoint unlocked");
            lock.setArray(1, SqlArray.ofIds(connection, ids));
            List<PartnerRow> locked = rows(lock);
            if (locked.size() < ids.size()) {
                // Whoever waits for a row to be made must hold none, or two could wait for each other.
                savepoint.execute("rollback to savepoint unlocked");
                make.setArray(1, SqlArray.ofIds(connection, ids));
                make.executeUpdate();
                locked = rows(lock);
            }
            savepoint.execute("release savepoint unlocked");
            return locked;
        } catch (SQLException e) {
            throw new EnrollmentsException(e);
        }
    }

    /**
     * Partners about whom something is due by now and whom nobody else is evaluating, locked until the transaction ends.
     *
     * @throws EnrollmentsException if the database does not answer
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<PartnerRow> due(LocalDate today, int most) {
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement(LOCK_DUE)) {
            lock.setObject(1, today);
            lock.setInt(2, most);
            return rows(lock);
        } catch (SQLException e) {
            throw new EnrollmentsException(e);
        }
    }

    /**
     * Partners about whom nothing is due, whose future was last foreseen when fewer versions of the program were published,
     * and whom nobody else is evaluating, locked until the transaction ends.
     *
     * @throws EnrollmentsException if the database does not answer
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<PartnerRow> unforeseen(int programsKnown, LocalDate today, int most) {
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement(LOCK_UNFORESEEN)) {
            lock.setInt(1, programsKnown);
            lock.setObject(2, today);
            lock.setInt(3, most);
            return rows(lock);
        } catch (SQLException e) {
            throw new EnrollmentsException(e);
        }
    }

    /**
     * Keeps rows as they are now, which the caller has locked.
     *
     * @throws EnrollmentsException if the database does not take it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(Collection<PartnerRow> changed) {
        if (changed.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement keep = connection.prepareStatement(KEEP)) {
            columns(keep, changed);
            keep.executeUpdate();
        } catch (SQLException e) {
            throw new EnrollmentsException(e);
        }
    }

    /** Inserts rows into a table that is made like this one. */
    public static void insert(Connection connection, String table, Collection<PartnerRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT.formatted(table))) {
            columns(insert, rows);
            insert.executeUpdate();
        }
    }

    private static void columns(PreparedStatement statement, Collection<PartnerRow> rows) throws SQLException {
        new ArrayColumns<>(statement, rows)
                .set("uuid", row -> row.id)
                .set("bool", row -> row.known)
                .set("timestamptz", row -> row.knownAt)
                .set("int8", row -> row.enrollmentSequence)
                .set("uuid", row -> row.enrollmentId)
                .set("text", row -> row.enrollmentStatus)
                .set("text", row -> row.tier)
                .set("text", row -> row.appliedTier)
                .set("date", row -> row.appliedOn)
                .set("date", row -> row.since)
                .set("date", row -> row.endedOn)
                .set("date", row -> row.previousEndedOn)
                .set("date", row -> row.termEndsOn);
    }

    private static List<PartnerRow> rows(PreparedStatement query) throws SQLException {
        List<PartnerRow> rows = new ArrayList<>();
        try (ResultSet found = query.executeQuery()) {
            while (found.next()) {
                rows.add(PartnerRow.read(found));
            }
        }
        return rows;
    }
}
