package com.vsoxp.alliance.partner.evidence.attestation;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.constraint.BrokenRules;
import com.vsoxp.alliance.partner.evidence.EvidenceEvents;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.partner.tier.ProgramDay;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Carries out what a program manager found about a claim; it may be decided about anew at any time. */
@UseCase
public class VerifyAttestation {

    /** What can be found. */
    @Schema(name = "VerificationOutcome")
    public enum Outcome {
        VERIFIED,
        REJECTED
    }

    private final Outbox outbox;
    private final NoteInAudit audit;
    private final ProgramDay programDay;
    private final Clock clock;

    VerifyAttestation(Outbox outbox, NoteInAudit audit, ProgramDay programDay, Clock clock) {
        this.outbox = outbox;
        this.audit = audit;
        this.programDay = programDay;
        this.clock = clock;
    }

    /**
     * Decides about a claim.
     *
     * @param validUntil the day from which it no longer counts, or null for no end
     * @param reason why, or null
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 for an unknown claim, 422 for an end that is not to
     *     come or of a claim that is rejected
     */
    @Transactional
    public Attestation verify(UUID partnerId, UUID id, Outcome outcome, LocalDate validUntil, String reason) {
        LocalDate today = programDay.today();
        check(outcome, validUntil, today);
        UUID owner = Partner.lock(partnerId).id;
        Attestation attestation = Attestation.require(owner, id);
        switch (outcome) {
            case VERIFIED -> {
                attestation.verify(validUntil, today, clock.instant());
                outbox.append(EvidenceEvents.holds(
                        owner, id, attestation.kind.evidence(), attestation.verifiedOn, validUntil));
            }
            case REJECTED -> {
                if (attestation.countsOn(today)) {
                    outbox.append(EvidenceEvents.withdrawn(owner, id, attestation.kind.evidence(), today));
                }
                attestation.reject();
            }
        }
        attestation.decidedAt = clock.instant();
        attestation.reason = reason;
        attestation.flush();
        audit.note(owner, "ATTESTATION_" + outcome, id, Collections.singletonMap("reason", reason));
        return attestation;
    }

    private static void check(Outcome outcome, LocalDate validUntil, LocalDate today) {
        new BrokenRules()
                .when(
                        outcome == Outcome.REJECTED && validUntil != null,
                        "/validUntil",
                        "NOT_APPLICABLE",
                        "what is rejected is not valid until any day.")
                .when(
                        validUntil != null && !validUntil.isAfter(today),
                        "/validUntil",
                        "NOT_IN_FUTURE",
                        "must be after today, " + today + ".")
                .refuse();
    }
}
