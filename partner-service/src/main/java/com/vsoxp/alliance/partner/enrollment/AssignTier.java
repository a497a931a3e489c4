package com.vsoxp.alliance.partner.enrollment;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.enrollment.lifecycle.EnrollmentState;
import com.vsoxp.alliance.partner.enrollment.lifecycle.Lifecycle;
import com.vsoxp.alliance.partner.enrollment.lifecycle.Move;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Carries out what the evaluation of the requirements found. */
@UseCase
public class AssignTier {

    private final Outbox outbox;
    private final NoteInAudit audit;
    private final Clock clock;

    AssignTier(Outbox outbox, NoteInAudit audit, Clock clock) {
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Gives the enrollment the tier it was found to qualify for, or ends it if there is none. What was found of an
     * enrollment that is no longer the partner's latest, or before something that is already carried out, is passed over.
     *
     * @param sequence the finding's place among all findings about the partner
     */
    @Transactional
    public void assign(UUID partnerId, UUID enrollmentId, Move found, LocalDate effectiveOn, long sequence) {
        Partner partner = Partner.lock(partnerId);
        Enrollment enrollment = Enrollment.latestOf(partner.id)
                .filter(latest -> latest.id.equals(enrollmentId))
                .filter(latest -> latest.evaluatedSequence < sequence)
                .orElse(null);
        if (enrollment == null) {
            return;
        }
        enrollment.evaluatedSequence = sequence;
        EnrollmentEvents.Before before = EnrollmentEvents.Before.of(enrollment);
        EnrollmentState state = enrollment.state();
        EnrollmentState next = Lifecycle.after(state, found, effectiveOn);
        if (!next.equals(state)) {
            enrollment.become(next);
            partner.stand(enrollment.status, enrollment.tier, clock.instant());
            outbox.append(EnrollmentEvents.changed(enrollment, before));
            audit.note(partner.id, "ENROLLMENT_CHANGED", enrollment.id, before.to(enrollment));
        }
    }
}
