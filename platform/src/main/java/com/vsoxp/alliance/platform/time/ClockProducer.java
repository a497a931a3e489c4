package com.vsoxp.alliance.platform.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** The one source of time: everything that asks for the time injects {@link Clock}. */
@Singleton
class ClockProducer {

    private static final Logger LOG = Logger.getLogger(ClockProducer.class);

    /** Microseconds are what the database keeps: an instant reads back as it was written. */
    private static final Duration DATABASE_PRECISION = Duration.ofNanos(1_000);

    @Produces
    @Singleton
    Clock clock(TimeConfig config) {
        Clock system = Clock.tick(Clock.systemUTC(), DATABASE_PRECISION);
        return config.travelFile()
                .<Clock>map(file -> {
                    LOG.warnf("The clock travels by the offset in %s: never do this in production", file);
                    return new TravelClock(system, file);
                })
                .orElse(system);
    }
}
