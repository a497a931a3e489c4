package com.vsoxp.alliance.partner.evidence.consultant;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.constraint.BrokenRules;
import com.vsoxp.alliance.partner.evidence.EvidenceEvents;
import com.vsoxp.alliance.partner.evidence.EvidenceKind;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.partner.tier.ProgramDay;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Notes that a trained person has left a partner's staff. */
@UseCase
public class RecordDeparture {

    private final Outbox outbox;
    private final NoteInAudit audit;
    private final ProgramDay programDay;

    RecordDeparture(Outbox outbox, NoteInAudit audit, ProgramDay programDay) {
        this.outbox = outbox;
        this.audit = audit;
        this.programDay = programDay;
    }

    /**
     * Records a departure; from that day on the person no longer counts here, and may count elsewhere.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 for an unknown consultant, 409 for one who has left,
     *     422 for a day to come or before the certification
     */
    @Transactional
    public Consultant depart(UUID partnerId, UUID consultantId, LocalDate leftOn) {
        UUID owner = Partner.lock(partnerId).id;
        Consultant consultant = Consultant.require(owner, consultantId);
        if (consultant.leftOn != null) {
            throw Problems.conflict("LEFT", "The person left on " + consultant.leftOn + ".");
        }
        new BrokenRules()
                .whenInFuture(leftOn, programDay.today(), "/leftOn")
                .when(
                        leftOn.isBefore(consultant.certifiedOn),
                        "/leftOn",
                        "BEFORE_CERTIFICATION",
                        "must not be before certifiedOn, " + consultant.certifiedOn + ".")
                .refuse();
        consultant.leave(leftOn);
        consultant.flush();
        outbox.append(EvidenceEvents.withdrawn(owner, consultantId, EvidenceKind.CONSULTANT, consultant.countsUntil()));
        audit.note(owner, "CONSULTANT_DEPARTED", consultantId, Map.of("leftOn", leftOn));
        return consultant;
    }
}
