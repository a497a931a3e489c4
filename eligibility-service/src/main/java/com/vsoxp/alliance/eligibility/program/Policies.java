package com.vsoxp.alliance.eligibility.program;

import java.time.Period;

/**
 * How the program moves partners between tiers.
 *
 * @param curePeriod how long a tier that stopped being met is kept, so that the partner can cure it
 * @param transition when partners of an earlier version move over to this one
 * @param interpretation how open points of the source are read; null where nothing is open
 */
public record Policies(Promotion promotion, Period curePeriod, Transition transition, String interpretation) {

    /** How a tier that a partner newly qualifies for takes effect. */
    public enum Promotion {
        /** At once. */
        AUTOMATIC,
        /** When a program manager approves. */
        REVIEW
    }

    /** When partners of an earlier version move over to this one. */
    public enum Transition {
        /** On the first day on which this version is in force. */
        AT_ONCE,
        /** When the yearly term ends in which that day falls; who is in no term moves at once. */
        AT_NEXT_TERM
    }
}
