package com.vsoxp.alliance.platform.resilience;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses that double up to a longest one, with jitter, for loops that wait out an outage. Used by one thread. */
public final class Patience {

    private static final long SHORTEST_MILLIS = 100;

    private final long longestMillis;
    private long nextMillis = SHORTEST_MILLIS;

    public Patience(Duration longest) {
        this.longestMillis = longest.toMillis();
    }

    /** The next pause, between half and the whole of the current step. */
    public Duration next() {
        long step = nextMillis;
        nextMillis = Math.min(longestMillis, step * 2);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(step / 2, step + 1));
    }

    /** Sleeps the next pause; an interruption ends it early and stays set. */
    public void pause() {
        try {
            Thread.sleep(next());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void reset() {
        nextMillis = SHORTEST_MILLIS;
    }
}
