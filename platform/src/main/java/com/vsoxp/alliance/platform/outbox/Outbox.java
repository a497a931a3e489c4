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
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * The way out of a service: events are stored in the transaction that makes them true, and leave after its commit, those
 * of one topic and key in the order of their commits.
 */
@ApplicationScoped
public class Outbox {

    private static final String ALLOT = """
            insert into outbox_sequence (topic, key, last)
            select * from unnest(?::text[], ?::text[], ?::bigint[])
            on conflict (topic, key) do update set last = outbox_sequence.last + excluded.last
            returning topic, key, last""";

    private static final String STORE = """
            insert into outbox (shard, topic, key, sequence, event_id, type, occurred_at, traceparent, data)
            select shard, topic, key, sequence, event_id, type, occurred_at, traceparent, data
            from unnest(?::smallint[], ?::text[], ?::text[], ?::bigint[], ?::uuid[], ?::text[], ?::timestamptz[], ?::text[],
                        ?::bytea[])
                with ordinality as row (shard, topic, key, sequence, event_id, type, occurred_at, traceparent, data, place)
            order by place""";

    /** An event and its place in its stream. */
    private record Numbered(NewEvent event, long sequence) {}

    private record Stream(String topic, String key) implements Comparable<Stream> {
        @Override
        public int compareTo(Stream other) {
            int byTopic = topic.compareTo(other.topic);
            return byTopic != 0 ? byTopic : key.compareTo(other.key);
        }
    }

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
            RoundTrip.store(connection, rowsOf(connection, events));
        } catch (SQLException e) {
            throw new OutboxException("Could not store events", e);
        }
    }

    /**
     * The events as rows that the caller is to store in its transaction, together with others: their places in their streams are
     * taken.
     */
    public Rows<?> rowsOf(Connection connection, List<NewEvent> events) throws SQLException {
        if (events.isEmpty()) {
            return new Rows<>(STORE, List.of(), columns -> {});
        }
        Map<Stream, Long> next = allotSequences(connection, events);
        Instant now = clock.instant();
        List<Numbered> numbered = events.stream()
                .map(event ->
                        new Numbered(event, next.merge(new Stream(event.topic(), event.key()), 1L, Long::sum) - 1))
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

    /** Returns the first sequence of each stream. Streams are locked in one order, so that writers never deadlock. */
    private Map<Stream, Long> allotSequences(Connection connection, List<NewEvent> events) throws SQLException {
        Map<Stream, Long> counts = new TreeMap<>();
        events.forEach(event -> counts.merge(new Stream(event.topic(), event.key()), 1L, Long::sum));
        Map<Stream, Long> next = new HashMap<>();
        try (PreparedStatement allot = connection.prepareStatement(ALLOT)) {
            allot.setArray(1, textArray(connection, counts.keySet().stream().map(Stream::topic)));
            allot.setArray(2, textArray(connection, counts.keySet().stream().map(Stream::key)));
            allot.setArray(3, connection.createArrayOf("bigint", counts.values().toArray()));
            try (ResultSet rows = allot.executeQuery()) {
                while (rows.next()) {
                    Stream stream = new Stream(rows.getString(1), rows.getString(2));
                    next.put(stream, rows.getLong(3) - counts.get(stream) + 1);
                }
            }
        }
        return next;
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

    private static java.sql.Array textArray(Connection connection, java.util.stream.Stream<String> values)
            throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }
}
