package com.vsoxp.alliance.partner.sale;

import com.vsoxp.alliance.partner.partner.ExternalId;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.problem.ProblemException;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Takes a sale into the records. */
@UseCase
public class RecordSale {

    /** The sale of that order number, and whether it is new. */
    public record Result(Sale sale, boolean created) {}

    private final Outbox outbox;
    private final Clock clock;

    RecordSale(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Records a sale once, however often the system reports it.
     *
     * @param system whose order number it is
     * @throws ProblemException 422 for an unknown partner or a broken rule, 409 if the system reported something else
     *     under the same order number
     */
    @Transactional
    public Result record(String system, SaleRequest request) {
        request.check(LocalDate.now(clock));
        Sale sale = Sale.of(system, lockPartner(request), request, clock.instant());
        if (sale.storeIfNew()) {
            outbox.append(SaleEvents.recorded(sale));
            return new Result(sale, true);
        }
        Sale first = Sale.ofOrder(system, sale.orderNumber).orElseThrow();
        if (!first.reportsSameAs(sale)) {
            throw Problems.conflict(
                    "ORDER_NUMBER_TAKEN",
                    "The order " + sale.orderNumber + " was reported before, as something else: sale " + first.id
                            + ".");
        }
        return new Result(first, false);
    }

    private static UUID lockPartner(SaleRequest request) {
        if (request.partnerId() != null) {
            return Partner.lockRow(request.partnerId()).orElseThrow(() -> unknown("/partnerId"));
        }
        SaleRequest.PartnerKey key = request.partnerExternalId();
        return Partner.lockRow(new ExternalId.Key(key.system(), key.id()))
                .orElseThrow(() -> unknown("/partnerExternalId"));
    }

    private static ProblemException unknown(String pointer) {
        return Problems.rule(pointer, "UNKNOWN_PARTNER", "There is no such partner.");
    }
}
