package com.vsoxp.alliance.eligibility.fact;

import com.vsoxp.alliance.platform.money.Money;
import com.vsoxp.alliance.platform.sql.ArrayColumns;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Stores what is said about facts. They come by the hundred in a batch of events, so all of a batch go in by one
 * statement, beside the object-relational mapper. What another saying overtook is kept as past: the statement moves there
 * what it overwrites, and only when it took fewer than it was given are those looked up that came too late.
 */
@UseCase
public class StoreFacts {

    private static final String RECORD = """
            with stored as (
                insert into fact
                    (partner_id, id, kind, sequence, on_day, until_day, quantity, amount, currency, known_at,
                    list_minor, list_currency, of_sale)
                select unnest(?::uuid[]), unnest(?::uuid[]), unnest(?::text[]), unnest(?::bigint[]), unnest(?::date[]),
                    unnest(?::date[]), unnest(?::bigint[]), unnest(?::numeric[]), unnest(?::text[]),
                    unnest(?::timestamptz[]), unnest(?::bigint[]), unnest(?::text[]), unnest(?::uuid[])
                on conflict (partner_id, id) do update set kind = excluded.kind, sequence = excluded.sequence,
                    on_day = excluded.on_day, until_day = excluded.until_day, quantity = excluded.quantity,
                    amount = excluded.amount, currency = excluded.currency, known_at = excluded.known_at,
                    list_minor = excluded.list_minor, list_currency = excluded.list_currency, of_sale = excluded.of_sale
                where fact.sequence < excluded.sequence
                returning old.*),
            past as (
                insert into fact_past (partner_id, id, sequence, known_at, kind, on_day, until_day, quantity, amount,
                    currency)
                select partner_id, id, sequence, known_at, kind, on_day, until_day, quantity, amount, currency
                from stored where sequence > 0
                on conflict do nothing)
            select count(*) from stored""";

    private static final String WITHDRAW = """
            with stored as (
                insert into fact (partner_id, id, kind, withdrawn_sequence, withdrawn_on, withdrawn_known_at)
                select unnest(?::uuid[]), unnest(?::uuid[]), unnest(?::text[]), unnest(?::bigint[]), unnest(?::date[]),
                    unnest(?::timestamptz[])
                on conflict (partner_id, id) do update set withdrawn_sequence = excluded.withdrawn_sequence,
                    withdrawn_on = excluded.withdrawn_on, withdrawn_known_at = excluded.withdrawn_known_at
                where fact.withdrawn_sequence < excluded.withdrawn_sequence
                returning old.*),
            past as (
                insert into fact_past (partner_id, id, sequence, known_at, kind, withdrawn_on)
                select partner_id, id, withdrawn_sequence, withdrawn_known_at, kind, withdrawn_on
                from stored where withdrawn_sequence > 0
                on conflict do nothing)
            select count(*) from stored""";

    private static final String RECORDED_BEFORE = """
            insert into fact_past
                (partner_id, id, kind, sequence, on_day, until_day, quantity, amount, currency, known_at)
            select said.* from unnest(?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::date[], ?::date[], ?::bigint[],
                ?::numeric[], ?::text[], ?::timestamptz[])
                as said (partner_id, id, kind, sequence, on_day, until_day, quantity, amount, currency, known_at)
            join fact using (partner_id, id)
            where fact.sequence > said.sequence
            on conflict do nothing""";

    private static final String WITHDRAWN_BEFORE = """
            insert into fact_past (partner_id, id, kind, sequence, withdrawn_on, known_at)
            select said.* from unnest(?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::date[], ?::timestamptz[])
                as said (partner_id, id, kind, sequence, withdrawn_on, known_at)
            join fact using (partner_id, id)
            where fact.withdrawn_sequence > said.sequence
            on conflict do nothing""";

    private final DataSource database;

    StoreFacts(DataSource database) {
        this.database = database;
    }

    /**
     * Stores all of it in the caller's transaction. What was heard of a fact before with a higher sequence stays.
     *
     * @throws FactsException if the database does not take it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void store(Collection<FactChange> changes) {
        store(changes, FactChange.Recorded.class, RECORD, StoreFacts::priced, RECORDED_BEFORE, StoreFacts::recorded);
        store(
                changes,
                FactChange.Withdrawn.class,
                WITHDRAW,
                StoreFacts::withdrawn,
                WITHDRAWN_BEFORE,
                StoreFacts::withdrawn);
    }

    private interface Columns<C> {
        ArrayColumns<C> of(ArrayColumns<C> rows) throws SQLException;
    }

    private <C extends FactChange> void store(
            Collection<FactChange> changes,
            Class<C> type,
            String statement,
            Columns<C> columns,
            String before,
            Columns<C> columnsBefore) {
        Collection<C> said =
                changes.stream().filter(type::isInstance).map(type::cast).toList();
        if (said.isEmpty()) {
            return;
        }
        // One statement must not touch a fact twice. Facts of one partner lie together in the index, neighbors near it.
        Collection<C> latest = latest(said);
        if (stored(statement, latest, columns) < said.size()) {
            keepAsPast(before, said, columnsBefore);
        }
    }

    private static <C extends FactChange> Collection<C> latest(Collection<C> said) {
        Map<?, C> latest = said.stream()
                .sorted(Comparator.comparing(FactChange::partnerId))
                .collect(Collectors.toMap(
                        change -> Map.entry(change.partnerId(), change.factId()),
                        Function.identity(),
                        (one, other) -> one.sequence() > other.sequence() ? one : other,
                        LinkedHashMap::new));
        return latest.values();
    }

    private <C> int stored(String sql, Collection<C> rows, Columns<C> columns) {
        try (Connection connection = database.getConnection();
                PreparedStatement store = connection.prepareStatement(sql)) {
            columns.of(new ArrayColumns<>(store, rows));
            try (ResultSet counted = store.executeQuery()) {
                counted.next();
                return counted.getInt(1);
            }
        } catch (SQLException e) {
            throw new FactsException(e);
        }
    }

    private <C> void keepAsPast(String sql, Collection<C> rows, Columns<C> columns) {
        try (Connection connection = database.getConnection();
                PreparedStatement keep = connection.prepareStatement(sql)) {
            columns.of(new ArrayColumns<>(keep, rows));
            keep.executeUpdate();
        } catch (SQLException e) {
            throw new FactsException(e);
        }
    }

    private static ArrayColumns<FactChange.Recorded> priced(ArrayColumns<FactChange.Recorded> rows)
            throws SQLException {
        return recorded(rows)
                .set("int8", change -> change.price().minorUnits())
                .set("text", change -> change.price().currency())
                .set("uuid", change -> change.price().ofSale());
    }

    private static ArrayColumns<FactChange.Recorded> recorded(ArrayColumns<FactChange.Recorded> rows)
            throws SQLException {
        return rows.set("uuid", FactChange::partnerId)
                .set("uuid", FactChange::factId)
                .set("text", change -> change.fact().kind())
                .set("int8", FactChange::sequence)
                .set("date", change -> change.fact().on())
                .set("date", change -> change.fact().until())
                .set("int8", change -> change.fact().quantity())
                .set("numeric", change -> amount(change.fact().money()))
                .set("text", change -> currency(change.fact().money()))
                .set("timestamptz", StoreFacts::knownAt);
    }

    private static ArrayColumns<FactChange.Withdrawn> withdrawn(ArrayColumns<FactChange.Withdrawn> rows)
            throws SQLException {
        return rows.set("uuid", FactChange::partnerId)
                .set("uuid", FactChange::factId)
                .set("text", FactChange.Withdrawn::kind)
                .set("int8", FactChange::sequence)
                .set("date", FactChange.Withdrawn::on)
                .set("timestamptz", StoreFacts::knownAt);
    }

    /** In the database's own precision, which would round it up. */
    private static Instant knownAt(FactChange change) {
        return change.knownAt().truncatedTo(ChronoUnit.MICROS);
    }

    private static BigDecimal amount(Money money) {
        return money == null ? null : money.amount();
    }

    private static String currency(Money money) {
        return money == null ? null : money.currency().getCurrencyCode();
    }
}
