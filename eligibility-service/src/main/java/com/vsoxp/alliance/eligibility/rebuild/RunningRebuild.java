package com.vsoxp.alliance.eligibility.rebuild;

import com.vsoxp.alliance.eligibility.job.JobEndedException;
import com.vsoxp.alliance.eligibility.job.JobLock;
import com.vsoxp.alliance.eligibility.job.Loneliness;
import com.vsoxp.alliance.eligibility.rebuild.replay.Replay;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Runs the rebuild that was begun on this replica, and sees that none is said to run whose replica has ended. */
@ApplicationScoped
class RunningRebuild {

    static final String LOCK = "rebuild";

    private static final Logger LOG = Logger.getLogger(RunningRebuild.class);
    private static final long BETWEEN_NOTES = TimeUnit.MILLISECONDS.toNanos(500);

    private final AgroalDataSource database;
    private final Replay replay;
    private final KeepRebuild keep;
    private final Loneliness loneliness;

    private volatile Thread thread;

    RunningRebuild(AgroalDataSource database, Replay replay, KeepRebuild keep) {
        this.database = database;
        this.replay = replay;
        this.keep = keep;
        this.loneliness = new Loneliness(database, LOCK);
    }

    void begin(UUID id) {
        thread = Thread.ofPlatform().name("rebuild").daemon().start(() -> run(id));
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            running.join(5_000);
        }
    }

    @Scheduled(every = "${alliance.rebuild.look-every:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() throws SQLException {
        UUID running = QuarkusTransaction.requiringNew()
                .call(() -> RebuildRow.running().map(row -> row.id).orElse(null));
        if (loneliness.isAbandoned(running)) {
            keep.fail(running, "The replica that ran it ended; nothing was changed. Start another one.");
        }
    }

    private void run(UUID id) {
        try (Connection connection = database.getConnection();
                JobLock _ = JobLock.take(connection, LOCK)) {
            Replay.Result result = replay.run(connection, new Notes(id));
            keep.complete(id, RebuildView.summary(result));
            LOG.infof("Rebuild %s is completed: %s", id, result);
        } catch (JobEndedException e) {
            LOG.infof("Rebuild %s ended: %s", id, e.getMessage());
            keep.fail(id, e.getMessage());
        } catch (SQLException | RuntimeException | OutOfMemoryError e) {
            LOG.errorf(e, "Rebuild %s failed", id);
            keep.fail(id, "Something went wrong and nothing was changed; the service's log says what.");
        }
    }

    /** Notes now and then how far it is. */
    private final class Notes implements Replay.Progress {

        private final UUID id;
        private String phase = "";
        private long last = System.nanoTime();

        Notes(UUID id) {
            this.id = id;
        }

        @Override
        public void at(String nowAt, int percent) {
            if (!nowAt.equals(phase) || System.nanoTime() - last > BETWEEN_NOTES) {
                phase = nowAt;
                last = System.nanoTime();
                keep.progress(id, nowAt, percent);
            }
        }
    }
}
