package com.vsoxp.alliance.eligibility.fact;

import com.vsoxp.alliance.platform.money.Money;
import com.vsoxp.alliance.platform.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** The stored facts, read by the thousand in one statement, beside the object-relational mapper. */
@ApplicationScoped
public class Facts {

    /** All of it lies in the index of the primary key; what was recorded has a day. */
    static final String READ = """
            select partner_id, id, kind, on_day, counts_until, quantity, amount, currency
            from fact where partner_id = any(?) and on_day is not null""";

    private static final String READ_KNOWN = """
            with said as (
                select id, kind, sequence, known_at, on_day, until_day, quantity, amount, currency
                from fact where partner_id = ? and sequence > 0
                union all
                select id, kind, sequence, known_at, on_day, until_day, quantity, amount, currency
                from fact_past where partner_id = ? and withdrawn_on is null),
            withdrawn as (
                select id, withdrawn_sequence as sequence, withdrawn_known_at as known_at, withdrawn_on
                from fact where partner_id = ? and withdrawn_sequence > 0
                union all
                select id, sequence, known_at, withdrawn_on
                from fact_past where partner_id = ? and withdrawn_on is not null),
            recording as (
                select distinct on (id) * from said where known_at is null or known_at <= ?
                order by id, sequence desc),
            withdrawal as (
                select distinct on (id) * from withdrawn where known_at is null or known_at <= ?
                order by id, sequence desc)
            select ?, id, kind, on_day,
                least(until_day, case when withdrawal.sequence > recording.sequence then withdrawn_on end),
                quantity, amount, currency
            from recording left join withdrawal using (id)""";

    private final DataSource database;

    Facts(DataSource database) {
        this.database = database;
    }

    /**
     * All facts of these partners, by partner; a partner without facts is absent.
     *
     * @throws FactsException if the database does not answer
     */
    @Transactional
    public Map<UUID, List<Fact>> ofPartners(Collection<UUID> partners) {
        try (Connection connection = database.getConnection();
                PreparedStatement read = connection.prepareStatement(READ)) {
            read.setArray(1, SqlArray.ofIds(connection, partners));
            try (ResultSet rows = read.executeQuery()) {
                return byPartner(rows);
            }
        } catch (SQLException e) {
            throw new FactsException(e);
        }
    }

    /**
     * All facts of this partner as they were known at a moment: without what was recorded, changed or withdrawn after it.
     *
     * @throws FactsException if the database does not answer
     */
    @Transactional
    public List<Fact> ofPartner(UUID partner, Instant knownAt) {
        try (Connection connection = database.getConnection();
                PreparedStatement read = connection.prepareStatement(READ_KNOWN)) {
            for (int parameter : new int[] {1, 2, 3, 4, 7}) {
                read.setObject(parameter, partner);
            }
            OffsetDateTime moment = knownAt.atOffset(ZoneOffset.UTC);
            read.setObject(5, moment);
            read.setObject(6, moment);
            try (ResultSet rows = read.executeQuery()) {
                return byPartner(rows).getOrDefault(partner, List.of());
            }
        } catch (SQLException e) {
            throw new FactsException(e);
        }
    }

    private static Map<UUID, List<Fact>> byPartner(ResultSet rows) throws SQLException {
        Map<UUID, List<Fact>> facts = new HashMap<>();
        UUID partner = null;
        List<Fact> its = List.of();
        while (rows.next()) {
            UUID of = rows.getObject(1, UUID.class);
            // Those of one partner come one after another.
            if (!of.equals(partner)) {
                partner = of;
                its = facts.computeIfAbsent(of, _ -> new ArrayList<>());
            }
            its.add(fact(rows));
        }
        return facts;
    }

    private static Fact fact(ResultSet row) throws SQLException {
        BigDecimal amount = row.getBigDecimal(7);
        return new Fact(
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                row.getLong(6),
                amount == null ? null : new Money(amount, Currency.getInstance(row.getString(8))));
    }
}
