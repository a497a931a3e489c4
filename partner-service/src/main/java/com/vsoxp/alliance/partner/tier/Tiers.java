package com.vsoxp.alliance.partner.tier;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the published versions of the program say of tiers now. Each is read once, since it never changes. */
@ApplicationScoped
public class Tiers {

    private final Map<String, ProgramTiers> read = new ConcurrentHashMap<>();
    private final Clock clock;

    Tiers(Clock clock) {
        this.clock = clock;
    }

    /** All versions that are known now, on whichever replica they were heard of. */
    public TierBook book() {
        return TierBook.at(clock.instant(), published());
    }

    List<ProgramTiers> published() {
        return PublishedProgram.versions().stream()
                .map(version -> read.computeIfAbsent(version, PublishedProgram::tiersOf))
                .toList();
    }
}
