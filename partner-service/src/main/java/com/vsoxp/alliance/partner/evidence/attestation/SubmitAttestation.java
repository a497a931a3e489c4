package com.vsoxp.alliance.partner.evidence.attestation;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.constraint.BrokenRules;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Takes a partner's claim about itself into the records. It does not count before somebody has verified it. */
@UseCase
public class SubmitAttestation {

    private final NoteInAudit audit;
    private final Clock clock;

    SubmitAttestation(NoteInAudit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Submits a claim.
     *
     * @param evidenceUrl where it can be seen, or null
     * @param statement what can be said for it, or null
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 for an unknown partner, 422 if there is nothing to
     *     verify it by
     */
    @Transactional
    public Attestation submit(UUID partnerId, AttestationKind kind, String evidenceUrl, String statement) {
        new BrokenRules()
                .when(
                        evidenceUrl == null && statement == null,
                        "/evidenceUrl",
                        "NOTHING_TO_VERIFY",
                        "evidenceUrl or statement must be given.")
                .refuse();
        UUID owner = Partner.lock(partnerId).id;
        Attestation attestation = Attestation.of(owner, kind, evidenceUrl, statement, clock.instant());
        attestation.persist();
        audit.note(owner, "ATTESTATION_SUBMITTED", attestation.id, Map.of("kind", kind));
        return attestation;
    }
}
