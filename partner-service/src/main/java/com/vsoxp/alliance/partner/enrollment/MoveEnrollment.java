package com.vsoxp.alliance.partner.enrollment;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.enrollment.lifecycle.EnrollmentState;
import com.vsoxp.alliance.partner.enrollment.lifecycle.ImpossibleMoveException;
import com.vsoxp.alliance.partner.enrollment.lifecycle.Lifecycle;
import com.vsoxp.alliance.partner.enrollment.lifecycle.Move;
import com.vsoxp.alliance.partner.enrollment.term.RenewalTooEarlyException;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.partner.tier.ProgramDay;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Carries out what people decide about an enrollment. */
@UseCase
public class MoveEnrollment {

    private final Outbox outbox;
    private final NoteInAudit audit;
    private final ProgramDay programDay;
    private final Clock clock;

    MoveEnrollment(Outbox outbox, NoteInAudit audit, ProgramDay programDay, Clock clock) {
        this.outbox = outbox;
        this.audit = audit;
        this.programDay = programDay;
        this.clock = clock;
    }

    /**
     * Moves the partner's latest enrollment.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 without a partner or an enrollment, 409 if the move
     *     is impossible where the enrollment stands, or comes too early
     */
    @Transactional
    public Enrollment move(UUID partnerId, Move move) {
        Partner partner = Partner.lock(partnerId);
        Enrollment enrollment = Enrollment.latestOf(partner.id)
                .orElseThrow(() -> Problems.notFound("enrollment of partner", partnerId));
        EnrollmentEvents.Before before = EnrollmentEvents.Before.of(enrollment);
        enrollment.become(after(enrollment.state(), move));
        partner.stand(enrollment.status, enrollment.tier, clock.instant());
        outbox.append(EnrollmentEvents.changed(enrollment, before));
        audit.note(partner.id, "ENROLLMENT_CHANGED", enrollment.id, before.to(enrollment));
        return enrollment;
    }

    private EnrollmentState after(EnrollmentState state, Move move) {
        try {
            return Lifecycle.after(state, move, programDay.today());
        } catch (ImpossibleMoveException e) {
            throw Problems.conflict("ENROLLMENT_" + e.status(), e.getMessage() + ".");
        } catch (RenewalTooEarlyException e) {
            throw Problems.conflict("RENEWAL_TOO_EARLY", e.getMessage());
        }
    }
}
