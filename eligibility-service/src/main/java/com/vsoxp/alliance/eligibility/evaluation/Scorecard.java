package com.vsoxp.alliance.eligibility.evaluation;

import java.time.LocalDate;
import java.util.List;

/**
 * How a partner stands on a day against all requirements of one tier.
 *
 * @param qualifiedTier code of the highest tier whose required requirements all pass; null if none
 * @param nextTransitionOn the next day on which any verdict, for any tier, or the standing changes if nothing new
 *     happens; null for never
 */
public record Scorecard(
        String programVersion,
        String tier,
        LocalDate asOf,
        Outcome outcome,
        String qualifiedTier,
        LocalDate nextTransitionOn,
        List<RequirementScore> requirements) {

    /** Whether the tier can be held. Only required requirements decide. */
    public enum Outcome {
        /** All are met. */
        QUALIFIED,
        /** All pass, some only by grace. */
        PROVISIONAL,
        NOT_QUALIFIED
    }
}
