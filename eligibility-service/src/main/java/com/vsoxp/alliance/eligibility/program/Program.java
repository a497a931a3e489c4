package com.vsoxp.alliance.eligibility.program;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One version of the alliance program: what each tier demands and what it gives. Immutable, and the only source of
 * every rule that an evaluation applies; nothing of it is repeated in code.
 *
 * @param version as printed on the document, for instance {@code 2.0}
 * @param effectiveFrom first day on which this version is in force; null in a draft for which none is planned
 * @param timeZone the zone in which instants are cut into calendar days
 * @param tiers from the lowest rank to the highest; ranks are unique
 */
public record Program(
        String version,
        String title,
        LocalDate effectiveFrom,
        ZoneId timeZone,
        List<Tier> tiers,
        List<Requirement> requirements,
        List<Benefit> benefits,
        Policies policies) {

    public Program {
        tiers = tiers.stream().sorted(Comparator.comparingInt(Tier::rank)).toList();
        requirements = List.copyOf(requirements);
        benefits = List.copyOf(benefits);
    }

    /** The same program, in force from another day on; from none if that is null. */
    public Program effectiveFrom(LocalDate day) {
        return new Program(version, title, day, timeZone, tiers, requirements, benefits, policies);
    }

    /** The calendar day of an instant where the program lives. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, timeZone);
    }

    /** The tier of this code, if this version has it. */
    public Optional<Tier> tier(String code) {
        for (Tier tier : tiers) {
            if (tier.code().equals(code)) {
                return Optional.of(tier);
            }
        }
        return Optional.empty();
    }

    /** The requirement of this code, if this version has it. */
    public Optional<Requirement> requirement(String code) {
        return requirements.stream()
                .filter(requirement -> requirement.code().equals(code))
                .findFirst();
    }

    /** The tier that partners of this tier of another version hold here: its successor, or the one of the same code. */
    public Optional<Tier> heirOf(String code) {
        return tiers.stream()
                .filter(tier -> tier.succeeds().contains(code))
                .findFirst()
                .or(() -> tier(code));
    }

    public Tier lowestTier() {
        return tiers.getFirst();
    }

    /** Whether the first tier ranks above the second; no tier at all ranks below every tier. */
    public boolean ranksAbove(String tier, String other) {
        return rank(tier) > rank(other);
    }

    private int rank(String code) {
        Optional<Tier> tier = tier(code);
        return tier.isPresent() ? tier.get().rank() : Integer.MIN_VALUE;
    }
}
