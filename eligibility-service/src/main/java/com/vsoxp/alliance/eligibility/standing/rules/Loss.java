package com.vsoxp.alliance.eligibility.standing.rules;

import java.time.LocalDate;
import java.util.List;

/**
 * The end of a tier that is foreseen if nothing new happens.
 *
 * @param on the day on which the tier is lost unless it is met again by then
 * @param tier the tier that is lost
 * @param fallsTo the tier held after that; null if the enrollment ends
 * @param requirements codes of the requirements that are unmet on that day, for which it is lost
 */
public record Loss(LocalDate on, String tier, String fallsTo, List<String> requirements) {

    public Loss {
        requirements = List.copyOf(requirements);
    }
}
