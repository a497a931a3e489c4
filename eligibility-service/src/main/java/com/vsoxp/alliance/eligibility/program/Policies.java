package com.vsoxp.alliance.eligibility.program;

import java.time.Period;

/**
 * How the program moves partners between tiers.
 *
 * @param curePeriod how long a tier that stopped being met is kept, so that the partner can cure it
 * @param interpretation how open points of the source are read; null where nothing is open
 */
public record Policies(Promotion promotion, Period curePeriod, String interpretation) {

    /** How a tier that a partner newly qualifies for takes effect. */
    public enum Promotion {
        /** At once. */
        AUTOMATIC,
        /** When a program manager approves. */
        REVIEW
    }
}
