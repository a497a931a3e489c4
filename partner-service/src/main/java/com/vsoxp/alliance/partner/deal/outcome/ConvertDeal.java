package com.vsoxp.alliance.partner.deal.outcome;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.deal.Deal;
import com.vsoxp.alliance.partner.deal.life.DealMove;
import com.vsoxp.alliance.partner.sale.Sale;
import com.vsoxp.alliance.partner.tier.ProgramDay;
import com.vsoxp.alliance.platform.problem.ProblemException;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Links a deal to the recorded sale that came of it. */
@UseCase
public class ConvertDeal {

    private final NoteInAudit audit;
    private final ProgramDay programDay;
    private final Clock clock;

    ConvertDeal(NoteInAudit audit, ProgramDay programDay, Clock clock) {
        this.audit = audit;
        this.programDay = programDay;
        this.clock = clock;
    }

    /**
     * Converts a deal.
     *
     * @param system whose order number it is, if it is one
     * @throws ProblemException 409 where the deal stands elsewhere or the sale came of another one, 422 for a sale that the
     *     partner has no share in
     */
    @Transactional
    public Deal convert(Deal seen, ConversionRequest request, String system) {
        request.check();
        Deal deal = Deal.lock(seen);
        deal.mustAllow(DealMove.CONVERT, programDay.today());
        UUID sale = saleOf(deal, request, system);
        Deal.<Deal>find("saleId", sale).firstResultOptional().ifPresent(other -> {
            throw Problems.conflict("SALE_TAKEN", "The sale " + sale + " came of another deal.");
        });
        deal.move(DealMove.CONVERT, null, programDay.today(), clock.instant());
        deal.saleId = sale;
        deal.flush();
        audit.note(deal.partnerId, "DEAL_CONVERTED", deal.id, Map.of("saleId", sale));
        return deal;
    }

    private static UUID saleOf(Deal deal, ConversionRequest request, String system) {
        Optional<Sale> sale = request.saleId() != null
                ? Sale.findByIdOptional(request.saleId())
                : Sale.ofOrder(system, request.orderNumber());
        return sale.filter(found -> found.partners().contains(deal.partnerId))
                .map(found -> found.id)
                .orElseThrow(() -> Problems.rule(
                        request.saleId() != null ? "/saleId" : "/orderNumber",
                        "UNKNOWN_SALE",
                        "the partner has no part in such a sale."));
    }
}
