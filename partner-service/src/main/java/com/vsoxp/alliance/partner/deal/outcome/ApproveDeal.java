package com.vsoxp.alliance.partner.deal.outcome;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.deal.Deal;
import com.vsoxp.alliance.partner.deal.DealConfig;
import com.vsoxp.alliance.partner.deal.conflict.DealConflict;
import com.vsoxp.alliance.partner.deal.conflict.FindConflicts;
import com.vsoxp.alliance.partner.deal.life.DealMove;
import com.vsoxp.alliance.partner.tier.ProgramDay;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Gives a customer to a partner to sell to, for a time. */
@UseCase
public class ApproveDeal {

    private final FindConflicts findConflicts;
    private final NoteInAudit audit;
    private final DealConfig config;
    private final ProgramDay programDay;
    private final Clock clock;

    ApproveDeal(FindConflicts findConflicts, NoteInAudit audit, DealConfig config, ProgramDay programDay, Clock clock) {
        this.findConflicts = findConflicts;
        this.audit = audit;
        this.config = config;
        this.programDay = programDay;
        this.clock = clock;
    }

    /**
     * Approves a deal; its time of protection begins anew today.
     *
     * @param overrideConflicts whether to approve it though others are after the same customer
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 409 where the deal stands elsewhere, or others are after
     *     the same customer and that was not said to be known
     */
    @Transactional
    public Deal approve(Deal seen, boolean overrideConflicts, String reason) {
        LocalDate today = programDay.today();
        Deal deal = Deal.lock(seen);
        deal.mustAllow(DealMove.APPROVE, today);
        List<DealConflict> conflicts = findConflicts.of(deal);
        if (!conflicts.isEmpty() && !overrideConflicts) {
            throw Problems.conflict(
                    "CONFLICTING_DEALS",
                    "Others are after the same customer: deals " + ids(conflicts)
                            + ". To approve it all the same, say overrideConflicts.");
        }
        deal.move(DealMove.APPROVE, reason, today, clock.instant());
        deal.expiresOn = today.plusDays(config.protectionDays());
        deal.flush();
        Map<String, Object> details = new HashMap<>();
        details.put("reason", reason);
        details.put("expiresOn", deal.expiresOn);
        details.put("overridden", conflicts.stream().map(DealConflict::dealId).toList());
        audit.note(deal.partnerId, "DEAL_APPROVED", deal.id, details);
        return deal;
    }

    private static String ids(List<DealConflict> conflicts) {
        return conflicts.stream().map(other -> other.dealId().toString()).collect(Collectors.joining(", "));
    }
}
