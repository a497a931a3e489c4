package com.vsoxp.alliance.partner.evidence.consultant;

import com.vsoxp.alliance.partner.tier.ProgramDay;
import com.vsoxp.alliance.platform.usecase.UseCase;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;

/**
 * Drops the mark of erased people whose certification has expired: such an entry holds no place on a staff any more. Who
 * leaves before loses it at once. Any replica may do it, at the same time as others.
 */
@UseCase
public class ForgetErasedPeople {

    private final ProgramDay programDay;

    ForgetErasedPeople(ProgramDay programDay) {
        this.programDay = programDay;
    }

    /** Drops all marks that are not needed today. */
    @Scheduled(every = "${alliance.privacy.sweep-every:10m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    @Transactional
    public void forget() {
        Consultant.update(
                "emailDigest = null where email is null and emailDigest is not null and expiresOn <= ?1",
                programDay.today());
    }
}
