package com.vsoxp.alliance.directory.listing;

import static java.util.stream.Collectors.toSet;

import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.util.List;

/** Lists partners while they are entitled to be listed, under the tier they hold. */
@UseCase
public class FollowEntitlements {

    /** Takes the entitlements over; one that is older than what is known changes nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(List<Entitled> entitlements) {
        if (entitlements.isEmpty()) {
            return;
        }
        var listings =
                Listing.lock(entitlements.stream().map(Entitled::partnerId).collect(toSet()));
        for (var entitlement : entitlements) {
            var listing = listings.get(entitlement.partnerId());
            if (entitlement.sequence() > listing.entitlementSequence) {
                listing.entitlementSequence = entitlement.sequence();
                listing.entitled = entitlement.entitled();
                listing.entitlementStatus = entitlement.status();
                listing.entitledSince = entitlement.since();
                listing.tier = entitlement.tier();
            }
        }
    }
}
