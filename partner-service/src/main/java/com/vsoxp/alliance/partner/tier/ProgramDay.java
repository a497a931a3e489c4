package com.vsoxp.alliance.partner.tier;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Which day it is: instants are cut into days in the time zone of the version of the program in force, as the services that
 * evaluate and entitle cut them. It answers from memory, since a sale asks it on the event loop; a newly published version is
 * known a few seconds after it was heard of.
 */
@ApplicationScoped
public class ProgramDay {

    private final Tiers tiers;
    private final Clock clock;

    private volatile List<ProgramTiers> published = List.of();

    ProgramDay(Tiers tiers, Clock clock) {
        this.tiers = tiers;
        this.clock = clock;
    }

    void start(@Observes StartupEvent starting) {
        look();
    }

    @Scheduled(every = "${alliance.program.look-every:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() {
        published = QuarkusTransaction.requiringNew().call(tiers::published);
    }

    /** Today. */
    public LocalDate today() {
        Instant now = clock.instant();
        return LocalDate.ofInstant(now, zoneAt(now));
    }

    /** In which zone days are cut now. */
    public ZoneId zone() {
        return zoneAt(clock.instant());
    }

    private ZoneId zoneAt(Instant now) {
        return TierBook.at(now, published).inForce().timeZone();
    }
}
