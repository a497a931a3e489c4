package com.vsoxp.alliance.platform.rebuild;

import com.vsoxp.alliance.platform.job.JobEndedException;
import com.vsoxp.alliance.platform.job.JobLock;
import com.vsoxp.alliance.platform.job.Loneliness;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Runs the rebuild that was begun on this replica, and sees that none is said to run whose replica has ended. */
@ApplicationScoped
class RunningRebuild {

    static final String LOCK = "rebuild";

    private static final Logger LOG = Logger.getLogger(RunningRebuild.class);
    private static final long BETWEEN_NOTES = TimeUnit.MILLISECONDS.toNanos(500);

    private final List<RebuildWork> works;
    private final DataSource database;
    private final KeptRebuilds kept;
    private final KeepRebuild keep;
    private final Loneliness loneliness;

    private volatile Thread thread;

    /** @param works the service's own; none where there is nothing to rebuild */
    RunningRebuild(@All List<RebuildWork> works, DataSource database, KeptRebuilds kept, KeepRebuild keep) {
        this.works = works;
        this.database = database;
        this.kept = kept;
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
        if (works.isEmpty()) {
            return;
        }
        UUID running = QuarkusTransaction.requiringNew()
                .call(() -> kept.running().map(Rebuild::id).orElse(null));
        if (loneliness.isAbandoned(running)) {
            keep.fail(running, "The replica that ran it ended; nothing was changed. Start another one.");
        }
    }

    private void run(UUID id) {
        try (Connection connection = database.getConnection();
                JobLock _ = JobLock.take(connection, LOCK)) {
            Object summary = works.getFirst().run(connection, new Notes(id));
            keep.complete(id, summary);
            LOG.infof("Rebuild %s is completed: %s", id, summary);
        } catch (JobEndedException e) {
            LOG.infof("Rebuild %s ended: %s", id, e.getMessage());
            keep.fail(id, e.getMessage());
        } catch (SQLException | RuntimeException | OutOfMemoryError e) {
            LOG.errorf(e, "Rebuild %s failed", id);
            keep.fail(id, "Something went wrong and nothing was changed; the service's log says what.");
        }
    }

    /** Notes now and then how far it is. */
    private final class Notes implements RebuildWork.Progress {

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
