package com.vsoxp.alliance.partner.evidence.consultant;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.evidence.EvidenceEvents;
import com.vsoxp.alliance.partner.evidence.EvidenceKind;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.partner.privacy.EmailDigest;
import com.vsoxp.alliance.partner.tier.ProgramDay;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Takes a trained person into a partner's staff. */
@UseCase
public class RecordConsultant {

    private final EmailDigest digest;
    private final Outbox outbox;
    private final NoteInAudit audit;
    private final ProgramDay programDay;
    private final Clock clock;

    RecordConsultant(EmailDigest digest, Outbox outbox, NoteInAudit audit, ProgramDay programDay, Clock clock) {
        this.digest = digest;
        this.outbox = outbox;
        this.audit = audit;
        this.programDay = programDay;
        this.clock = clock;
    }

    /**
     * Records a consultant. An entry of the same person whose certification has expired gives way.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 for an unknown partner, 422 for a broken rule, 409 if
     *     the person is on a partner's staff already; which one that is, if not this, is nobody's business
     */
    @Transactional
    public Consultant record(UUID partnerId, ConsultantRequest request) {
        LocalDate today = programDay.today();
        request.check(today);
        UUID owner = Partner.lock(partnerId).id;
        Consultant consultant = consultant(owner, request);
        Consultant.onAnyStaff(digest.person(request.email())).ifPresent(holder -> giveWay(holder, owner, today));
        consultant.persistAndFlush();
        outbox.append(EvidenceEvents.holds(
                owner, consultant.id, EvidenceKind.CONSULTANT, consultant.certifiedOn, consultant.expiresOn));
        audit.note(owner, "CONSULTANT_RECORDED", consultant.id, Map.of("course", consultant.course));
        return consultant;
    }

    private static void giveWay(Consultant holder, UUID partnerId, LocalDate today) {
        if (!holder.hasExpired(today)) {
            throw holder.partnerId.equals(partnerId)
                    ? Problems.conflict("ON_THIS_STAFF", "The person is on this partner's staff: " + holder.id + ".")
                    : Problems.conflict("ON_ANOTHER_STAFF", "The person is on another partner's staff.");
        }
        holder.leave(holder.expiresOn);
        holder.flush();
    }

    private Consultant consultant(UUID partnerId, ConsultantRequest request) {
        Consultant consultant = new Consultant();
        consultant.id = Ids.next();
        consultant.partnerId = partnerId;
        consultant.name = request.name();
        consultant.email = request.email();
        consultant.emailDigest = digest.of(request.email());
        consultant.course = request.certification().course();
        consultant.certifiedOn = request.certification().certifiedOn();
        consultant.expiresOn = request.certification().expiresOn();
        consultant.recordedAt = clock.instant();
        return consultant;
    }
}
