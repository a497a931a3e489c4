package com.vsoxp.alliance.platform.outbox.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** How far the outbox is behind: {@code alliance.outbox.waiting} events, the oldest for {@code alliance.outbox.lag.seconds}. */
@ApplicationScoped
class OutboxGauges {

    private static final String BEHIND = """
            select (select count(*) from (select 1 from outbox limit 100000) as bounded),
                   (select coalesce(extract(epoch from now() - appended_at), 0) from outbox order by id limit 1)""";

    private final DataSource database;
    private volatile double waiting;
    private volatile double lagSeconds;

    OutboxGauges(DataSource database, MeterRegistry metrics) {
        this.database = database;
        metrics.gauge("alliance.outbox.waiting", this, gauges -> gauges.waiting);
        metrics.gauge("alliance.outbox.lag.seconds", this, gauges -> gauges.lagSeconds);
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement behind = connection.prepareStatement(BEHIND);
                ResultSet row = behind.executeQuery()) {
            row.next();
            waiting = row.getDouble(1);
            lagSeconds = row.getDouble(2);
        }
    }
}
