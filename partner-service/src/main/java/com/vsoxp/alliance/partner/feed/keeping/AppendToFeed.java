package com.vsoxp.alliance.partner.feed.keeping;

import com.vsoxp.alliance.partner.feed.FeedBell;
import com.vsoxp.alliance.partner.feed.FeedException;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** Puts other services' events at the end of the feed, in the bytes they came in. */
@UseCase
public class AppendToFeed {

    /** Held until the commit: whoever sees a position has seen all smaller ones. No other code may use this key. */
    static final String TAKE_TURN = "select pg_advisory_xact_lock(168951533, 0)";

    private static final String APPEND = """
            insert into event_feed (event_id, type, topic, source, partner_id, time, sequence, data)
            select event_id, type, topic, source, partner_id, time, sequence, data
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::timestamptz[], ?::bigint[], ?::bytea[])
                with ordinality as events (event_id, type, topic, source, partner_id, time, sequence, data, place)
            order by place""";

    private record About(UUID partnerId) {}

    private final DataSource database;
    private final FeedBell bell;
    private final TransactionSynchronizationRegistry transactions;

    AppendToFeed(DataSource database, FeedBell bell, TransactionSynchronizationRegistry transactions) {
        this.database = database;
        this.bell = bell;
        this.transactions = transactions;
    }

    /**
     * Appends events in the caller's transaction, in the given order; those who wait for them are told when it commits.
     *
     * @throws jakarta.transaction.TransactionalException if there is no transaction
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(List<ReceivedEvent> events) {
        try (Connection connection = database.getConnection();
                PreparedStatement takeTurn = connection.prepareStatement(TAKE_TURN);
                PreparedStatement append = connection.prepareStatement(APPEND)) {
            takeTurn.execute();
            append.setArray(1, connection.createArrayOf("uuid", column(events, ReceivedEvent::id)));
            append.setArray(2, connection.createArrayOf("text", column(events, ReceivedEvent::type)));
            append.setArray(3, connection.createArrayOf("text", column(events, ReceivedEvent::topic)));
            append.setArray(4, connection.createArrayOf("text", column(events, ReceivedEvent::source)));
            append.setArray(5, connection.createArrayOf("uuid", column(events, AppendToFeed::partnerOf)));
            append.setArray(6, connection.createArrayOf("timestamptz", column(events, ReceivedEvent::time)));
            append.setArray(7, connection.createArrayOf("bigint", column(events, ReceivedEvent::sequence)));
            append.setArray(
                    8,
                    connection.createArrayOf(
                            "bytea", events.stream().map(ReceivedEvent::content).toArray(byte[][]::new)));
            append.executeUpdate();
        } catch (SQLException e) {
            throw new FeedException("Events could not be put into the feed", e);
        }
        transactions.registerInterposedSynchronization(bell.ringAfterCommit(events.stream()
                .map(event -> new FeedBell.News(event.type(), partnerOf(event)))
                .distinct()
                .toList()));
    }

    /** The partner an event is about; null for one of the program. */
    private static UUID partnerOf(ReceivedEvent event) {
        return event.dataAs(About.class).partnerId();
    }

    private static Object[] column(List<ReceivedEvent> events, Function<ReceivedEvent, Object> field) {
        return events.stream().map(field).toArray();
    }
}
