package com.vsoxp.alliance.directory.tier;

import java.util.List;

/**
 * A level of partnership, as one version of the program has it.
 *
 * @param rank the higher, the better; unique within a version
 * @param description null for none
 * @param succeeds codes of tiers of other versions whose partners hold this one when they move over
 */
public record Tier(String code, String name, int rank, String description, List<String> succeeds) {}
