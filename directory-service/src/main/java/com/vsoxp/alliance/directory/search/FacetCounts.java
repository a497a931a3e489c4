package com.vsoxp.alliance.directory.search;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what a search would find for every value of every filter.
 *
 * <p>A filter is counted under all the others but not under itself, so that the counts beside its values say what another
 * choice would bring.
 */
@ApplicationScoped
class FacetCounts {

    private static final int MOST_FREQUENT = 100;

    @Inject
    EntityManager entityManager;

    Map<Facet, Map<String, Long>> of(Conditions conditions) {
        var query = entityManager.createNativeQuery(sql(conditions), Tuple.class);
        conditions.bindTo(query);
        var counts = new EnumMap<Facet, Map<String, Long>>(Facet.class);
        Arrays.stream(Facet.values()).forEach(facet -> counts.put(facet, new LinkedHashMap<>()));
        for (var row : rows(query.getResultList())) {
            counts.get(Facet.valueOf(row.get(0, String.class)))
                    .put(row.get(1, String.class), row.get(2, Number.class).longValue());
        }
        return counts;
    }

    private static String sql(Conditions conditions) {
        var columns = Arrays.stream(Facet.values()).map(Facet::column).collect(joining(", "));
        var tests = Arrays.stream(Facet.values())
                .map(facet -> conditions.filter(facet) + " as fits_" + facet)
                .collect(joining(", "));
        return "with hit as materialized (select %s, %s from listing where %s) "
                        .formatted(columns, tests, conditions.base())
                + Arrays.stream(Facet.values()).map(FacetCounts::count).collect(joining(" union all "));
    }

    private static String count(Facet facet) {
        var underTheOthers = Arrays.stream(Facet.values())
                .filter(other -> other != facet)
                .map(other -> "fits_" + other)
                .collect(joining(" and "));
        return """
                (select '%s' as facet, value, count(*) as hits from (%s where %s) as occurrence
                where value is not null group by value order by hits desc, value limit %d)""".formatted(facet, facet.valuesOf("hit"), underTheOthers, MOST_FREQUENT);
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(List<?> tuples) {
        return (List<Tuple>) tuples;
    }
}
