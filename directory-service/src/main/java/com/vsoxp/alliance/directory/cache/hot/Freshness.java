package com.vsoxp.alliance.directory.cache.hot;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Whether what was read is still so. Whoever reads the database takes a stamp first; a change that is heard of spoils all stamps
 * that were taken before it. So an answer made of an older state is never taken for a newer one, however the two race.
 *
 * <p>Slugs share stamps by their hash, which costs a few answers that are made anew for nothing and no memory per slug.
 */
@ApplicationScoped
public class Freshness {

    /** Beyond this silence nothing is known of changes, and nothing is taken for fresh. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private static final int SHARED = 1 << 16;
    private static final int WHOLE = SHARED;

    private final AtomicLongArray changes = new AtomicLongArray(SHARED + 1);
    private volatile long heardAt;
    private volatile Instant changedAt = Instant.EPOCH;
    private volatile long[] begins = {};
    private final Clock clock;

    Freshness(Clock clock) {
        this.clock = clock;
    }

    /**
     * The state that is read from now on.
     *
     * @param of which changes would spoil it
     * @param era how many versions of the program had begun: with one that begins, tiers are called and ordered otherwise
     * @param directoryChangedAt when anything in the directory last changed, as far as was heard
     */
    public record Stamp(int of, long change, int era, Instant directoryChangedAt) {}

    /** A stamp for what shows one listing alone. */
    public Stamp ofListing(String slug) {
        return stamp(place(slug));
    }

    /** A stamp for what may show any listing. */
    public Stamp ofDirectory() {
        return stamp(WHOLE);
    }

    private Stamp stamp(int of) {
        return new Stamp(of, changes.get(of), era(clock.instant()), changedAt);
    }

    /** Whether nothing has changed since. */
    public boolean isFresh(Stamp stamp, Instant now) {
        return changes.get(stamp.of) == stamp.change && era(now) == stamp.era;
    }

    /** When the versions of the program that are known begin, in milliseconds of the epoch. */
    void programsBegin(long[] millis) {
        begins = millis;
    }

    private int era(Instant now) {
        var millis = now.toEpochMilli();
        var era = 0;
        for (var begin : begins) {
            era += begin <= millis ? 1 : 0;
        }
        return era;
    }

    /** Whether changes are being heard of. */
    public boolean isHearing() {
        return System.nanoTime() - heardAt < LONGEST_SILENCE.toNanos() && heardAt != 0;
    }

    /** There was a look for changes now. */
    void hear() {
        heardAt = System.nanoTime();
    }

    /** Something else is shown under the slug since then. */
    void changed(String slug, Instant at) {
        changes.incrementAndGet(place(slug));
        changed(at);
    }

    /** Something in the directory changed, which no listing shows. */
    void changed(Instant at) {
        if (at.isAfter(changedAt)) {
            changedAt = at;
        }
        changes.incrementAndGet(WHOLE);
    }

    /** Anything may have changed, the last of it then; null, if there never was anything. */
    void changedUnseen(OffsetDateTime last) {
        for (int i = 0; i < SHARED; i++) {
            changes.incrementAndGet(i);
        }
        changed(last == null ? Instant.EPOCH : last.toInstant());
    }

    private static int place(String slug) {
        var hash = slug.hashCode() * 0x9E3779B9;
        return (hash ^ hash >>> 16) & SHARED - 1;
    }
}
