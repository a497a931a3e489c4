package com.vsoxp.alliance.eligibility.program;

import java.util.List;

/**
 * What a requirement counts.
 *
 * @param of the kind of fact, for instance {@code LICENSE_SALE}; any kind a producer reports may be measured. For points,
 *     their own name
 * @param parts the kinds of fact that count, each kind once; points are of one kind or several, all else is of one
 * @param window the days that a scorecard names; those of every part that names none of its own
 * @param unit the words for what is counted, null where the target is money
 */
public record Measure(Aggregate aggregate, String of, List<Part> parts, Window window, Unit unit) {

    /** How facts become one number. */
    public enum Aggregate {
        /** Adds up quantities, or money where the target is money. */
        SUM,
        /** Counts facts, whatever their quantity. */
        COUNT,
        /** Asks whether at least one fact is valid. */
        HOLDS,
        /** Adds up quantities of several kinds of fact, each kind by its own weight. */
        POINTS
    }

    /**
     * A kind of fact that counts.
     *
     * @param of the kind of fact
     * @param window the days on which such facts count
     * @param weight how much one of a quantity counts; one, but for points
     */
    public record Part(String of, Window window, long weight) {}

    /** The words for one and for several of what is counted: "license", "licenses". */
    public record Unit(String one, String other) {}

    public Measure {
        parts = List.copyOf(parts);
    }

    /** A measure of one kind of fact. */
    public static Measure of(Aggregate aggregate, String kind, Window window, Unit unit) {
        return new Measure(aggregate, kind, List.of(new Part(kind, window, 1)), window, unit);
    }
}
