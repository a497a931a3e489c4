package com.vsoxp.alliance.eligibility.rebuild.version;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The versions that were told so far, of each the last word. */
public final class ToldVersions {

    private final Map<String, ToldVersion> byName = new LinkedHashMap<>();

    /**
     * Hears of one. A service that lost its database tells the version it is shipped with again; what it says then is what stands
     * there.
     */
    public void hear(ToldVersion told) {
        byName.put(told.version(), told);
    }

    Optional<ToldVersion> of(String version) {
        return Optional.ofNullable(byName.get(version));
    }

    Collection<ToldVersion> all() {
        return byName.values();
    }

    /** The place of the last event in their stream; 0 if there is none. */
    public long lastSequence() {
        return byName.values().stream().mapToLong(ToldVersion::sequence).max().orElse(0);
    }
}
