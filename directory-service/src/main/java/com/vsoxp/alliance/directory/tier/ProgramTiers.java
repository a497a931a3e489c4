package com.vsoxp.alliance.directory.tier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The tiers of one published version of the program; once published they never change.
 *
 * @param effectiveFrom first day on which the version is in force, cut in its time zone
 * @param publishedAt decides between two versions with the same first day: the later one
 * @param tiers from the highest rank to the lowest; at least one
 */
public record ProgramTiers(
        String version, LocalDate effectiveFrom, ZoneId timeZone, Instant publishedAt, List<Tier> tiers) {

    public ProgramTiers {
        tiers = tiers.stream()
                .sorted(Comparator.comparingInt(Tier::rank).reversed())
                .toList();
    }

    /** The tier of this code, if this version has it. */
    public Optional<Tier> tier(String code) {
        return tiers.stream().filter(tier -> tier.code().equals(code)).findFirst();
    }

    /** The code of the tier that partners of this one hold when they move over to this version; the same, if it has none. */
    String heirOf(String code) {
        return tiers.stream()
                .filter(tier -> tier.succeeds().contains(code))
                .map(Tier::code)
                .findFirst()
                .orElse(code);
    }

    boolean hasBegunAt(Instant now) {
        return !LocalDate.ofInstant(now, timeZone).isBefore(effectiveFrom);
    }
}
