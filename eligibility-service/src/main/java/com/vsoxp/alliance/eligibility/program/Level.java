package com.vsoxp.alliance.eligibility.program;

import java.time.Period;
import java.util.Optional;

/** What a tier expects of a requirement: a cell of the source's table. */
public sealed interface Level {

    /**
     * Must be met to hold the tier.
     *
     * @param grace how long after joining the requirement may still be unmet; zero for no grace
     */
    record Required(Amount target, Period grace) implements Level {}

    /** Is scored, and never decides. */
    record Encouraged(Amount target) implements Level {}

    /** Is not looked at. */
    record NotApplicable() implements Level {}

    /** What counts as met; empty where the requirement is not applicable. */
    default Optional<Amount> goal() {
        return switch (this) {
            case Required required -> Optional.of(required.target());
            case Encouraged encouraged -> Optional.of(encouraged.target());
            case NotApplicable _ -> Optional.empty();
        };
    }
}
