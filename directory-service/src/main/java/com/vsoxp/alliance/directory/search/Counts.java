package com.vsoxp.alliance.directory.search;

import java.util.Map;
import java.util.Set;

/**
 * What a search would find for every value of every filter, and in all.
 *
 * @param byFacet most frequent first
 * @param lowerBounds filters whose values were counted among the first that were found only
 * @param total how many listings fit
 * @param totalIsLowerBound whether there are more of them
 */
record Counts(Map<Facet, Map<String, Long>> byFacet, Set<Facet> lowerBounds, long total, boolean totalIsLowerBound) {

    /** So many listings are counted and sorted one by one; of more, the first so many are counted. */
    static final int MOST = 10_000;
}
