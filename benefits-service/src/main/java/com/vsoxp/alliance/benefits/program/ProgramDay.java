package com.vsoxp.alliance.benefits.program;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;

/**
 * Which day it is: instants are cut into days in the time zone of the program in force, as eligibility-service cuts them. It is
 * one day for all partners, whatever version they still stand under.
 */
@ApplicationScoped
public class ProgramDay {

    /**
     * What is known of a version.
     *
     * @param effectiveFrom its first day, in its own zone; null, if it was learnt before that was kept, for always
     */
    record Version(ZoneId zone, LocalDate effectiveFrom, Instant publishedAt) {

        boolean isBegun(Instant now) {
            return effectiveFrom == null || !effectiveFrom.isAfter(LocalDate.ofInstant(now, zone));
        }
    }

    private record Known(ZoneId zone, Instant at) {}

    /** Versions are published some times a year, and what they say of days holds from their first one on. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final Comparator<Version> SUCCESSION = Comparator.comparing(
                    Version::effectiveFrom, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Version::publishedAt);

    private final Clock clock;
    private volatile Known known;

    ProgramDay(Clock clock) {
        this.clock = clock;
    }

    /** Today. */
    public LocalDate today() {
        return of(clock.instant());
    }

    /** The day on which a moment of now or near to it falls. */
    public LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, zone());
    }

    /** The moment at which a day begins. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }

    /** The same time of day so many days after a moment, be there a change to or from daylight saving time between. */
    public Instant daysAfter(Instant moment, int days) {
        return moment.atZone(zone()).plusDays(days).toInstant();
    }

    private ZoneId zone() {
        var now = clock.instant();
        var last = known;
        if (last == null || Duration.between(last.at, now).abs().compareTo(FRESH) > 0) {
            last = new Known(zoneAt(now, PublishedProgram.versions()), now);
            known = last;
        }
        return last.zone;
    }

    /** The zone of the latest version whose first day has come there; UTC as long as there is none. */
    static ZoneId zoneAt(Instant now, Collection<Version> versions) {
        return versions.stream()
                .filter(version -> version.isBegun(now))
                .max(SUCCESSION)
                .or(() -> versions.stream().min(SUCCESSION))
                .map(Version::zone)
                .orElse(ZoneOffset.UTC);
    }
}
