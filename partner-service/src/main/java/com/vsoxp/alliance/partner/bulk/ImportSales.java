package com.vsoxp.alliance.partner.bulk;

import com.vsoxp.alliance.partner.audit.AuditActor;
import com.vsoxp.alliance.partner.audit.CurrentActor;
import com.vsoxp.alliance.partner.sale.CallingSystem;
import com.vsoxp.alliance.partner.sale.SaleRequest;
import com.vsoxp.alliance.partner.sale.recording.RecordSales;
import com.vsoxp.alliance.partner.sale.recording.SaleAnswer;
import com.vsoxp.alliance.partner.sale.recording.SaleReport;
import com.vsoxp.alliance.partner.tier.ProgramDay;
import com.vsoxp.alliance.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Sales under the calling system's order numbers: each is recorded once, however often its line is sent. */
@ApplicationScoped
class ImportSales implements LinesOf<SaleRequest> {

    private static final Runnable NOBODY_WAITS = () -> {};

    private final RecordSales recordSales;
    private final CallingSystem callingSystem;
    private final CurrentActor actor;
    private final ProgramDay programDay;

    ImportSales(RecordSales recordSales, CallingSystem callingSystem, CurrentActor actor, ProgramDay programDay) {
        this.recordSales = recordSales;
        this.callingSystem = callingSystem;
        this.actor = actor;
        this.programDay = programDay;
    }

    @Override
    public Class<SaleRequest> type() {
        return SaleRequest.class;
    }

    @Override
    public void check(SaleRequest sale) {
        sale.check(programDay.today());
    }

    @Override
    public List<Outcome> record(List<SaleRequest> sales) {
        String system = callingSystem.name();
        AuditActor reporter = actor.about(null);
        return recordSales
                .record(
                        sales.stream()
                                .map(sale -> new SaleReport(system, sale, null, reporter))
                                .toList(),
                        NOBODY_WAITS)
                .stream()
                .map(ImportSales::outcome)
                .toList();
    }

    private static Outcome outcome(SaleAnswer answer) {
        return switch (answer) {
            case SaleAnswer.Recorded recorded ->
                new Outcome.Recorded(
                        recorded.isNew() ? Outcome.Effect.CREATED : Outcome.Effect.UNCHANGED, recorded.sale().id);
            case SaleAnswer.Refused(ProblemException why) -> new Outcome.Refused(why);
            case SaleAnswer.AnsweredBefore _ -> throw new IllegalStateException("Lines have no Idempotency-Key");
        };
    }
}
