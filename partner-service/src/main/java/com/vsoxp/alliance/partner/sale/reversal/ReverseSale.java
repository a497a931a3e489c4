package com.vsoxp.alliance.partner.sale.reversal;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.partner.sale.Sale;
import com.vsoxp.alliance.partner.sale.SaleEvents;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes back a sale, whole or in part. */
@UseCase
public class ReverseSale {

    private final Outbox outbox;
    private final NoteInAudit audit;
    private final Clock clock;

    ReverseSale(Outbox outbox, NoteInAudit audit, Clock clock) {
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes licenses of a sale back.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 for an unknown sale, 422 for more licenses than are
     *     left of it
     */
    @Transactional
    public Reversal reverse(UUID saleId, int licenses, String reason) {
        Sale sale = lockWithItsPartners(saleId);
        if (licenses > sale.licensesLeft()) {
            throw Problems.rule(
                    "/licenses",
                    "MORE_THAN_LEFT",
                    "must be at most " + sale.licensesLeft() + ": " + sale.licensesReversed + " of " + sale.licenses
                            + " are reversed already.");
        }
        Reversal reversal = Reversal.of(sale, licenses, reason, clock.instant());
        reversal.persist();
        outbox.append(events(sale, reversal));
        sale.licensesReversed += licenses;
        audit.note(sale.partnerId, "SALE_REVERSED", saleId, Map.of("licenses", licenses, "reason", reason));
        return reversal;
    }

    /**
     * Locks the partners first, as everywhere, and in one order, so that reversals of shared sales never wait for each other
     * in a circle. A merge may give the sale to others while the locks are waited for.
     */
    private static Sale lockWithItsPartners(UUID saleId) {
        List<UUID> locked;
        do {
            locked = Sale.partnersOf(saleId).stream()
                    .flatMap(partner -> Partner.lockRow(partner).stream())
                    .toList();
        } while (!locked.equals(Sale.partnersOf(saleId)));
        return Sale.require(saleId).locked();
    }

    private static List<NewEvent> events(Sale sale, Reversal reversal) {
        return sale.lostBy(sale.licensesLeft(), reversal.licenses).entrySet().stream()
                .filter(lost -> lost.getValue() > 0)
                .map(lost -> SaleEvents.reversed(
                        sale,
                        lost.getKey(),
                        reversal.id,
                        lost.getValue(),
                        sale.netLostBy(lost.getKey(), sale.licensesLeft(), reversal.licenses),
                        reversal.reversedAt))
                .toList();
    }
}
