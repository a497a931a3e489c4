package com.vsoxp.alliance.platform.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.sql.RoundTrip;
import com.vsoxp.alliance.platform.sql.Rows;
import com.vsoxp.alliance.platform.trace.TraceSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The way out of a service: events are stored in the transaction that makes them true, and leave after its commit, those
 * of one topic and key in the order of their commits.
 */
@ApplicationScoped
public class Outbox {

    // Each stream moves on by as many as it gets, and its row stays locked until the transaction ends: who comes behind
    // waits, so that the events of a stream commit in their order. All lock them in one order, hence never in a circle.
    private static final String STORE = """
            with event as materialized (
                select unnest(?::int[]) as place, unnest(?::smallint[]) as shard, unnest(?::text[]) as topic,
                    unnest(?::text[]) as key, unnest(?::bigint[]) as behind, unnest(?::uuid[]) as event_id,
                    unnest(?::text[]) as type, unnest(?::timestamptz[]) as occurred_at, unnest(?::text[]) as traceparent,
                    unnest(?::bytea[]) as data
            ), stream as (
                insert into outbox_sequence (topic, key, last)
                select topic, key, count(*) from event group by topic, key order by topic, key
                on conflict (topic, key) do update set last = outbox_sequence.last + excluded.last
                returning topic, key, last
            )
            insert into outbox (shard, topic, key, sequence, event_id, type, occurred_at, traceparent, data)
            select shard, topic, key, last - behind, event_id, type, occurred_at, traceparent,
                   data || convert_to(',"sequence":' || (last - behind) || '}', 'UTF8')
            from event join stream using (topic, key)
            order by place""";

    /**
     * An event on its way to a row.
     *
     * @param place among those that are stored together
     * @param behind how many of its stream come behind it in the same statement
     */
    private record Placed(int place, NewEvent event, long behind) {}

    private record Stream(String topic, String key) {}

    private final DataSource database;
    private final ObjectMapper json;
    private final Clock clock;
    private final TraceSource traces;
    private final OutboxBell bell;
    private final TransactionSynchronizationRegistry transactions;

    Outbox(
            DataSource database,
            ObjectMapper json,
            Clock clock,
            TraceSource traces,
            OutboxBell bell,
            TransactionSynchronizationRegistry transactions) {
        this.database = database;
        // An event is a whole state: it says what is null too.
        this.json = json.copy().setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS);
        this.clock = clock;
        this.traces = traces;
        this.bell = bell;
        this.transactions = transactions;
    }

    /** Same as {@link #append(List)}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(NewEvent... events) {
        append(List.of(events));
    }

    /**
     * Stores events in the caller's transaction, in the given order.
     *
     * @throws jakarta.transaction.TransactionalException if there is no transaction
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(List<NewEvent> events) {
        try (Connection connection = database.getConnection()) {
            RoundTrip.store(connection, rowsOf(events));
        } catch (SQLException e) {
            throw new OutboxException("Could not store events", e);
        }
    }

    /** The events as rows that the caller is to store in its transaction, together with others. */
    public Rows<?> rowsOf(List<NewEvent> events) {
        Instant now = clock.instant();
        if (!events.isEmpty()) {
            transactions.registerInterposedSynchronization(bell.ringAfterCommit());
        }
        return new Rows<>(STORE, placed(events), columns -> columns.set("int4", Placed::place)
                .set("int2", row -> Shards.of(row.event.key()))
                .set("text", row -> row.event.topic())
                .set("text", row -> row.event.key())
                .set("int8", Placed::behind)
                .set("uuid", row -> Ids.next())
                .set("text", row -> row.event.type())
                .set("timestamptz", row -> now)
                .set("text", row -> traceOf(row.event))
                .setBytes(row -> write(row.event.data())));
    }

    private static List<Placed> placed(List<NewEvent> events) {
        Map<Stream, Long> behind = new HashMap<>();
        List<Placed> placed = new ArrayList<>();
        for (int place = events.size() - 1; place >= 0; place--) {
            NewEvent event = events.get(place);
            Stream stream = new Stream(event.topic(), event.key());
            placed.add(new Placed(place, event, behind.merge(stream, 1L, Long::sum) - 1));
        }
        return placed;
    }

    private String traceOf(NewEvent event) {
        return event.traceParent() == null ? traces.traceParentFor(event.key()) : event.traceParent();
    }

    /** The data but for their end: the statement puts the sequence there, behind the partner's id that all data begin with. */
    private byte[] write(Object data) {
        try {
            byte[] whole = json.writeValueAsBytes(data);
            return Arrays.copyOf(whole, whole.length - 1);
        } catch (JsonProcessingException e) {
            throw new OutboxException("Could not write an event as JSON", e);
        }
    }
}
