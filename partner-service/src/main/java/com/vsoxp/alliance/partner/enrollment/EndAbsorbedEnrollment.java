package com.vsoxp.alliance.partner.enrollment;

import com.vsoxp.alliance.partner.enrollment.lifecycle.Lifecycle;
import com.vsoxp.alliance.partner.enrollment.lifecycle.Move;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.partner.tier.ProgramDay;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Ends the enrollment of a partner whose record becomes part of another, so that one company is enrolled once. */
@UseCase
public class EndAbsorbedEnrollment {

    private final Outbox outbox;
    private final ProgramDay programDay;
    private final Clock clock;

    EndAbsorbedEnrollment(Outbox outbox, ProgramDay programDay, Clock clock) {
        this.outbox = outbox;
        this.programDay = programDay;
        this.clock = clock;
    }

    /** Ends it, if it is open, in the caller's transaction that has the partner locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void end(Partner absorbed, UUID survivor) {
        Enrollment.latestOf(absorbed.id)
                .filter(enrollment -> enrollment.status.isOpen())
                .ifPresent(enrollment -> end(enrollment, absorbed, new Move.Absorb("Merged into " + survivor)));
    }

    private void end(Enrollment enrollment, Partner absorbed, Move absorb) {
        enrollment.keepBeforeMerge();
        EnrollmentEvents.Before before = EnrollmentEvents.Before.of(enrollment);
        enrollment.become(Lifecycle.after(enrollment.state(), absorb, programDay.today()));
        absorbed.standAside(enrollment.status, enrollment.tier, clock.instant());
        outbox.append(EnrollmentEvents.changed(enrollment, before));
    }
}
