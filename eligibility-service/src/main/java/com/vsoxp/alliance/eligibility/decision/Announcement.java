package com.vsoxp.alliance.eligibility.decision;

import com.vsoxp.alliance.eligibility.AllianceTopics;
import com.vsoxp.alliance.eligibility.decision.kept.Decision;
import com.vsoxp.alliance.eligibility.evaluation.Scorecard.Outcome;
import com.vsoxp.alliance.eligibility.standing.rules.Loss;
import com.vsoxp.alliance.eligibility.standing.rules.Move;
import com.vsoxp.alliance.eligibility.standing.rules.Movement;
import com.vsoxp.alliance.eligibility.standing.rules.Standing;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private record StandingChanged(
            UUID partnerId, UUID decisionId, UUID enrollmentId, Decision.Reason reason, StandingTold standing) {}

    private record StandingTold(
            Standing.Status status,
            String tier,
            LocalDate since,
            LocalDate cureEndsOn,
            List<String> unmet,
            LocalDate nextTransitionOn,
            LossForeseen lossForeseen) {}

    private record LossForeseen(LocalDate on, String fallsTo, List<String> requirements, long daysLeft) {}

    private Announcement() {}

    /**
     * The events of a move, in the order in which they are to be heard; none if it concerns nobody else.
     *
     * @param near the loss ahead, if it is so near that it is told
     */
    static List<NewEvent> of(Decision decision, Move move, Optional<Loss> near) {
        List<NewEvent> events = new ArrayList<>();
        if (move.concernsTier()) {
            events.add(event(decision, "alliance.tier.qualified", tierQualified(decision)));
        }
        if (move.concernsStanding()) {
            events.add(standingChanged(decision, near));
        }
        return events;
    }

    /** The standing as it is now, and the loss ahead of it, if it is near. */
    static NewEvent standingChanged(Decision decision, Optional<Loss> near) {
        Standing is = decision.standing();
        StandingTold told = new StandingTold(
                is.status(),
                is.tier(),
                is.since(),
                is.cureEndsOn(),
                is.unmet(),
                decision.nextTransitionOn(),
                near.map(loss -> lossForeseen(loss, decision.effectiveOn())).orElse(null));
        return event(
                decision,
                "alliance.standing.changed",
                new StandingChanged(
                        decision.partnerId(), decision.id(), decision.enrollmentId(), decision.reason(), told));
    }

    private static LossForeseen lossForeseen(Loss loss, LocalDate today) {
        return new LossForeseen(
                loss.on(), loss.fallsTo(), loss.requirements(), ChronoUnit.DAYS.between(today, loss.on()));
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

    private static NewEvent event(Decision decision, String type, Object data) {
        return new NewEvent(
                AllianceTopics.ELIGIBILITY, type, decision.partnerId().toString(), data);
    }
}
