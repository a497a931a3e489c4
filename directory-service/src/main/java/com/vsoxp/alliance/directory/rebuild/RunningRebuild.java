package com.vsoxp.alliance.directory.rebuild;

import com.vsoxp.alliance.directory.publication.TellAgain;
import com.vsoxp.alliance.directory.rebuild.RebuildRow.Phase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Runs the rebuild that was begun on this replica, and sees that none is said to run whose replica has ended. */
@ApplicationScoped
class RunningRebuild {

    private static final Logger LOG = Logger.getLogger(RunningRebuild.class);
    private static final String LOCK = "select pg_advisory_lock(20040107)";
    private static final String UNLOCK = "select pg_advisory_unlock(20040107)";
    private static final String TRY = "select pg_try_advisory_lock(20040107)";

    @Inject
    BuildAnew buildAnew;

    @Inject
    TellAgain tellAgain;

    @Inject
    KeepRebuild keep;

    @Inject
    DataSource database;

    private volatile Thread thread;
    private volatile UUID alone;

    void begin(UUID id) {
        thread = Thread.ofPlatform().name("rebuild").daemon().start(() -> run(id));
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        var running = thread;
        if (running != null) {
            running.interrupt();
            running.join(5_000);
        }
    }

    /** Between its start and its lock a rebuild is alone for a moment: only one that is alone twice is abandoned. */
    @Scheduled(every = "${alliance.rebuild.look-every:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() throws SQLException {
        UUID running = QuarkusTransaction.requiringNew()
                .call(() -> RebuildRow.running().map(row -> row.id).orElse(null));
        var before = alone;
        alone = running != null && isFree() ? running : null;
        if (running != null && running.equals(before) && running.equals(alone)) {
            keep.fail(running, "The replica that ran it ended; nothing was changed. Start another one.");
        }
    }

    private boolean isFree() throws SQLException {
        try (var connection = database.getConnection()) {
            var free = ask(connection, TRY);
            if (free) {
                ask(connection, UNLOCK);
            }
            return free;
        }
    }

    private void run(UUID id) {
        try (var connection = database.getConnection()) {
            ask(connection, LOCK);
            try {
                work(id);
            } finally {
                ask(connection, UNLOCK);
            }
        } catch (SQLException e) {
            LOG.errorf(e, "Rebuild %s cannot hold its lock", id);
            keep.fail(id, "The database could not be reached and nothing was changed.");
        }
    }

    private void work(UUID id) {
        try {
            var result = buildAnew.build((phase, percent) -> keep.progress(id, phase, percent));
            keep.progress(id, Phase.TELLING, 95);
            tell();
            keep.complete(id, result);
            LOG.infof("Rebuild %s is completed: %s", id, result);
        } catch (RebuildEndedException e) {
            LOG.infof("Rebuild %s ended: %s", id, e.getMessage());
            keep.fail(id, e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Rebuild %s failed", id);
            keep.fail(id, "Something went wrong and nothing was changed; the service's log says what.");
        }
    }

    @ActivateRequestContext
    void tell() {
        while (tellAgain.tellSome()) {
            // The turn is given back between the batches.
        }
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return "t".equals(answer.getString(1));
        }
    }
}
