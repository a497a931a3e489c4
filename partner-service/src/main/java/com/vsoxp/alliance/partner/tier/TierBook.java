package com.vsoxp.alliance.partner.tier;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All published versions at an instant: what they say of tiers, whatever the order in which they became known. */
public final class TierBook {

    private static final Comparator<ProgramTiers> LATEST_FIRST = Comparator.comparing(ProgramTiers::effectiveFrom)
            .thenComparing(ProgramTiers::publishedAt)
            .reversed();

    private final List<ProgramTiers> begun;

    private TierBook(List<ProgramTiers> begun) {
        this.begun = begun;
    }

    /** What those of the versions say whose first day has come in their own time zone. */
    public static TierBook at(Instant now, List<ProgramTiers> published) {
        return new TierBook(published.stream()
                .filter(version -> version.hasBegunAt(now))
                .sorted(LATEST_FIRST)
                .toList());
    }

    /**
     * The version in force: the latest that has begun. Its tiers are those that can be applied for.
     *
     * @throws IllegalStateException before the first one has begun
     */
    public ProgramTiers inForce() {
        return begun.stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No version of the program is in force"));
    }

    /** The latest version that has a tier of this code: partners may hold one that the version in force has no more. */
    public Optional<ProgramTiers> latestWith(String tier) {
        return begun.stream().filter(version -> version.tier(tier).isPresent()).findFirst();
    }

    /** Whether a tier is one of those, takes the place of one in a later version, or ranks above such a one. */
    public boolean reaches(String tier, Set<String> those) {
        return those.contains(tier)
                || latestWith(tier).stream().anyMatch(version -> {
                    int rank = version.tier(tier).orElseThrow().rank();
                    return version.tiers().stream().anyMatch(other -> other.rank() <= rank && other.standsFor(those));
                });
    }
}
