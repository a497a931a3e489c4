package com.vsoxp.alliance.local.flow;

import com.vsoxp.alliance.local.AllianceService;
import com.vsoxp.alliance.local.infrastructure.Refusal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The way of facts through outboxes, topics and intakes of a local alliance. When it is drained, every event that was caused so
 * far has been published and taken by every intake, and caused nothing more.
 */
public final class FactFlow implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Function<AllianceService, String> jdbcUrls;
    private final ConsumerLag lag;

    /**
     * @param bootstrapServers of the broker
     * @param jdbcUrls of each service's database
     */
    public FactFlow(String bootstrapServers, Function<AllianceService, String> jdbcUrls) {
        this.jdbcUrls = jdbcUrls;
        this.lag = new ConsumerLag(bootstrapServers);
    }

    /**
     * Returns when it is drained.
     *
     * @throws Refusal if it is not within the patience, saying where facts are stuck
     */
    public void awaitDrained(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Optional<String> stuck;
        while ((stuck = stuck()).isPresent()) {
            if (System.nanoTime() > end) {
                throw new Refusal("Facts are stuck after " + patience.toSeconds() + " s: " + stuck.get());
            }
            pause();
        }
    }

    /**
     * Where facts are on their way, or nothing. An intake commits its effect and what follows from it before its offset: so once
     * the intakes have taken all, and the outboxes are empty after that, and no record came meanwhile, nothing is on its way.
     */
    private Optional<String> stuck() {
        long recordsBefore = lag.records();
        return lag.behind()
                .or(this::waitingInOutboxes)
                .or(() -> lag.records() == recordsBefore ? Optional.empty() : Optional.of("records are arriving"));
    }

    private Optional<String> waitingInOutboxes() {
        for (AllianceService service : AllianceService.values()) {
            if (hasWaiting(service)) {
                return Optional.of("the outbox of " + service.serviceName() + " is not empty");
            }
        }
        return Optional.empty();
    }

    private boolean hasWaiting(AllianceService service) {
        try (var connection =
                        DriverManager.getConnection(jdbcUrls.apply(service), service.database(), service.database());
                var statement = connection.createStatement();
                var row = statement.executeQuery("select exists (select 1 from outbox)")) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            throw new Refusal("Cannot look into the outbox of " + service.serviceName() + ": " + e.getMessage(), e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while the facts were flowing.", e);
        }
    }

    @Override
    public void close() {
        lag.close();
    }
}
