package com.vsoxp.alliance.eligibility.rehearsal;

import com.vsoxp.alliance.platform.job.Loneliness;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;

/** Ends rehearsals whose replica has ended, so that none runs for ever, and forgets old ones. Every replica looks. */
@ApplicationScoped
class RehearsalWatch {

    private final Loneliness loneliness;
    private final KeepRehearsal keep;
    private final RehearsalConfig config;
    private final Clock clock;

    RehearsalWatch(AgroalDataSource database, KeepRehearsal keep, RehearsalConfig config, Clock clock) {
        this.loneliness = new Loneliness(database, RunningRehearsal.LOCK);
        this.keep = keep;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${alliance.rehearsal.look-every:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() throws SQLException {
        UUID running = QuarkusTransaction.requiringNew()
                .call(() -> RehearsalRow.running().map(row -> row.id).orElse(null));
        if (loneliness.isAbandoned(running)) {
            keep.fail(running, "The replica that ran it ended. Start another one.");
        }
        while (keep.purge(clock.instant().minus(config.keep()))) {
            Thread.yield();
        }
    }
}
