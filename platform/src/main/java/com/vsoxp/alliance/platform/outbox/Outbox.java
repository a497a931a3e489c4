package com.vsoxp.alliance.platform.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.trace.TraceSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
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
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

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
        if (events.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            store(connection, events, allotSequences(connection, events));
        } catch (SQLException e) {
            throw new OutboxException("Could not store events", e);
        }
        transactions.registerInterposedSynchronization(bell.ringAfterCommit());
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

    private void store(Connection connection, List<NewEvent> events, Map<Stream, Long> next) throws SQLException {
        Timestamp now = Timestamp.from(clock.instant());
        try (PreparedStatement store = connection.prepareStatement(STORE)) {
            for (NewEvent event : events) {
                long sequence = next.merge(new Stream(event.topic(), event.key()), 1L, Long::sum) - 1;
                store.setShort(1, Shards.of(event.key()));
                store.setString(2, event.topic());
                store.setString(3, event.key());
                store.setLong(4, sequence);
                store.setObject(5, Ids.next());
                store.setString(6, event.type());
                store.setTimestamp(7, now);
                store.setString(8, traceOf(event));
                store.setBytes(9, write(event.data(), sequence));
                store.addBatch();
            }
            store.executeBatch();
        }
    }

    private String traceOf(NewEvent event) {
        return event.traceParent() == null ? traces.traceParentFor(event.key()) : event.traceParent();
    }

    private byte[] write(Object data, long sequence) {
        ObjectNode body = json.valueToTree(data);
        body.put("sequence", sequence);
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new OutboxException("Could not write an event as JSON", e);
        }
    }

    private static java.sql.Array textArray(Connection connection, java.util.stream.Stream<String> values)
            throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }
}
