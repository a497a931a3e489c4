package com.vsoxp.alliance.platform.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;

/** Forgets old keys, a bounded batch at a time; any replica may do it, at the same time as others. */
@ApplicationScoped
public class IdempotencyPurge {

    private static final int BATCH = 1_000;

    @Inject
    EntityManager database;

    @Inject
    IdempotencyConfig config;

    @Inject
    Clock clock;

    /** Forgets all keys older than promised. */
    @Scheduled(
            every = "${alliance.idempotency.purge-every:10m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    public void forgetOld() {
        Instant before = clock.instant().minus(config.keep());
        int forgotten;
        do {
            forgotten = QuarkusTransaction.requiringNew().call(() -> forget(before));
        } while (forgotten == BATCH);
    }

    private int forget(Instant before) {
        return database.createNativeQuery("""
                        DELETE FROM idempotency_key WHERE (caller, key) IN (
                            SELECT caller, key FROM idempotency_key WHERE created_at < :before
                            ORDER BY created_at LIMIT :batch FOR UPDATE SKIP LOCKED)
                        """)
                .setParameter("before", before)
                .setParameter("batch", BATCH)
                .executeUpdate();
    }
}
