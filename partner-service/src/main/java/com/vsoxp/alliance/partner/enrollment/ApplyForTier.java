package com.vsoxp.alliance.partner.enrollment;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.partner.tier.ProgramDay;
import com.vsoxp.alliance.partner.tier.ProgramTiers;
import com.vsoxp.alliance.partner.tier.Tier;
import com.vsoxp.alliance.partner.tier.Tiers;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Begins an enrollment. */
@UseCase
public class ApplyForTier {

    private final Tiers tiers;
    private final Outbox outbox;
    private final NoteInAudit audit;
    private final ProgramDay programDay;
    private final Clock clock;

    ApplyForTier(Tiers tiers, Outbox outbox, NoteInAudit audit, ProgramDay programDay, Clock clock) {
        this.tiers = tiers;
        this.outbox = outbox;
        this.audit = audit;
        this.programDay = programDay;
        this.clock = clock;
    }

    /**
     * Applies for a tier in a partner's name. After an end this begins anew.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 for an unknown partner, 422 for a tier that the
     *     program in force does not have, 409 if the partner has an open enrollment
     */
    @Transactional
    public Enrollment apply(UUID partnerId, String tier) {
        mustBeOf(tiers.book().inForce(), tier);
        Partner partner = Partner.lock(partnerId);
        if (partner.status != null && partner.status.isOpen()) {
            throw Problems.conflict("ENROLLMENT_OPEN", "The partner has an enrollment that is " + partner.status + ".");
        }
        Enrollment enrollment = Enrollment.apply(partner.id, tier, programDay.today());
        enrollment.persist();
        partner.stand(enrollment.status, enrollment.tier, clock.instant());
        outbox.append(EnrollmentEvents.applied(enrollment));
        audit.note(partner.id, "ENROLLMENT_APPLIED", enrollment.id, Map.of("tier", tier));
        return enrollment;
    }

    private static void mustBeOf(ProgramTiers program, String tier) {
        if (program.tier(tier).isEmpty()) {
            throw Problems.rule(
                    "/tier",
                    "UNKNOWN_TIER",
                    "must be one of " + program.tiers().stream().map(Tier::code).collect(Collectors.joining(", "))
                            + ".");
        }
    }
}
