package com.vsoxp.alliance.eligibility.standing.rules;

import java.time.LocalDate;
import java.util.List;

/**
 * Where a partner stands in its open enrollment.
 *
 * @param tier the tier it holds; null for an applicant, and after a lapse
 * @param pendingTier a higher tier it qualifies for that waits for approval; null if none
 * @param since the first day of this status at this tier; null for an applicant
 * @param cureEndsOn at risk only: the day on which the tier is lost unless it is met again before
 * @param unmet at risk only: codes of the required requirements that are unmet
 */
public record Standing(
        Status status, String tier, String pendingTier, LocalDate since, LocalDate cureEndsOn, List<String> unmet) {

    public Standing {
        unmet = List.copyOf(unmet);
    }

    /** The state of a standing. */
    public enum Status {
        /** Applied, and holds no tier yet. */
        APPLICANT,
        GOOD,
        /** The tier is unmet and may still be cured. */
        AT_RISK,
        /** Lost the lowest tier too: the enrollment is over, and waits only to be ended. */
        LAPSED
    }

    /** How an enrollment starts that no decision has been made about. */
    public static Standing applicant() {
        return new Standing(Status.APPLICANT, null, null, null, null, List.of());
    }

    /** Holds a tier, and meets it. */
    public static Standing good(String tier, LocalDate since) {
        return new Standing(Status.GOOD, tier, null, since, null, List.of());
    }

    static Standing atRisk(String tier, LocalDate since, LocalDate cureEndsOn, List<String> unmet) {
        return new Standing(Status.AT_RISK, tier, null, since, cureEndsOn, unmet);
    }

    /** Lost the lowest tier too, on this day. */
    public static Standing lapsed(LocalDate since) {
        return new Standing(Status.LAPSED, null, null, since, null, List.of());
    }

    boolean holds(String someTier) {
        return someTier.equals(tier);
    }

    /** The same with a tier that waits for approval; null for none. */
    public Standing pending(String higherTier) {
        return new Standing(status, tier, higherTier, since, cureEndsOn, unmet);
    }
}
