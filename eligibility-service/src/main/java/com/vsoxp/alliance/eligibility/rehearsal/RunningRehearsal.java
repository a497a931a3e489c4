package com.vsoxp.alliance.eligibility.rehearsal;

import com.vsoxp.alliance.eligibility.catalog.Programs;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.rehearsal.columns.Demands;
import com.vsoxp.alliance.eligibility.rehearsal.columns.Foresight;
import com.vsoxp.alliance.eligibility.rehearsal.columns.PartnerColumns;
import com.vsoxp.alliance.eligibility.rehearsal.columns.Tally;
import com.vsoxp.alliance.platform.job.JobEndedException;
import com.vsoxp.alliance.platform.job.JobLock;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The rehearsal that this replica runs, on a thread and a connection of its own. The connection holds the lock by which every
 * replica sees that somebody is at it.
 */
@ApplicationScoped
class RunningRehearsal {

    static final String LOCK = "rehearsal";

    private static final Logger LOG = Logger.getLogger(RunningRehearsal.class);
    private static final long BETWEEN_NOTES = TimeUnit.MILLISECONDS.toNanos(500);

    private final AgroalDataSource database;
    private final Programs programs;
    private final KeepRehearsal keep;
    private final RehearsalConfig config;
    private final LiveCalls calls;

    private volatile Thread thread;

    RunningRehearsal(
            AgroalDataSource database, Programs programs, KeepRehearsal keep, RehearsalConfig config, LiveCalls calls) {
        this.database = database;
        this.programs = programs;
        this.keep = keep;
        this.config = config;
        this.calls = calls;
    }

    void begin(UUID id, Program program, LocalDate day) {
        thread = Thread.ofPlatform().name("rehearsal").daemon().start(() -> run(id, Demands.of(program, day)));
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            running.join(5_000);
        }
    }

    private void run(UUID id, Demands demands) {
        try {
            keep.complete(id, rehearse(id, demands).summary());
        } catch (JobEndedException e) {
            LOG.infof("Rehearsal %s ended: %s", id, e.getMessage());
            keep.fail(id, e.getMessage());
        } catch (SQLException | IOException | RuntimeException | OutOfMemoryError e) {
            LOG.errorf(e, "Rehearsal %s failed", id);
            keep.fail(id, "Something went wrong, and the service's log says what. Start another one.");
        }
    }

    private Tally rehearse(UUID id, Demands demands) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                JobLock _ = JobLock.take(connection, LOCK)) {
            Snapshot snapshot = new Snapshot(connection, config, calls, new Notes(id));
            Tally all = new Tally();
            try (KeepRehearsal.Parts parts = keep.parts(id, connection)) {
                for (int slice = 0; slice < snapshot.slices(); slice++) {
                    PartnerColumns columns = snapshot.slice(slice, demands);
                    Foresight foresight = new Foresight(demands, columns, this::published);
                    all.add(foresight.tell(parts::add));
                }
                parts.finish();
            }
            connection.commit();
            return all;
        }
    }

    private Program published(String version) {
        return programs.version(version).orElseThrow();
    }

    /** Notes now and then how far it is, and sees whether it is to go on. */
    private final class Notes implements Snapshot.Progress {

        private final UUID id;
        private long last = System.nanoTime();

        Notes(UUID id) {
            this.id = id;
        }

        @Override
        public void read(long rows, long ofAbout) {
            if (Thread.interrupted()) {
                throw new JobEndedException("The service was shut down while it ran. Start another one.");
            }
            if (System.nanoTime() - last > BETWEEN_NOTES) {
                last = System.nanoTime();
                if (!keep.progress(id, (int) Math.min(99, rows * 100 / Math.max(1, ofAbout)))) {
                    throw new JobEndedException("It was cancelled.");
                }
            }
        }
    }
}
