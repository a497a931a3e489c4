package com.vsoxp.alliance.partner.webhook.dispatch;

import com.vsoxp.alliance.partner.feed.Feed;
import com.vsoxp.alliance.partner.feed.FeedEvent;
import com.vsoxp.alliance.partner.feed.FeedSlice;
import com.vsoxp.alliance.partner.webhook.Webhook;
import com.vsoxp.alliance.partner.webhook.WebhooksConfig;
import com.vsoxp.alliance.partner.webhook.signature.SecretBox;
import com.vsoxp.alliance.partner.webhook.signature.SigningSecret;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Takes a webhook to serve, turns the next events of the feed into deliveries, and says which are due. One replica serves a
 * webhook at a time: its lease is renewed with every plan, given back when nothing is due, and runs out if it dies.
 */
@UseCase
public class PlanDeliveries {

    private static final int BATCH = 100;

    private static final String LEASE = """
            update webhook_progress p set served_by = ?, served_until = now() + ? * interval '1 millisecond'
            from webhook w
            where w.id = p.webhook_id and w.status = 'ACTIVE' and p.webhook_id = ?
              and (p.served_until is null or p.served_until < now() or p.served_by = ?)
            returning p.position, p.failing_since""";

    private static final String WAITING =
            "select count(*) from webhook_delivery where webhook_id = ? and status = 'PENDING'";

    private static final String ADD = """
            insert into webhook_delivery (id, webhook_id, position, event_id, type, status, next_attempt_at)
            select id, ?, position, event_id, type, 'PENDING', ?
            from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::text[]) as event (id, position, event_id, type)
            on conflict do nothing""";

    private static final String ADVANCE = "update webhook_progress set position = ? where webhook_id = ?";

    private static final String DUE = """
            select d.id as delivery_id, d.attempts, d.first_attempt_at, e.*
            from webhook_delivery d left join event_feed e using (position)
            where d.webhook_id = ? and d.status = 'PENDING' and d.next_attempt_at <= ?
            order by d.next_attempt_at, d.position limit ?""";

    private static final String GIVE_BACK =
            "update webhook_progress set served_by = null, served_until = null where webhook_id = ?";

    private record Lease(long position, boolean failing) {}

    private final DataSource database;
    private final Feed feed;
    private final SecretBox box;
    private final WebhooksConfig config;
    private final Clock clock;

    PlanDeliveries(DataSource database, Feed feed, SecretBox box, WebhooksConfig config, Clock clock) {
        this.database = database;
        this.feed = feed;
        this.box = box;
        this.config = config;
        this.clock = clock;
    }

    /** What this replica is to send to that webhook now; empty if there is nothing, or if another replica serves it. */
    @Transactional
    public Optional<Plan> plan(UUID webhookId, UUID replica) {
        try (Connection connection = database.getConnection()) {
            Optional<Lease> lease = lease(connection, webhookId, replica);
            if (lease.isEmpty()) {
                return Optional.empty();
            }
            Webhook webhook = Webhook.require(webhookId);
            boolean more = addNext(connection, webhook, lease.get().position());
            List<Due> due = due(connection, webhookId);
            if (due.isEmpty() && !more) {
                update(connection, GIVE_BACK, webhookId);
                return Optional.empty();
            }
            return Optional.of(new Plan(
                    webhookId,
                    URI.create(webhook.url),
                    secrets(webhook),
                    lease.get().failing(),
                    due,
                    more || due.size() == BATCH));
        } catch (SQLException e) {
            throw new DispatchException("Deliveries could not be planned", e);
        }
    }

    private Optional<Lease> lease(Connection connection, UUID webhookId, UUID replica) throws SQLException {
        try (PreparedStatement lease = connection.prepareStatement(LEASE)) {
            lease.setObject(1, replica);
            lease.setLong(2, config.lease().toMillis());
            lease.setObject(3, webhookId);
            lease.setObject(4, replica);
            try (ResultSet row = lease.executeQuery()) {
                return row.next()
                        ? Optional.of(new Lease(row.getLong(1), row.getTimestamp(2) != null))
                        : Optional.empty();
            }
        }
    }

    /** Returns whether there is more to add at once: only so many wait at a time. */
    private boolean addNext(Connection connection, Webhook webhook, long position) throws SQLException {
        int room = Math.min(BATCH, config.window() - waiting(connection, webhook.id));
        if (room <= 0) {
            return false;
        }
        FeedSlice slice = feed.after(position, webhook.filter(), room);
        if (!slice.events().isEmpty()) {
            add(connection, webhook.id, slice.events());
        }
        if (slice.through() > position) {
            update(connection, ADVANCE, slice.through(), webhook.id);
        }
        return slice.more();
    }

    private static int waiting(Connection connection, UUID webhookId) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(WAITING)) {
            count.setObject(1, webhookId);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void add(Connection connection, UUID webhookId, List<FeedEvent> events) throws SQLException {
        update(
                connection,
                ADD,
                webhookId,
                Timestamp.from(clock.instant()),
                connection.createArrayOf(
                        "uuid", events.stream().map(event -> Ids.next()).toArray()),
                connection.createArrayOf(
                        "bigint", events.stream().map(FeedEvent::position).toArray()),
                connection.createArrayOf(
                        "uuid", events.stream().map(FeedEvent::id).toArray()),
                connection.createArrayOf(
                        "text", events.stream().map(FeedEvent::type).toArray()));
    }

    private List<Due> due(Connection connection, UUID webhookId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(DUE)) {
            select.setObject(1, webhookId);
            select.setTimestamp(2, Timestamp.from(clock.instant()));
            select.setInt(3, BATCH);
            List<Due> due = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Timestamp first = row.getTimestamp("first_attempt_at");
                    due.add(new Due(
                            row.getObject("delivery_id", UUID.class),
                            row.getInt("attempts"),
                            first == null ? null : first.toInstant(),
                            row.getObject("event_id") == null ? null : FeedEvent.of(row)));
                }
            }
            return due;
        }
    }

    private List<SigningSecret> secrets(Webhook webhook) {
        List<SigningSecret> secrets = new ArrayList<>();
        secrets.add(box.open(webhook.id, webhook.secret));
        Instant until = webhook.previousSecretUntil;
        if (until != null && clock.instant().isBefore(until)) {
            secrets.add(box.open(webhook.id, webhook.previousSecret));
        }
        return secrets;
    }

    private static void update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
