package com.vsoxp.alliance.local.flow;

import static com.vsoxp.alliance.local.AllianceService.ELIGIBILITY;

import com.vsoxp.alliance.local.AllianceService;
import com.vsoxp.alliance.local.infrastructure.Refusal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The way of facts through outboxes, topics and intakes of a local alliance. When it is drained, every event that was caused so
 * far has been published and taken by every intake, and caused nothing more. It looks from outside: at the broker, and into the
 * databases, since no service can tell of the others.
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
        await(this::onTheirWay, patience);
    }

    /**
     * Returns when all that falls due by the passing of time alone has been decided and has had its effect.
     *
     * @param today by the services' clock
     * @throws Refusal if that is not so within the patience
     */
    public void awaitTimePassed(LocalDate today, Duration patience) {
        await(() -> due(today), patience);
        awaitDrained(patience);
    }

    /** How many records were ever set aside, since some intake could not take them: none, if all is well. */
    public long deadLetters() {
        return lag.deadLetters();
    }

    private static void await(Supplier<Optional<String>> stuck, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Optional<String> where;
        while ((where = stuck.get()).isPresent()) {
            if (System.nanoTime() > end) {
                throw new Refusal("Facts are stuck after " + patience.toSeconds() + " s: " + where.get());
            }
            pause();
        }
    }

    /**
     * Where facts are on their way, or nothing. An intake commits its effect and what follows from it before its offset: so once
     * the intakes have taken all, and the outboxes are empty after that, and no record came meanwhile, nothing is on its way.
     */
    private Optional<String> onTheirWay() {
        long recordsBefore = lag.records();
        return lag.behind()
                .or(this::waitingInOutboxes)
                .or(() -> lag.records() == recordsBefore ? Optional.empty() : Optional.of("records are arriving"));
    }

    private Optional<String> waitingInOutboxes() {
        for (AllianceService service : AllianceService.values()) {
            if (is(service, "exists (select 1 from outbox)")) {
                return Optional.of("the outbox of " + service.serviceName() + " is not empty");
            }
        }
        return Optional.empty();
    }

    private Optional<String> due(LocalDate today) {
        return is(ELIGIBILITY, "exists (select 1 from standing where next_transition_on <= date '" + today + "')")
                ? Optional.of("eligibility-service has not decided what is due on " + today)
                : Optional.empty();
    }

    private boolean is(AllianceService service, String condition) {
        String role = service.database();
        try (var connection = DriverManager.getConnection(jdbcUrls.apply(service), role, role);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select " + condition)) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            throw new Refusal("Cannot look into the database of " + service.serviceName() + ": " + e.getMessage(), e);
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
