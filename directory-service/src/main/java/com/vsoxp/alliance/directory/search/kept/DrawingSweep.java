package com.vsoxp.alliance.directory.search.kept;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Sees to it that few listings have changed since the bitmaps were drawn. */
@ApplicationScoped
class DrawingSweep {

    @Inject
    DrawBitmaps drawBitmaps;

    private boolean begun;

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void draw() {
        if (!begun || drawBitmaps.areDue()) {
            while (drawBitmaps.drawSome()) {
                // Other replicas get their turn between the batches.
            }
            begun = true;
        }
    }
}
