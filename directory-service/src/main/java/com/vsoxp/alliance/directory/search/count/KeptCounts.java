package com.vsoxp.alliance.directory.search.count;

import com.vsoxp.alliance.directory.search.question.Facet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many listings there are per value of each filter, as the database keeps it with every change: always exact. */
@ApplicationScoped
class KeptCounts {

    private static final String SUMS = """
            select facet, value, sum(delta) as hits from listing_tally where facet = any(cast(:facets as text[]))
            group by facet, value having sum(delta) > 0 order by hits desc, value""";

    @Inject
    EntityManager entityManager;

    @SuppressWarnings("unchecked")
    Map<Facet, Map<String, Long>> of(Set<Facet> facets) {
        var counts = new EnumMap<Facet, Map<String, Long>>(Facet.class);
        if (facets.isEmpty()) {
            return counts;
        }
        facets.forEach(facet -> counts.put(facet, new LinkedHashMap<>()));
        var rows = (List<Tuple>) entityManager
                .createNativeQuery(SUMS, Tuple.class)
                .setParameter("facets", facets.stream().map(Enum::name).toArray(String[]::new))
                .getResultList();
        rows.forEach(row -> counts.get(Facet.valueOf(row.get(0, String.class)))
                .put(row.get(1, String.class), row.get(2, Number.class).longValue()));
        return counts;
    }
}
