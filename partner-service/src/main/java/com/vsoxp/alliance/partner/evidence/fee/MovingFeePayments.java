package com.vsoxp.alliance.partner.evidence.fee;

import com.vsoxp.alliance.partner.evidence.EvidenceEvents;
import com.vsoxp.alliance.partner.evidence.EvidenceKind;
import com.vsoxp.alliance.partner.merge.belongings.Belongings;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Payments of the program fee go with the partner's record, also those that were refunded. */
@ApplicationScoped
public class MovingFeePayments implements Belongings {

    @Override
    public String table() {
        return "fee_payment";
    }

    @Override
    public List<NewEvent> gained(List<UUID> ids) {
        return payments(ids).flatMap(MovingFeePayments::told).toList();
    }

    @Override
    public List<NewEvent> lost(List<UUID> ids, UUID loser) {
        return payments(ids)
                .map(payment -> EvidenceEvents.withdrawn(loser, payment.id, EvidenceKind.FEE_PAYMENT, payment.paidOn))
                .toList();
    }

    private static Stream<NewEvent> told(FeePayment payment) {
        NewEvent paid = EvidenceEvents.paid(payment.partnerId, payment.id, payment.paidOn, payment.money());
        return payment.refundedOn == null
                ? Stream.of(paid)
                : Stream.of(
                        paid,
                        EvidenceEvents.withdrawn(
                                payment.partnerId, payment.id, EvidenceKind.FEE_PAYMENT, payment.refundedOn));
    }

    private static Stream<FeePayment> payments(List<UUID> ids) {
        return FeePayment.<FeePayment>list("id in ?1 order by id", ids).stream();
    }
}
