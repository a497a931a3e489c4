package com.vsoxp.alliance.partner.webhook.dispatch;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.webhook.Webhook;
import com.vsoxp.alliance.partner.webhook.WebhookStatus;
import com.vsoxp.alliance.partner.webhook.WebhooksConfig;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/** Writes into the log what came of an attempt, and draws the conclusions: sent again, given up, or disabled altogether. */
@UseCase
public class RecordAttempt {

    private static final String LOG = """
            update webhook_delivery
            set status = ?, attempts = attempts + 1, first_attempt_at = coalesce(first_attempt_at, now.at),
                last_attempt_at = now.at, last_status = ?::integer, last_error = ?::text,
                next_attempt_at = ?::timestamptz, completed_at = case when status.ends then now.at end
            from (select ?::timestamptz as at) now, (select ?::boolean as ends) status
            where id = ?""";

    private static final String HAS_RECOVERED = """
            with before as (select failing_since from webhook_progress
                            where webhook_id = ? and failing_since is not null for update)
            update webhook_progress p set failing_since = null from before where p.webhook_id = ?
            returning before.failing_since""";

    private static final String SEND_WHAT_WAITS = """
            update webhook_delivery set next_attempt_at = ?
            where webhook_id = ? and status = 'PENDING' and next_attempt_at > ?""";

    private static final String IS_FAILING = """
            update webhook_progress set failing_since = coalesce(failing_since, ?) where webhook_id = ?
            returning failing_since""";

    private final DataSource database;
    private final WebhooksConfig config;
    private final NoteInAudit audit;
    private final Clock clock;

    RecordAttempt(DataSource database, WebhooksConfig config, NoteInAudit audit, Clock clock) {
        this.database = database;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /** Records one attempt; returns whether the webhook is still active. */
    @Transactional
    public boolean record(UUID webhookId, Due due, Attempt attempt) {
        try (Connection connection = database.getConnection()) {
            return switch (attempt) {
                case Attempt.Taken taken -> recordTaken(connection, webhookId, due, taken);
                case Attempt.Refused refused -> recordRefused(connection, webhookId, due, refused);
                case Attempt.Gone _ -> recordGone(connection, webhookId, due);
                case Attempt.Forgotten _ -> recordForgotten(connection, due);
                case Attempt.NotTried _ -> true;
            };
        } catch (SQLException e) {
            throw new DispatchException("An attempt could not be recorded", e);
        }
    }

    private boolean recordTaken(Connection connection, UUID webhookId, Due due, Attempt.Taken taken)
            throws SQLException {
        Timestamp now = Timestamp.from(clock.instant());
        log(connection, due, "DELIVERED", taken.status(), null, null, now);
        Optional<Instant> failedSince = instant(connection, HAS_RECOVERED, webhookId, webhookId);
        // Shorter than that it may be one event that nobody can take, and others between its attempts.
        if (failedSince
                .filter(since -> since.plus(config.recoveredAfter()).isBefore(now.toInstant()))
                .isPresent()) {
            update(connection, SEND_WHAT_WAITS, now, webhookId, now);
        }
        return true;
    }

    private boolean recordRefused(Connection connection, UUID webhookId, Due due, Attempt.Refused refused)
            throws SQLException {
        Instant now = clock.instant();
        Optional<Duration> pause = new RetrySchedule(config.retries())
                .pauseAfter(
                        due.attempts() + 1,
                        refused.wish(),
                        ThreadLocalRandom.current().nextDouble());
        log(
                connection,
                due,
                pause.isPresent() ? "PENDING" : "FAILED",
                refused.status(),
                refused.error(),
                pause.map(wait -> Timestamp.from(now.plus(wait))).orElse(null),
                Timestamp.from(now));
        Optional<Instant> failingSince = instant(connection, IS_FAILING, Timestamp.from(now), webhookId);
        // Nothing came through since this event was first tried: it is not the event.
        boolean dead = pause.isEmpty()
                && due.firstAttemptAt() != null
                && failingSince
                        .filter(since -> !since.isAfter(due.firstAttemptAt()))
                        .isPresent();
        if (dead) {
            disable(webhookId, "No event was taken since " + failingSince.get() + ". Last answer: " + refused.error());
        }
        return !dead;
    }

    /** The event waits for the webhook to be enabled again. */
    private boolean recordGone(Connection connection, UUID webhookId, Due due) throws SQLException {
        Timestamp now = Timestamp.from(clock.instant());
        log(connection, due, "PENDING", 410, "Gone", now, now);
        disable(webhookId, "The address answered 410 Gone.");
        return false;
    }

    private boolean recordForgotten(Connection connection, Due due) throws SQLException {
        log(connection, due, "FAILED", null, "The event is no longer kept.", null, Timestamp.from(clock.instant()));
        return true;
    }

    private static void log(
            Connection connection, Due due, String outcome, Integer status, String error, Timestamp next, Timestamp now)
            throws SQLException {
        update(connection, LOG, outcome, status, error, next, now, !"PENDING".equals(outcome), due.id());
    }

    private void disable(UUID webhookId, String reason) {
        Optional<Webhook> found = Webhook.find(webhookId);
        if (found.isPresent() && found.get().status == WebhookStatus.ACTIVE) {
            Webhook webhook = found.get();
            webhook.status = WebhookStatus.DISABLED;
            webhook.disabledReason = reason;
            webhook.disabledAt = clock.instant();
            webhook.flush();
            audit.note(webhook.partnerId, "WEBHOOK_DISABLED", webhookId, Map.of("reason", reason));
        }
    }

    private static void update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.executeUpdate();
        }
    }

    private static Optional<Instant> instant(Connection connection, String sql, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(row.getTimestamp(1).toInstant()) : Optional.empty();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
