package com.vsoxp.alliance.directory.publication;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;

/**
 * What is to be told under a slug.
 *
 * @param reason null, if a listing is shown
 * @param tier of the listing, like the tier's name; null if it is gone
 * @param listing as JSON; null, if it is gone
 */
record Told(String slug, UUID partnerId, Reason reason, String tier, String tierName, String listing) {

    static Told gone(String slug, UUID partnerId, Reason reason) {
        return new Told(slug, partnerId, reason, null, null, null);
    }

    /** Whether the world knows it already. */
    boolean isIn(Publication known) {
        return known.slug.equals(slug) && known.reason == reason && Objects.equals(known.listing, listing);
    }

    /** The moment it is told, in a later second than what is known, so that dates of whole seconds tell the two apart. */
    static Instant moment(Publication known, Instant now) {
        if (known == null) {
            return now;
        }
        var next = known.changedAt.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        return now.isBefore(next) ? next : now;
    }
}
