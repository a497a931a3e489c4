package com.vsoxp.alliance.directory.search.question;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is looked for. Values of one filter are alternatives; filters narrow each other.
 *
 * @param words folded; each must occur, give or take a typing error
 * @param radiusKm only within this distance of {@code near}; empty for any distance
 */
public record Criteria(
        List<String> words,
        Optional<UUID> partnerId,
        List<String> tiers,
        List<String> countries,
        List<String> services,
        List<String> verticals,
        List<String> languages,
        Optional<GeoPoint> near,
        Optional<Double> radiusKm,
        Sort sort) {

    /** The order of the answer; ties are broken by name and id. */
    public enum Sort {
        RELEVANCE,
        NAME,
        DISTANCE,
        TIER
    }
}
