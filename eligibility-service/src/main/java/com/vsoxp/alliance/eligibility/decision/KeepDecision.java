package com.vsoxp.alliance.eligibility.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.eligibility.enrollment.Enrollment;
import com.vsoxp.alliance.eligibility.evaluation.Evaluation;
import com.vsoxp.alliance.eligibility.evaluation.Scorecard.Outcome;
import com.vsoxp.alliance.eligibility.standing.Move;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.usecase.UseCase;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.UUID;

/** Remembers a decision for good, with its input, and counts it. */
@UseCase
class KeepDecision {

    private final ObjectMapper json;
    private final Clock clock;
    private final MeterRegistry meters;

    KeepDecision(ObjectMapper json, Clock clock, MeterRegistry meters) {
        this.json = json;
        this.clock = clock;
        this.meters = meters;
    }

    /** Keeps a move as the decision it was. */
    Decision keep(UUID partnerId, Enrollment enrollment, Evaluation evaluation, Move move) {
        Decision decision = new Decision(
                Ids.next(),
                partnerId,
                enrollment.id(),
                clock.instant(),
                evaluation.program().version(),
                Evaluation.ENGINE_VERSION,
                move.on(),
                move.movement(),
                move.tier(),
                move.from().tier(),
                outcome(evaluation, move),
                move.requiresApproval(),
                move.to(),
                new Decision.Input(move.from(), enrollment.tier(), enrollment.dates(), evaluation.evidence(move.on())));
        DecisionRow.of(decision, write(decision)).persist();
        count(decision);
        return decision;
    }

    private static Outcome outcome(Evaluation evaluation, Move move) {
        return evaluation
                .program()
                .tier(move.tier())
                .map(tier -> evaluation.outcome(tier, move.on()))
                .orElse(Outcome.NOT_QUALIFIED);
    }

    private String write(Decision decision) {
        try {
            return json.writeValueAsString(decision);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void count(Decision decision) {
        meters.counter(
                        "alliance.decisions",
                        "movement",
                        decision.movement().name(),
                        "outcome",
                        decision.outcome().name())
                .increment();
    }
}
