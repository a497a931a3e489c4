package com.vsoxp.alliance.partner.feed;

import java.util.Set;
import java.util.UUID;

/**
 * Which events of the feed somebody wants.
 *
 * @param types only these; all when empty
 * @param partnerId only of this partner; null for everything, the program's own events included
 */
public record FeedFilter(Set<String> types, UUID partnerId) {

    /** Whether an event of that type about that partner, or null, is wanted. */
    public boolean wants(String type, UUID partner) {
        return (types.isEmpty() || types.contains(type)) && (partnerId == null || partnerId.equals(partner));
    }
}
