package com.vsoxp.alliance.eligibility.fact;

import com.vsoxp.alliance.platform.money.Money;
import com.vsoxp.alliance.platform.sql.ArrayColumns;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;

/**
 * What can be said of a fact, and the statements that store it, each for any number of facts.
 *
 * @param add inserts what is new
 * @param store inserts what is new, overwrites what was said before and moves that to the past; counts both
 * @param before keeps as past what came too late
 */
record Saying<C extends FactChange>(
        Class<C> type,
        String add,
        String store,
        Saying.Columns<C> columns,
        String before,
        Saying.Columns<C> columnsBefore) {

    private static final String RECORDED = """
            insert into fact
                (partner_id, id, kind, sequence, on_day, until_day, quantity, amount, currency, known_at,
                list_minor, list_currency, of_sale)
            select unnest(?::uuid[]), unnest(?::uuid[]), unnest(?::text[]), unnest(?::bigint[]), unnest(?::date[]),
                unnest(?::date[]), unnest(?::bigint[]), unnest(?::numeric[]), unnest(?::text[]),
                unnest(?::timestamptz[]), unnest(?::bigint[]), unnest(?::text[]), unnest(?::uuid[])
            """;

    private static final String RECORD = "with stored as (" + RECORDED + """
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

    private static final String WITHDRAWN = """
            insert into fact (partner_id, id, kind, withdrawn_sequence, withdrawn_on, withdrawn_known_at)
            select unnest(?::uuid[]), unnest(?::uuid[]), unnest(?::text[]), unnest(?::bigint[]), unnest(?::date[]),
                unnest(?::timestamptz[])
            """;

    private static final String WITHDRAW = "with stored as (" + WITHDRAWN + """
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

    static final Saying<FactChange.Recorded> RECORDING = new Saying<>(
            FactChange.Recorded.class,
            RECORDED + "on conflict do nothing",
            RECORD,
            Saying::priced,
            RECORDED_BEFORE,
            Saying::recorded);

    static final Saying<FactChange.Withdrawn> WITHDRAWAL = new Saying<>(
            FactChange.Withdrawn.class,
            WITHDRAWN + "on conflict do nothing",
            WITHDRAW,
            Saying::withdrawn,
            WITHDRAWN_BEFORE,
            Saying::withdrawn);

    interface Columns<C> {
        ArrayColumns<C> of(ArrayColumns<C> rows) throws SQLException;
    }

    List<C> among(Collection<FactChange> changes) {
        return changes.stream().filter(type::isInstance).map(type::cast).toList();
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
                .set("timestamptz", Saying::knownAt);
    }

    private static ArrayColumns<FactChange.Withdrawn> withdrawn(ArrayColumns<FactChange.Withdrawn> rows)
            throws SQLException {
        return rows.set("uuid", FactChange::partnerId)
                .set("uuid", FactChange::factId)
                .set("text", FactChange.Withdrawn::kind)
                .set("int8", FactChange::sequence)
                .set("date", FactChange.Withdrawn::on)
                .set("timestamptz", Saying::knownAt);
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
