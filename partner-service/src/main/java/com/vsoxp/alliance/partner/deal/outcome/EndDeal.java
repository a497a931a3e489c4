package com.vsoxp.alliance.partner.deal.outcome;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.deal.Deal;
import com.vsoxp.alliance.partner.deal.life.DealMove;
import com.vsoxp.alliance.partner.tier.ProgramDay;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;

/** Ends a deal without a sale: since it is refused, or its time is over. */
@UseCase
public class EndDeal {

    /** How it ends. */
    public enum End {
        REJECTED(DealMove.REJECT),
        EXPIRED(DealMove.EXPIRE);

        private final DealMove move;

        End(DealMove move) {
            this.move = move;
        }
    }

    private final NoteInAudit audit;
    private final ProgramDay programDay;
    private final Clock clock;

    EndDeal(NoteInAudit audit, ProgramDay programDay, Clock clock) {
        this.audit = audit;
        this.programDay = programDay;
        this.clock = clock;
    }

    /**
     * Ends a deal.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 409 where the deal stands elsewhere
     */
    @Transactional
    public Deal end(Deal seen, End how, String reason) {
        Deal deal = Deal.lock(seen);
        deal.move(how.move, reason, programDay.today(), clock.instant());
        deal.flush();
        audit.note(deal.partnerId, "DEAL_" + how, deal.id, Map.of("reason", reason));
        return deal;
    }
}
