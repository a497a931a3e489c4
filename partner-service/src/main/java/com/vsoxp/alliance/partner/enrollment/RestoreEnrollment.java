package com.vsoxp.alliance.partner.enrollment;

import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Brings back the enrollment that a merge ended: the same one, where it stood. */
@UseCase
public class RestoreEnrollment {

    private final Outbox outbox;
    private final Clock clock;

    RestoreEnrollment(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Restores it, if a merge ended one, in the caller's transaction that has the partner locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void restore(Partner partner) {
        Enrollment.latestOf(partner.id).ifPresent(enrollment -> {
            EnrollmentEvents.Before before = EnrollmentEvents.Before.of(enrollment);
            if (enrollment.restoreFromBeforeMerge()) {
                partner.standAside(enrollment.status, enrollment.tier, clock.instant());
                outbox.append(EnrollmentEvents.changed(enrollment, before));
            }
        });
    }
}
