package com.vsoxp.alliance.partner.intake;

import com.vsoxp.alliance.partner.AllianceTopics;
import com.vsoxp.alliance.partner.enrollment.AssignTier;
import com.vsoxp.alliance.partner.enrollment.lifecycle.Move;
import com.vsoxp.alliance.partner.enrollment.lifecycle.Qualification;
import com.vsoxp.alliance.partner.enrollment.standing.NoteStanding;
import com.vsoxp.alliance.partner.enrollment.standing.Standing;
import com.vsoxp.alliance.platform.inbox.Intake;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Takes what the evaluation of the requirements found: the tier a partner qualifies for, and how safe it is. */
@ApplicationScoped
public class EligibilityIntake implements Intake {

    private record TierQualified(
            UUID partnerId,
            UUID enrollmentId,
            String programVersion,
            String tier,
            LocalDate effectiveOn,
            boolean requiresApproval) {

        Move move() {
            return tier == null
                    ? new Move.Lapse("No tier's requirements are met under program " + programVersion)
                    : new Move.Qualify(new Qualification(tier, programVersion), requiresApproval);
        }
    }

    private record StandingChanged(UUID partnerId, UUID enrollmentId, Standing standing) {}

    private final AssignTier assignTier;
    private final NoteStanding noteStanding;

    EligibilityIntake(AssignTier assignTier, NoteStanding noteStanding) {
        this.assignTier = assignTier;
        this.noteStanding = noteStanding;
    }

    @Override
    public String name() {
        return "eligibility";
    }

    @Override
    public Set<String> topics() {
        return Set.of(AllianceTopics.ELIGIBILITY);
    }

    @Override
    public void take(List<ReceivedEvent> events) {
        events.forEach(this::take);
    }

    private void take(ReceivedEvent event) {
        switch (event.type()) {
            case "alliance.tier.qualified" -> {
                TierQualified found = event.dataAs(TierQualified.class);
                assignTier.assign(
                        found.partnerId, found.enrollmentId, found.move(), found.effectiveOn, event.sequence());
            }
            case "alliance.standing.changed" -> {
                StandingChanged found = event.dataAs(StandingChanged.class);
                noteStanding.note(found.partnerId, found.enrollmentId, found.standing, event.sequence());
            }
            default -> {
                // The topic also tells of programs, which have an intake of their own.
            }
        }
    }
}
