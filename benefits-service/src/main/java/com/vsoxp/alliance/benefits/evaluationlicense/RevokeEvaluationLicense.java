package com.vsoxp.alliance.benefits.evaluationlicense;

import com.vsoxp.alliance.benefits.holder.MergedHolder;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Takes a key back. Who verifies it here learns of it at once; who verifies it by the public key alone does not. */
@UseCase
class RevokeEvaluationLicense {

    @Inject
    Clock clock;

    /** @throws com.vsoxp.alliance.platform.problem.ProblemException 409 when it was revoked before */
    @Transactional
    EvaluationLicense revoke(UUID partnerId, UUID id, String reason, String by) {
        var license = EvaluationLicense.require(MergedHolder.allIn(partnerId), id, LockModeType.PESSIMISTIC_WRITE);
        if (license.revokedAt != null) {
            throw Problems.conflict("REVOKED", "The license was revoked at " + license.revokedAt + ".");
        }
        license.revokedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        license.revokedBy = by;
        license.revocationReason = reason;
        return license;
    }
}
