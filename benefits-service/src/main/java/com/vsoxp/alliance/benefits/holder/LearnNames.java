package com.vsoxp.alliance.benefits.holder;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Takes over what partners are called. */
@UseCase
public class LearnNames {

    /** A partner's record says its name; of two, the one with the higher sequence holds. */
    public record Named(UUID partnerId, String name, long sequence) {}

    /** Takes the names over; one that is older than what is known changes nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void learn(List<Named> news) {
        if (news.isEmpty()) {
            return;
        }
        var known = HolderName.ofPartners(news.stream().map(Named::partnerId).collect(toSet())).stream()
                .collect(toMap(holder -> holder.partnerId, identity()));
        for (var named : news) {
            var holder = known.computeIfAbsent(named.partnerId(), LearnNames::appear);
            if (named.sequence() > holder.sequence) {
                holder.name = named.name();
                holder.sequence = named.sequence();
            }
        }
    }

    private static HolderName appear(UUID partnerId) {
        var holder = new HolderName();
        holder.partnerId = partnerId;
        holder.name = "";
        holder.persist();
        return holder;
    }
}
