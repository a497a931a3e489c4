package com.vsoxp.alliance.benefits.portal;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Sees to changes that nobody tells: a tier that begins, an enrollment that ends, on a day that has come. */
@ApplicationScoped
class PortalSweep {

    @Inject
    RecordPortalAccess recordPortalAccess;

    @Scheduled(every = "${alliance.sweep.every:60s}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void catchUp() {
        while (recordPortalAccess.catchUp()) {
            // The turn is given back between the batches.
        }
    }
}
