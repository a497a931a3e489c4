package com.vsoxp.alliance.eligibility.program;

/**
 * What a requirement counts.
 *
 * @param of the kind of fact, for instance {@code LICENSE_SALE}; any kind a producer reports may be measured
 * @param unit the words for what is counted, null where the target is money
 */
public record Measure(Aggregate aggregate, String of, Window window, Unit unit) {

    /** How the facts of a kind become one number. */
    public enum Aggregate {
        /** Adds up quantities, or money where the target is money. */
        SUM,
        /** Counts facts, whatever their quantity. */
        COUNT,
        /** Asks whether at least one fact is valid. */
        HOLDS
    }

    /** The words for one and for several of what is counted: "license", "licenses". */
    public record Unit(String one, String other) {}
}
