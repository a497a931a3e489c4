package com.vsoxp.alliance.directory.tier;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All published versions at an instant: what they say of tiers, whatever the order in which they became known. */
public final class TierBook {

    private static final Comparator<ProgramTiers> OLDEST_FIRST =
            Comparator.comparing(ProgramTiers::effectiveFrom).thenComparing(ProgramTiers::publishedAt);

    private final List<ProgramTiers> begun;

    private TierBook(List<ProgramTiers> begun) {
        this.begun = begun;
    }

    /**
     * What those of the versions say whose first day has come in their own time zone.
     *
     * @throws IllegalStateException before the first one has begun
     */
    public static TierBook at(Instant now, List<ProgramTiers> published) {
        List<ProgramTiers> begun = published.stream()
                .filter(version -> version.hasBegunAt(now))
                .sorted(OLDEST_FIRST)
                .toList();
        if (begun.isEmpty()) {
            throw new IllegalStateException("No version of the program is in force");
        }
        return new TierBook(begun);
    }

    /** The version in force: the latest that has begun. */
    public ProgramTiers inForce() {
        return begun.getLast();
    }

    /** What a tier is called in the latest version that has it: partners may hold one that is in force no more. */
    public Optional<String> nameOf(String tier) {
        return latestWith(tier).flatMap(version -> version.tier(tier)).map(Tier::name);
    }

    /** What each tier is called, by its code. */
    public Map<String, String> names() {
        var names = new HashMap<String, String>();
        begun.forEach(version -> version.tiers().forEach(tier -> names.put(tier.code(), tier.name())));
        return names;
    }

    /**
     * A tier's place in the directory's order, from 0 for the highest. One that the version in force has no more stands
     * where the one stands that took its place; one without such an heir, or that is not known yet, comes after all others.
     */
    public int placeOf(String tier) {
        String heir = latestWith(tier).map(version -> heirSince(version, tier)).orElse(tier);
        List<Tier> tiers = inForce().tiers();
        return tiers.stream()
                .filter(other -> other.code().equals(heir))
                .findFirst()
                .map(tiers::indexOf)
                .orElse(tiers.size());
    }

    private Optional<ProgramTiers> latestWith(String tier) {
        return begun.reversed().stream()
                .filter(version -> version.tier(tier).isPresent())
                .findFirst();
    }

    private String heirSince(ProgramTiers version, String tier) {
        String heir = tier;
        for (ProgramTiers next : begun.subList(begun.indexOf(version) + 1, begun.size())) {
            heir = next.heirOf(heir);
        }
        return heir;
    }
}
