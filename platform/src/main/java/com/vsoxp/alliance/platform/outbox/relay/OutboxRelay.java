package com.vsoxp.alliance.platform.outbox.relay;

import com.vsoxp.alliance.platform.outbox.OutboxBell;
import com.vsoxp.alliance.platform.resilience.Patience;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Carries committed events to the broker. One thread and one database connection serve all shards that this replica
 * holds; the connection holds their locks too, so a replica that lost its database has lost its shards.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final AgroalDataSource database;
    private final OutboxConfig config;
    private final OutboxBell bell;
    private final BrokerSender sender;
    private final StrikeOff strikeOff;
    private final Patience patience;

    private volatile boolean stopping;
    private volatile String trouble;
    private Thread thread;
    private int leftSinceTidied;

    OutboxRelay(
            AgroalDataSource database, OutboxConfig config, OutboxBell bell, BrokerSender sender, StrikeOff strikeOff) {
        this.database = database;
        this.config = config;
        this.bell = bell;
        this.sender = sender;
        this.strikeOff = strikeOff;
        this.patience = new Patience(config.longestPause());
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(5_000);
    }

    /** What keeps the relay from its work at the moment, if anything does. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private void run() {
        while (!stopping) {
            try {
                relayOverOneConnection();
            } catch (SQLException | KafkaException e) {
                trouble = e.getMessage();
                LOG.warnf("The outbox relay waits: %s", e.getMessage());
                patience.pause();
            } catch (RuntimeException e) {
                // Whatever it is, committed events must not be left lying: say so loudly, and try again.
                trouble = "an unexpected failure, see the log";
                LOG.error("The outbox relay failed and tries again", e);
                patience.pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void relayOverOneConnection() throws SQLException, InterruptedException {
        try (Connection connection = database.getConnection();
                var _ = new ByIndexAlone(connection);
                ShardLocks locks = new ShardLocks(connection)) {
            long nextRebalance = System.nanoTime();
            while (!stopping) {
                if (System.nanoTime() - nextRebalance >= 0) {
                    locks.rebalance();
                    nextRebalance = System.nanoTime() + config.rebalanceEvery().toNanos();
                }
                long looked = System.nanoTime();
                if (!relayOneBatch(connection, locks.held())) {
                    bell.await(config.pollEvery());
                    gatherSince(looked);
                }
            }
        }
    }

    private void tidy(Connection connection, int left) throws SQLException {
        leftSinceTidied += left;
        if (leftSinceTidied >= config.tidyAfter()) {
            OutboxRows.tidy(connection);
            leftSinceTidied = 0;
        }
    }

    // Under load each commit would have a look of its own, and each look a round trip through the database, the broker
    // and every
    // consumer: most of what an event costs.
    private void gatherSince(long looked) throws InterruptedException {
        long rest = config.gatherFor().toNanos() - (System.nanoTime() - looked);
        if (rest > 0) {
            TimeUnit.NANOSECONDS.sleep(rest);
        }
    }

    /** Returns whether there may be more at once. */
    private boolean relayOneBatch(Connection connection, Set<Short> shards) throws SQLException, InterruptedException {
        List<OutboxRow> batch = OutboxRows.oldest(connection, shards, config.batchSize());
        if (!batch.isEmpty()) {
            BrokerSender.Outcome outcome = sender.send(batch);
            if (!outcome.acknowledged().isEmpty()) {
                strikeOff.strikeOff(connection, outcome.acknowledged());
                tidy(connection, outcome.acknowledged().size());
            }
            outcome.throwIfFailed();
        }
        trouble = null;
        patience.reset();
        return batch.size() == config.batchSize();
    }
}
