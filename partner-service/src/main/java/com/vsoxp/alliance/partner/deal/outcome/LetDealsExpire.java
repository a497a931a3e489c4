package com.vsoxp.alliance.partner.deal.outcome;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.deal.Deal;
import com.vsoxp.alliance.partner.deal.DealConfig;
import com.vsoxp.alliance.partner.deal.life.DealStatus;
import com.vsoxp.alliance.partner.tier.ProgramDay;
import com.vsoxp.alliance.platform.usecase.UseCase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Writes down that deals are over. Who reads or moves one knows without: this is for the audit, and keeps the lists of open
 * deals short. Any replica may do it, at the same time as others.
 */
@UseCase
public class LetDealsExpire {

    private final NoteInAudit audit;
    private final DealConfig config;
    private final ProgramDay programDay;

    LetDealsExpire(NoteInAudit audit, DealConfig config, ProgramDay programDay) {
        this.audit = audit;
        this.config = config;
        this.programDay = programDay;
    }

    /** Takes all that are over by today, one transaction each. */
    @Scheduled(every = "${alliance.deal.sweep-every:10m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    public void expireAll() {
        LocalDate today = programDay.today();
        List<Deal> over;
        do {
            over = QuarkusTransaction.requiringNew().call(() -> Deal.expiredBy(today, config.sweepBatch()));
            over.forEach(deal -> QuarkusTransaction.requiringNew().run(() -> expire(deal)));
        } while (over.size() == config.sweepBatch());
    }

    private void expire(Deal seen) {
        Deal deal = Deal.lock(seen);
        if (deal.status.isOpen()) {
            deal.status = DealStatus.EXPIRED;
            audit.note(deal.partnerId, "DEAL_EXPIRED", deal.id, Map.of("expiresOn", deal.expiresOn));
        }
    }
}
