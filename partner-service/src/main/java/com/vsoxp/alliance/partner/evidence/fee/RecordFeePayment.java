package com.vsoxp.alliance.partner.evidence.fee;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.constraint.BrokenRules;
import com.vsoxp.alliance.partner.evidence.EvidenceEvents;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.partner.tier.ProgramDay;
import com.vsoxp.alliance.platform.money.Money;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Takes a payment of the program fee into the records. */
@UseCase
public class RecordFeePayment {

    private final Outbox outbox;
    private final NoteInAudit audit;
    private final ProgramDay programDay;
    private final Clock clock;

    RecordFeePayment(Outbox outbox, NoteInAudit audit, ProgramDay programDay, Clock clock) {
        this.outbox = outbox;
        this.audit = audit;
        this.programDay = programDay;
        this.clock = clock;
    }

    /**
     * Records a payment.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 for an unknown partner, 422 for a day to come and for more
     *     than can be counted
     */
    @Transactional
    public FeePayment record(UUID partnerId, Money money, LocalDate paidOn, String reference) {
        new BrokenRules()
                .whenTooLarge(money, "/money")
                .whenInFuture(paidOn, programDay.today(), "/paidOn")
                .refuse();
        UUID owner = Partner.lock(partnerId).id;
        FeePayment payment = FeePayment.of(owner, money, paidOn, reference, clock.instant());
        payment.persist();
        outbox.append(EvidenceEvents.paid(owner, payment.id, paidOn, money));
        audit.note(owner, "FEE_PAID", payment.id, Map.of("money", money, "paidOn", paidOn));
        return payment;
    }
}
