package com.vsoxp.alliance.directory.publication;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Sees to what nobody tells: a version of the program that begins calls a tier otherwise. */
@ApplicationScoped
class TellAgainSweep {

    @Inject
    TellAgain tellAgain;

    @Scheduled(every = "${alliance.sweep.every:60s}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void catchUp() {
        while (tellAgain.tellSome()) {
            // The turn is given back between the batches.
        }
    }
}
