package com.vsoxp.alliance.directory.page.wording;

import com.vsoxp.alliance.directory.tier.TierBook;

/**
 * A tier as it is shown.
 *
 * @param style the stylesheet's name for its place: the highest stands out, whatever it is called
 */
public record TierBadge(String name, String style) {

    private static final int STYLES = 3;

    public static TierBadge of(String tier, TierBook book) {
        var place = book.placeOf(tier);
        return new TierBadge(
                book.nameOf(tier).orElseGet(() -> Wording.ofCode(tier)), "tier-" + Math.min(place, STYLES - 1));
    }
}
