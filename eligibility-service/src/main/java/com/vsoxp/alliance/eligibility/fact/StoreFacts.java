package com.vsoxp.alliance.eligibility.fact;

import com.vsoxp.alliance.platform.money.Money;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Stores what is said about facts. They come by the hundred in a batch of events, so all of a batch go in by one
 * statement, beside the object-relational mapper.
 */
@UseCase
public class StoreFacts {

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
        record(latest(changes, FactChange.Recorded.class));
        withdraw(latest(changes, FactChange.Withdrawn.class));
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
