package com.vsoxp.alliance.directory.search.count;

import com.vsoxp.alliance.directory.search.question.Facet;
import jakarta.persistence.Tuple;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was counted of several lists of listings.
 *
 * @param byFacet hits by value, in no order
 * @param seen how long each list is: that of all that fit, and per filter that of what fits all others
 */
record Counted(Map<Facet, Map<String, Long>> byFacet, Map<String, Long> seen) {

    /** The list of what fits all filters. */
    static final String ALL = "ALL";

    /** @param rows of list or facet, value or null for the whole list, and hits, which add up */
    static Counted of(Set<Facet> facets, List<Tuple> rows) {
        var counted = new Counted(new EnumMap<>(Facet.class), new HashMap<>());
        facets.forEach(facet -> counted.byFacet.put(facet, new HashMap<>()));
        for (var row : rows) {
            var value = row.get(1, String.class);
            var hits = row.get(2, Number.class).longValue();
            if (value == null) {
                counted.seen.merge(row.get(0, String.class), hits, Long::sum);
            } else {
                counted.byFacet.get(Facet.valueOf(row.get(0, String.class))).merge(value, hits, Long::sum);
            }
        }
        return counted;
    }

    /** How long the list is that a facet is counted in. */
    long seenFor(Facet facet, Set<Facet> set) {
        return seen.get(listFor(facet, set));
    }

    /** The list that a facet is counted in: one that is set under all others but not under itself. */
    static String listFor(Facet facet, Set<Facet> set) {
        return set.contains(facet) ? facet.name() : ALL;
    }
}
