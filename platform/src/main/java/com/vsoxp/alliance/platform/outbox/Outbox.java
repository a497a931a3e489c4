package com.vsoxp.alliance.platform.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.sql.Question;
import com.vsoxp.alliance.platform.sql.RoundTrip;
import com.vsoxp.alliance.platform.sql.Rows;
import com.vsoxp.alliance.platform.trace.TraceSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The way out of a service: events are stored in the transaction that makes them true, and leave after its commit, those
 * of one topic and key in the order of their commits.
 */
@ApplicationScoped
public class Outbox {

    private static final String STORE = """
            insert into outbox (shard, topic, key, sequence, event_id, type, occurred_at, traceparent, data)
            select shard, topic, key, sequence, event_id, type, occurred_at, traceparent, data
            from unnest(?::smallint[], ?::text[], ?::text[], ?::bigint[], ?::uuid[], ?::text[], ?::timestamptz[], ?::text[],
                        ?::bytea[])
                with ordinality as row (shard, topic, key, sequence, event_id, type, occurred_at, traceparent, data, place)
            order by place""";

    /** An event and its place in its stream. */
    private record Numbered(NewEvent event, long sequence) {}

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
            Question<Allotted> places = placesFor(events);
            List<Allotted> allotted = RoundTrip.ask(connection, places).to(places);
            RoundTrip.store(connection, rowsOf(connection, allotted, events));
        } catch (SQLException e) {
            throw new OutboxException("Could not store events", e);
        }
    }

    /** Asks for places of events in their streams, for {@link #rowsOf}. */
    public Question<Allotted> placesFor(Collection<NewEvent> events) {
        return Sequences.allot(Sequences.counts(events));
    }

    /**
     * The events as rows that the caller is to store in its transaction, together with others.
     *
     * @param allotted what was answered to {@link #placesFor} these events in the same transaction, and perhaps for more: what those
     *     would have taken is given back
     */
    public Rows<?> rowsOf(Connection connection, List<Allotted> allotted, List<NewEvent> events) throws SQLException {
        Map<EventStream, Long> next = Sequences.firsts(connection, allotted, Sequences.counts(events));
        if (events.isEmpty()) {
            return new Rows<>(STORE, List.of(), columns -> {});
        }
        Instant now = clock.instant();
        List<Numbered> numbered = events.stream()
                .map(event -> new Numbered(event, next.merge(EventStream.of(event), 1L, Long::sum) - 1))
                .toList();
        transactions.registerInterposedSynchronization(bell.ringAfterCommit());
        return new Rows<>(STORE, numbered, columns -> columns.set("int2", row -> Shards.of(row.event.key()))
                .set("text", row -> row.event.topic())
                .set("text", row -> row.event.key())
                .set("int8", Numbered::sequence)
                .set("uuid", row -> Ids.next())
                .set("text", row -> row.event.type())
                .set("timestamptz", row -> now)
                .set("text", row -> traceOf(row.event))
                .setBytes(row -> write(row.event.data(), row.sequence)));
    }

    private String traceOf(NewEvent event) {
        return event.traceParent() == null ? traces.traceParentFor(event.key()) : event.traceParent();
    }

    private byte[] write(Object data, long sequence) {
        try {
            // Written once: the sequence is put before the closing brace, behind the partner's id that all data begin
            // with.
            byte[] body = json.writeValueAsBytes(data);
            byte[] end = (",\"sequence\":" + sequence + "}").getBytes(StandardCharsets.US_ASCII);
            byte[] whole = Arrays.copyOf(body, body.length - 1 + end.length);
            System.arraycopy(end, 0, whole, body.length - 1, end.length);
            return whole;
        } catch (JsonProcessingException e) {
            throw new OutboxException("Could not write an event as JSON", e);
        }
    }
}
