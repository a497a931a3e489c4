package com.vsoxp.alliance.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes this process's relay the moment a transaction with events has committed. */
@ApplicationScoped
public class OutboxBell {

    private final Semaphore rung = new Semaphore(0);

    Synchronization ringAfterCommit() {
        return new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Only the outcome matters here.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    rung.release();
                }
            }
        };
    }

    /** Returns when the bell has rung since the last call, or after the given time. Many rings count as one. */
    public void await(Duration atMost) throws InterruptedException {
        if (rung.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}
