package com.vsoxp.alliance.eligibility.program;

import java.util.Map;

/**
 * A row of the source's table of partner requirements: what is measured, and what each tier expects of it.
 *
 * @param interpretation how an open point of the source is read; null where the source is plain
 * @param levels by tier code; every tier of the program has one
 */
public record Requirement(
        String code, String title, Measure measure, String interpretation, Map<String, Level> levels) {

    public Requirement {
        levels = Map.copyOf(levels);
    }

    /** What this tier expects. */
    public Level levelOf(Tier tier) {
        return levels.get(tier.code());
    }
}
