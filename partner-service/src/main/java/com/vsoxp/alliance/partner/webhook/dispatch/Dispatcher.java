package com.vsoxp.alliance.partner.webhook.dispatch;

import com.vsoxp.alliance.partner.feed.FeedBell;
import com.vsoxp.alliance.partner.feed.FeedFilter;
import com.vsoxp.alliance.partner.webhook.WebhooksConfig;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.resilience.Patience;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Sees which webhooks have something due, and has each served by a thread of its own: a slow one holds up no other. */
@ApplicationScoped
class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private static final String HAVE_SOMETHING = """
            select p.webhook_id from webhook_progress p join webhook w on w.id = p.webhook_id
            where w.status = 'ACTIVE'
              and (p.served_until is null or p.served_until < now() or p.served_by = ?)
              and (p.position < (select max(position) from event_feed)
                   or exists (select from webhook_delivery d where d.webhook_id = p.webhook_id
                              and d.status = 'PENDING' and d.next_attempt_at <= ?))""";

    private final DataSource database;
    private final FeedBell bell;
    private final WebhookRun runs;
    private final WebhooksConfig config;
    private final Clock clock;
    private final UUID replica = Ids.next();
    private final Set<UUID> running = ConcurrentHashMap.newKeySet();

    private volatile boolean stopping;
    private ExecutorService threads;
    private Thread thread;

    Dispatcher(DataSource database, FeedBell bell, WebhookRun runs, WebhooksConfig config, Clock clock) {
        this.database = database;
        this.bell = bell;
        this.runs = runs;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        stopping = false;
        threads = Executors.newVirtualThreadPerTaskExecutor();
        thread = Thread.ofPlatform().name("webhook-dispatcher").daemon().start(this::run);
    }

    /** What is being sent is finished; what is not begun is left to others, or to the next start. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(5_000);
        threads.shutdown();
        threads.awaitTermination(12, TimeUnit.SECONDS);
    }

    private void run() {
        Patience patience = new Patience(LONGEST_PAUSE);
        try (FeedBell.Ear ear = bell.listenFor(new FeedFilter(Set.of(), null))) {
            while (!stopping) {
                try {
                    serveAll();
                    patience.reset();
                } catch (SQLException e) {
                    LOG.warnf("Webhooks wait: %s", e.getMessage());
                    patience.pause();
                }
                ear.await(config.pollEvery());
                // Under load the bell rings all the time.
                Thread.sleep(BETWEEN_ROUNDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serveAll() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(HAVE_SOMETHING)) {
            select.setObject(1, replica);
            select.setTimestamp(2, Timestamp.from(clock.instant()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    serve(rows.getObject(1, UUID.class));
                }
            }
        }
    }

    private void serve(UUID webhookId) {
        if (running.add(webhookId)) {
            threads.execute(() -> {
                try {
                    runs.run(webhookId, replica, () -> stopping);
                } catch (ExecutionException | RuntimeException e) {
                    // Nothing is lost: what is not recorded as sent is due still.
                    LOG.errorf(e, "Webhook %s could not be served and will be tried again", webhookId);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    running.remove(webhookId);
                }
            });
        }
    }
}
