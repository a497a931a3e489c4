package com.vsoxp.alliance.eligibility.decision;

import com.vsoxp.alliance.eligibility.enrollment.KeepEnrollments;
import com.vsoxp.alliance.eligibility.enrollment.LockPartners;
import com.vsoxp.alliance.eligibility.enrollment.PartnerRow;
import com.vsoxp.alliance.eligibility.fact.StoreFacts;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes in what was heard of partners, and decides what it means for their standings. */
@UseCase
public class TakeNews {

    private final Rounds rounds;
    private final StoreFacts storeFacts;
    private final KeepEnrollments keepEnrollments;
    private final DecideStandings decideStandings;
    private final LockPartners lockPartners;

    TakeNews(
            Rounds rounds,
            StoreFacts storeFacts,
            KeepEnrollments keepEnrollments,
            DecideStandings decideStandings,
            LockPartners lockPartners) {
        this.rounds = rounds;
        this.storeFacts = storeFacts;
        this.keepEnrollments = keepEnrollments;
        this.decideStandings = decideStandings;
        this.lockPartners = lockPartners;
    }

    /**
     * Takes in all of it, in the caller's transaction. Facts of a partner that is not known or not enrolled yet are kept
     * and count when it is.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void take(News news) {
        Set<UUID> partners = news.partners();
        if (partners.isEmpty()) {
            return;
        }
        Round round = rounds.about(lockPartners.all(partners));
        // What was due before the news happened on its own day and by what was known then.
        decideStandings.passTime(round);
        storeFacts.store(news.facts());
        keepEnrollments.keep(news.enrollments());
        hear(news, round.partners());
        decideStandings.look(round);
        decideStandings.keep(round);
    }

    private void hear(News news, List<PartnerRow> partners) {
        if (news.registered().isEmpty() && news.enrollments().isEmpty()) {
            return;
        }
        Map<UUID, PartnerRow> byId = partners.stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
        Set<PartnerRow> heardOf = new HashSet<>();
        news.registered().forEach((id, at) -> {
            byId.get(id).register(at);
            heardOf.add(byId.get(id));
        });
        news.enrollments().forEach(enrollment -> {
            byId.get(enrollment.partnerId()).hear(enrollment);
            heardOf.add(byId.get(enrollment.partnerId()));
        });
        lockPartners.keep(heardOf);
    }
}
