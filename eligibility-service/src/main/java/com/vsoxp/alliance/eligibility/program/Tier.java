package com.vsoxp.alliance.eligibility.program;

import java.util.List;

/**
 * A level of partnership.
 *
 * @param rank the higher, the better; unique within a program
 * @param succeeds codes of tiers of other versions whose partners hold this one when they move over; the tier's own code
 *     need not be among them
 */
public record Tier(String code, String name, int rank, String description, List<String> succeeds) {

    public Tier {
        succeeds = List.copyOf(succeeds);
    }
}
