package com.vsoxp.alliance.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The time that tokens live by, wherever the service's own clock has travelled. */
@ApplicationScoped
public class RealTime {

    /** How long it is until then; negative if that has passed. */
    public Duration until(Instant then) {
        return Duration.between(Clock.systemUTC().instant(), then);
    }
}
