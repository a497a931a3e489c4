package com.vsoxp.alliance.eligibility.decision.kept;

import com.vsoxp.alliance.platform.usecase.UseCase;
import io.micrometer.core.instrument.MeterRegistry;

/** Remembers a decision for good, with its input, and counts it. */
@UseCase
public class KeepDecision {

    private final MeterRegistry meters;

    KeepDecision(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Keeps it as it was made, in the caller's transaction. */
    public void keep(Decision decision) {
        DecisionRow.of(decision).persist();
        meters.counter(
                        "alliance.decisions",
                        "movement",
                        decision.movement().name(),
                        "outcome",
                        decision.outcome().name())
                .increment();
    }
}
