package com.vsoxp.alliance.partner.webhook.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * How far webhooks are behind: {@code alliance.webhooks.waiting} deliveries, the oldest one that should have been sent for
 * {@code alliance.webhooks.lag.seconds}; and how many are {@code alliance.webhooks.disabled}.
 */
@ApplicationScoped
class DeliveryGauges {

    private static final String BEHIND = """
            select (select count(*) from (select 1 from webhook_delivery where status = 'PENDING' limit 100000) as bounded),
                   (select min(next_attempt_at) from webhook_delivery d join webhook w on w.id = d.webhook_id
                    where d.status = 'PENDING' and w.status = 'ACTIVE'),
                   (select count(*) from webhook where status = 'DISABLED')""";

    private final DataSource database;
    private final Clock clock;
    private volatile double waiting;
    private volatile double lagSeconds;
    private volatile double disabled;

    DeliveryGauges(DataSource database, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.clock = clock;
        metrics.gauge("alliance.webhooks.waiting", this, gauges -> gauges.waiting);
        metrics.gauge("alliance.webhooks.lag.seconds", this, gauges -> gauges.lagSeconds);
        metrics.gauge("alliance.webhooks.disabled", this, gauges -> gauges.disabled);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement behind = connection.prepareStatement(BEHIND);
                ResultSet row = behind.executeQuery()) {
            row.next();
            waiting = row.getDouble(1);
            Timestamp oldest = row.getTimestamp(2);
            Instant now = clock.instant();
            lagSeconds = oldest == null
                    ? 0
                    : Math.max(0, Duration.between(oldest.toInstant(), now).toSeconds());
            disabled = row.getDouble(3);
        }
    }
}
