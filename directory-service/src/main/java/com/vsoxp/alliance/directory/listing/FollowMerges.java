package com.vsoxp.alliance.directory.listing;

import static java.util.stream.Collectors.toSet;

import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Takes over which partners' records became part of others, so that their old links lead there. */
@UseCase
public class FollowMerges {

    /** What a partner's record is part of now; null for one of its own. */
    public record Merged(UUID partnerId, long sequence, UUID into) {}

    /** Takes the merges over; one that is older than what is known changes nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(List<Merged> merges) {
        if (merges.isEmpty()) {
            return;
        }
        var listings = Listing.lock(merges.stream().map(Merged::partnerId).collect(toSet()));
        for (var merge : merges) {
            var listing = listings.get(merge.partnerId());
            if (merge.sequence() > listing.mergeSequence) {
                listing.mergeSequence = merge.sequence();
                listing.mergedInto = merge.into();
            }
        }
    }
}
