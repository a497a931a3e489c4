package com.vsoxp.alliance.eligibility.decision;

import com.vsoxp.alliance.eligibility.enrollment.KeepEnrollments;
import com.vsoxp.alliance.eligibility.enrollment.PartnerRow;
import com.vsoxp.alliance.eligibility.fact.StoreFacts;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
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
    private final Outbox outbox;

    TakeNews(
            Rounds rounds,
            StoreFacts storeFacts,
            KeepEnrollments keepEnrollments,
            DecideStandings decideStandings,
            Outbox outbox) {
        this.rounds = rounds;
        this.storeFacts = storeFacts;
        this.keepEnrollments = keepEnrollments;
        this.decideStandings = decideStandings;
        this.outbox = outbox;
    }

    /**
     * Takes in all of it, in the caller's transaction. Facts of a partner that is not known or not enrolled yet are kept
     * and count when it is.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void take(News news) {
        if (news.partners().isEmpty()) {
            return;
        }
        Round round = rounds.about(PartnerRow.lockAll(news.partners()));
        // What was due before the news happened on its own day and by what was known then.
        decideStandings.passTime(round);
        storeFacts.store(news.facts());
        keepEnrollments.keep(news.enrollments());
        hear(news, round.partners());
        decideStandings.look(round);
        outbox.append(round.events());
    }

    private static void hear(News news, List<PartnerRow> partners) {
        Map<UUID, PartnerRow> byId = partners.stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
        news.registered().forEach((id, at) -> byId.get(id).register(at));
        news.enrollments()
                .forEach(enrollment -> byId.get(enrollment.partnerId()).hear(enrollment));
    }
}
