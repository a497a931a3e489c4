package com.vsoxp.alliance.eligibility.decision;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Looks for due partners again and again. Every replica does; they share the work by skipping each other's. */
@ApplicationScoped
class Sweep {

    private static final String JOB = "sweep";

    private final Scheduler scheduler;
    private final SweepConfig config;
    private final PassTime passTime;

    Sweep(Scheduler scheduler, SweepConfig config, PassTime passTime) {
        this.scheduler = scheduler;
        this.config = config;
        this.passTime = passTime;
    }

    void start(@Observes StartupEvent started) {
        scheduler
                .newJob(JOB)
                .setInterval(config.every().toString())
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(_ -> sweep(), true)
                .schedule();
    }

    void stop(@Observes ShutdownEvent stopping) {
        scheduler.unscheduleJob(JOB);
    }

    private void sweep() {
        int found;
        do {
            found = passTime.passTime(config.batch());
        } while (found == config.batch());
    }
}
