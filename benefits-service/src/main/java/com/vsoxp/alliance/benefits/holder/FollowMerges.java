package com.vsoxp.alliance.benefits.holder;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Takes over which partners' records became part of others, and which are their own again. */
@UseCase
public class FollowMerges {

    /** What a partner's record is part of now; null for one of its own. Of two sayings the one with the higher sequence holds. */
    public record Merged(UUID partnerId, UUID into, long sequence) {}

    /** Takes the merges over; one that is older than what is known changes nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(List<Merged> merges) {
        if (merges.isEmpty()) {
            return;
        }
        var known = MergedHolder.ofPartners(
                        merges.stream().map(Merged::partnerId).collect(toSet()))
                .stream()
                .collect(toMap(holder -> holder.partnerId, identity()));
        for (var merged : merges) {
            var holder = known.computeIfAbsent(merged.partnerId(), FollowMerges::appear);
            if (merged.sequence() > holder.sequence) {
                holder.mergedInto = merged.into();
                holder.sequence = merged.sequence();
            }
        }
    }

    private static MergedHolder appear(UUID partnerId) {
        var holder = new MergedHolder();
        holder.partnerId = partnerId;
        holder.persist();
        return holder;
    }
}
