package com.vsoxp.alliance.partner.sale.share;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/**
 * A partner's share in a sale.
 *
 * @param percent of the licenses and totals, 1 to 100
 * @param soldOn the day of the sale
 * @param dealtAs the partner that it was reported of, which decides between equals: a merge gives the share to another
 *     partner, and nobody's part changes by that
 */
@Embeddable
public record Share(UUID partnerId, int percent, LocalDate soldOn, UUID dealtAs) {

    /** The order in which shares are dealt out: it decides between equals, so it must never change. */
    public static final Comparator<Share> LARGEST_FIRST =
            Comparator.comparingInt(Share::percent).reversed().thenComparing(share -> share.dealtAs.toString());
}
