package com.vsoxp.alliance.eligibility.fact;

import com.vsoxp.alliance.platform.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The stored facts. Facts come by the hundred in a batch of events and are read by the thousand, so they go in and out
 * by one statement each way, beside the object-relational mapper.
 */
@ApplicationScoped
public class Facts {

    private static final String RECORD = """
            insert into fact (partner_id, id, kind, sequence, on_day, until_day, quantity, amount, currency)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::date[], ?::date[], ?::bigint[],
                ?::numeric[], ?::text[])
            on conflict (partner_id, id) do update set kind = excluded.kind, sequence = excluded.sequence,
                on_day = excluded.on_day, until_day = excluded.until_day, quantity = excluded.quantity,
                amount = excluded.amount, currency = excluded.currency
            where fact.sequence < excluded.sequence""";

    private static final String WITHDRAW = """
            insert into fact (partner_id, id, kind, withdrawn_sequence, withdrawn_on)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::date[])
            on conflict (partner_id, id) do update
            set withdrawn_sequence = excluded.withdrawn_sequence, withdrawn_on = excluded.withdrawn_on
            where fact.withdrawn_sequence < excluded.withdrawn_sequence""";

    private static final String READ = """
            select partner_id, id, kind, on_day,
                least(until_day, case when withdrawn_sequence > sequence then withdrawn_on end),
                quantity, amount, currency
            from fact where partner_id = any(?) and sequence > 0""";

    private final DataSource database;

    Facts(DataSource database) {
        this.database = database;
    }

    /** Stores what is said, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void store(Collection<FactChange> changes) {
        record(latest(changes, FactChange.Recorded.class));
        withdraw(latest(changes, FactChange.Withdrawn.class));
    }

    /** All facts of these partners, by partner; a partner without facts is absent. */
    @Transactional
    public Map<UUID, List<Fact>> ofPartners(Collection<UUID> partners) {
        Map<UUID, List<Fact>> facts = new HashMap<>();
        inOneStatement(READ, (connection, read) -> {
            read.setArray(1, connection.createArrayOf("uuid", partners.toArray()));
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    facts.computeIfAbsent(rows.getObject(1, UUID.class), _ -> new ArrayList<>())
                            .add(fact(rows));
                }
            }
        });
        return facts;
    }

    /** One statement must not touch a fact twice, so of several changes only the last is stored. */
    private static <C extends FactChange> Collection<C> latest(Collection<FactChange> changes, Class<C> type) {
        return changes.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .collect(Collectors.toMap(
                        change -> change.partnerId() + "/" + change.factId(),
                        change -> change,
                        (one, other) -> one.sequence() > other.sequence() ? one : other))
                .values();
    }

    private void record(Collection<FactChange.Recorded> recorded) {
        if (recorded.isEmpty()) {
            return;
        }
        inOneStatement(RECORD, (connection, store) -> {
            Columns<FactChange.Recorded> columns = new Columns<>(connection, store, recorded);
            columns.add("uuid", FactChange.Recorded::partnerId);
            columns.add("uuid", FactChange.Recorded::factId);
            columns.add("text", change -> change.fact().kind());
            columns.add("bigint", FactChange.Recorded::sequence);
            columns.add("date", change -> change.fact().on());
            columns.add("date", change -> change.fact().until());
            columns.add("bigint", change -> change.fact().quantity());
            columns.add("numeric", change -> amount(change.fact().money()));
            columns.add("text", change -> currency(change.fact().money()));
            store.executeUpdate();
        });
    }

    private void withdraw(Collection<FactChange.Withdrawn> withdrawn) {
        if (withdrawn.isEmpty()) {
            return;
        }
        inOneStatement(WITHDRAW, (connection, store) -> {
            Columns<FactChange.Withdrawn> columns = new Columns<>(connection, store, withdrawn);
            columns.add("uuid", FactChange.Withdrawn::partnerId);
            columns.add("uuid", FactChange.Withdrawn::factId);
            columns.add("text", FactChange.Withdrawn::kind);
            columns.add("bigint", FactChange.Withdrawn::sequence);
            columns.add("date", FactChange.Withdrawn::on);
            store.executeUpdate();
        });
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

    private static BigDecimal amount(Money money) {
        return money == null ? null : money.amount();
    }

    private static String currency(Money money) {
        return money == null ? null : money.currency().getCurrencyCode();
    }

    private interface Work {
        void on(Connection connection, PreparedStatement statement) throws SQLException;
    }

    private void inOneStatement(String sql, Work work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            work.on(connection, statement);
        } catch (SQLException e) {
            throw new FactsException(e);
        }
    }

    /** The database refused or failed; its own exception is the cause. */
    public static class FactsException extends RuntimeException {
        FactsException(SQLException cause) {
            super("Facts could not be stored or read", cause);
        }
    }

    /** Turns a batch of rows into the array per column that {@code unnest} takes. */
    private static final class Columns<R> {

        private final Connection connection;
        private final PreparedStatement statement;
        private final Collection<R> rows;
        private int index;

        Columns(Connection connection, PreparedStatement statement, Collection<R> rows) {
            this.connection = connection;
            this.statement = statement;
            this.rows = rows;
        }

        void add(String type, Function<R, Object> column) throws SQLException {
            Array values =
                    connection.createArrayOf(type, rows.stream().map(column).toArray());
            statement.setArray(++index, values);
        }
    }
}
