package com.vsoxp.alliance.platform.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;

/**
 * A clock displaced by the offset that a file holds, read anew at most every {@value #FRESH_MILLIS} ms, so that several
 * processes travel together. Without the file it tells the base clock's time.
 */
final class TravelClock extends Clock {

    private static final long FRESH_MILLIS = 100;

    private record Offset(TemporalAmount amount, long readAtMillis) {}

    private final Clock base;
    private final Path file;
    private volatile Offset offset;

    TravelClock(Clock base, Path file) {
        this.base = base;
        this.file = file;
    }

    @Override
    public Instant instant() {
        Instant now = base.instant();
        return now.atZone(ZoneOffset.UTC).plus(offsetAt(now.toEpochMilli())).toInstant();
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new TravelClock(base.withZone(zone), file);
    }

    private TemporalAmount offsetAt(long nowMillis) {
        Offset known = offset;
        if (known == null || nowMillis - known.readAtMillis > FRESH_MILLIS) {
            known = new Offset(read(), nowMillis);
            offset = known;
        }
        return known.amount;
    }

    private TemporalAmount read() {
        try {
            String text = Files.readString(file).strip();
            return text.contains("T") ? Duration.parse(text) : Period.parse(text.isEmpty() ? "P0D" : text);
        } catch (NoSuchFileException absent) {
            return Period.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
