package com.vsoxp.alliance.directory.search.count;

import com.vsoxp.alliance.directory.search.question.Facet;
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
public record Counts(
        Map<Facet, Map<String, Long>> byFacet, Set<Facet> lowerBounds, long total, boolean totalIsLowerBound) {

    /** So many listings are counted and sorted one by one; of more, the first so many are counted. */
    public static final int MOST = 10_000;
}
