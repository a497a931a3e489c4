package com.vsoxp.alliance.partner.deal;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.constraint.BrokenRules;
import com.vsoxp.alliance.partner.deal.life.DealMove;
import com.vsoxp.alliance.partner.tier.ProgramDay;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Changes what is expected of a deal, while it is open. */
@UseCase
public class ChangeDeal {

    private final NoteInAudit audit;
    private final ProgramDay programDay;

    ChangeDeal(NoteInAudit audit, ProgramDay programDay) {
        this.audit = audit;
        this.programDay = programDay;
    }

    /**
     * Changes a deal.
     *
     * @param precondition looks at the deal as it is, locked, and throws if the caller must not change that
     * @param edit makes what is expected now of what was
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 409 if the deal is over, 422 for a broken rule
     */
    @Transactional
    public Deal change(Deal seen, Consumer<Deal> precondition, UnaryOperator<DealExpectations> edit) {
        LocalDate today = programDay.today();
        Deal deal = Deal.lock(seen);
        precondition.accept(deal);
        deal.mustAllow(DealMove.CHANGE, today);
        DealExpectations before = deal.expectations();
        DealExpectations after = edit.apply(before);
        if (!after.equals(before)) {
            check(before, after, today);
            deal.expect(after);
            deal.flush();
            audit.note(deal.partnerId, "DEAL_CHANGED", deal.id, details(after));
        }
        return deal;
    }

    private static void check(DealExpectations before, DealExpectations after, LocalDate today) {
        boolean moved = !after.expectedCloseOn().equals(before.expectedCloseOn());
        new BrokenRules()
                .when(
                        moved && after.expectedCloseOn().isBefore(today),
                        "/expectedCloseOn",
                        "IN_PAST",
                        "must not be before today, " + today + ".")
                .refuse();
    }

    /** All but the notes: nobody can know what people wrote there. */
    private static Map<String, ?> details(DealExpectations now) {
        return Map.of(
                "product", now.product(),
                "expectedLicenses", now.expectedLicenses(),
                "expectedValue", now.expectedValue(),
                "stage", now.stage(),
                "expectedCloseOn", now.expectedCloseOn());
    }
}
