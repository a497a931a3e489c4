package com.vsoxp.alliance.eligibility.rehearsal;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;

/** Ends rehearsals whose replica has ended, so that none runs for ever, and forgets old ones. Every replica looks. */
@ApplicationScoped
class RehearsalWatch {

    private final AgroalDataSource database;
    private final KeepRehearsal keep;
    private final RehearsalConfig config;
    private final Clock clock;

    private UUID abandoned;

    RehearsalWatch(AgroalDataSource database, KeepRehearsal keep, RehearsalConfig config, Clock clock) {
        this.database = database;
        this.keep = keep;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${alliance.rehearsal.look-every:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() throws SQLException {
        UUID alone = alone();
        // Between its start and its lock a rehearsal is alone for a moment: only the second look counts.
        if (alone != null && alone.equals(abandoned)) {
            keep.fail(alone, "The replica that ran it ended. Start another one.");
        }
        abandoned = alone;
        while (keep.purge(clock.instant().minus(config.keep()))) {
            Thread.yield();
        }
    }

    /** The rehearsal that is said to run while nobody is at it; null if there is none. */
    private UUID alone() throws SQLException {
        UUID running = QuarkusTransaction.requiringNew()
                .call(() -> RehearsalRow.running().map(row -> row.id).orElse(null));
        if (running == null) {
            return null;
        }
        try (Connection connection = database.getConnection()) {
            return RehearsalLock.isFree(connection) ? running : null;
        }
    }
}
