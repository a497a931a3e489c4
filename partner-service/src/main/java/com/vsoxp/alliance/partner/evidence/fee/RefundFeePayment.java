package com.vsoxp.alliance.partner.evidence.fee;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.evidence.EvidenceEvents;
import com.vsoxp.alliance.partner.evidence.EvidenceKind;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.partner.tier.ProgramDay;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.util.Collections;
import java.util.UUID;

/** Gives a payment of the program fee back: from today it no longer counts. */
@UseCase
public class RefundFeePayment {

    private final Outbox outbox;
    private final NoteInAudit audit;
    private final ProgramDay programDay;

    RefundFeePayment(Outbox outbox, NoteInAudit audit, ProgramDay programDay) {
        this.outbox = outbox;
        this.audit = audit;
        this.programDay = programDay;
    }

    /**
     * Refunds a payment.
     *
     * @param reason why, or null
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 for an unknown payment, 409 if it is refunded
     *     already
     */
    @Transactional
    public FeePayment refund(UUID partnerId, UUID paymentId, String reason) {
        UUID owner = Partner.lock(partnerId).id;
        FeePayment payment = FeePayment.require(owner, paymentId);
        if (payment.refundedOn != null) {
            throw Problems.conflict("REFUNDED", "The payment was refunded on " + payment.refundedOn + ".");
        }
        payment.refundedOn = programDay.today();
        payment.refundReason = reason;
        payment.flush();
        outbox.append(EvidenceEvents.withdrawn(owner, paymentId, EvidenceKind.FEE_PAYMENT, payment.refundedOn));
        audit.note(owner, "FEE_REFUNDED", paymentId, Collections.singletonMap("reason", reason));
        return payment;
    }
}
