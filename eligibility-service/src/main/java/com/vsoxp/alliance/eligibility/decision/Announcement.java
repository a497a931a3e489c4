package com.vsoxp.alliance.eligibility.decision;

import com.vsoxp.alliance.eligibility.AllianceTopics;
import com.vsoxp.alliance.eligibility.evaluation.Scorecard.Outcome;
import com.vsoxp.alliance.eligibility.standing.Move;
import com.vsoxp.alliance.eligibility.standing.Movement;
import com.vsoxp.alliance.eligibility.standing.Standing;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the other services are told of a decision. */
final class Announcement {

    private record TierQualified(
            UUID partnerId,
            UUID decisionId,
            UUID enrollmentId,
            String programVersion,
            String tier,
            String previousTier,
            Movement movement,
            Outcome outcome,
            LocalDate effectiveOn,
            boolean requiresApproval) {}

    private record StandingChanged(UUID partnerId, UUID decisionId, UUID enrollmentId, StandingTold standing) {}

    private record StandingTold(
            Standing.Status status,
            String tier,
            LocalDate since,
            LocalDate cureEndsOn,
            List<String> unmet,
            LocalDate nextTransitionOn) {}

    private Announcement() {}

    /** The events of a decision, in the order in which they are to be heard; none if it concerns nobody else. */
    static List<NewEvent> of(Decision decision, Move move, LocalDate nextTransitionOn) {
        List<NewEvent> events = new ArrayList<>();
        if (move.concernsTier()) {
            events.add(event(decision, "alliance.tier.qualified", tierQualified(decision)));
        }
        if (move.concernsStanding()) {
            events.add(event(
                    decision, "alliance.standing.changed", standingChanged(decision, move.to(), nextTransitionOn)));
        }
        return events;
    }

    private static TierQualified tierQualified(Decision decision) {
        return new TierQualified(
                decision.partnerId(),
                decision.id(),
                decision.enrollmentId(),
                decision.programVersion(),
                decision.tier(),
                decision.previousTier(),
                decision.movement(),
                decision.outcome(),
                decision.effectiveOn(),
                decision.requiresApproval());
    }

    private static StandingChanged standingChanged(Decision decision, Standing is, LocalDate nextTransitionOn) {
        return new StandingChanged(
                decision.partnerId(),
                decision.id(),
                decision.enrollmentId(),
                new StandingTold(is.status(), is.tier(), is.since(), is.cureEndsOn(), is.unmet(), nextTransitionOn));
    }

    private static NewEvent event(Decision decision, String type, Object data) {
        return new NewEvent(
                AllianceTopics.ELIGIBILITY, type, decision.partnerId().toString(), data);
    }
}
