package com.vsoxp.alliance.partner.evidence.attestation;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a verified listing on a partner's web site holds up.
 *
 * @param strikes looks in a row that did not find it
 * @param struckOn the day of the last of them; null for none
 * @param lapsesOn the day it lapses unless it is found again; null while there is no danger
 * @param nextProbeAt when it is looked at next
 */
@Embeddable
@Schema(
        description =
                "How a verified listing holds up: its page is fetched on a schedule, and looked through for a link.")
public record ListingWatch(
        @Schema(description = "Looks in a row that did not find the link.", examples = "0")
        Integer strikes,

        @Schema(description = "The day of the last of them; absent for none.", examples = "2026-03-03")
        LocalDate struckOn,

        @Schema(description = "The day it lapses unless the link is found; absent for none.", examples = "2026-04-02")
        LocalDate lapsesOn,

        @Schema(description = "When it is looked at next.", examples = "2026-03-10T09:00:00Z")
        Instant nextProbeAt) {

    /** Of a listing that was just verified: the next round looks at it. */
    static ListingWatch from(Instant now) {
        return new ListingWatch(0, null, null, now);
    }

    /** After a look that found the listing: nothing is held against it any more. */
    public ListingWatch seen(Instant now, ListingRules rules) {
        return new ListingWatch(0, null, null, now.plus(rules.every()));
    }

    /**
     * After a look that did not find it. It is a strike, though no second one of the same day, however often somebody asks;
     * enough of them begin the grace.
     *
     * @param zone in which days are cut
     */
    public ListingWatch missed(Instant now, ZoneId zone, ListingRules rules) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        int counted = today.equals(struckOn) ? strikes : strikes + 1;
        LocalDate end = lapsesOn == null && counted >= rules.strikes() ? today.plus(rules.grace()) : lapsesOn;
        return new ListingWatch(counted, today, end, next(now, end, zone, rules));
    }

    /** Whether its grace is over on that day. */
    public boolean isOverOn(LocalDate day) {
        return lapsesOn != null && !day.isBefore(lapsesOn);
    }

    /** The last look is due on the very day on which it would lapse. */
    private static Instant next(Instant now, LocalDate end, ZoneId zone, ListingRules rules) {
        Instant regular = now.plus(rules.every());
        Instant last = end == null ? Instant.MAX : end.atStartOfDay(zone).toInstant();
        return last.isBefore(regular) && last.isAfter(now) ? last : regular;
    }
}
