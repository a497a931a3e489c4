package com.vsoxp.alliance.directory.search;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts what a search would find for every value of every filter.
 *
 * <p>A filter is counted under all the others but not under itself, so that the counts beside its values say what another
 * choice would bring. Where nothing else narrows the list the kept counts are the answer; else listings are counted, up to
 * {@link Counts#MOST} of them.
 */
@ApplicationScoped
class FacetCounts {

    private static final int MOST_FREQUENT = 100;

    /** Stands for all filters, in the names of what is counted and in place of a value. */
    private static final String ALL = "ALL";

    @Inject
    EntityManager entityManager;

    @Inject
    KeptCounts kept;

    Counts of(Criteria criteria, Conditions conditions) {
        var asKept = EnumSet.noneOf(Facet.class);
        Arrays.stream(Facet.values())
                .filter(facet ->
                        conditions.areFiltersOnly() && EnumSet.of(facet).containsAll(conditions.set()))
                .forEach(asKept::add);
        var counts = new EnumMap<Facet, Map<String, Long>>(kept.of(asKept));
        var seen = count(conditions, EnumSet.complementOf(asKept), counts);
        var lowerBounds = EnumSet.noneOf(Facet.class);
        EnumSet.complementOf(asKept).stream()
                .filter(facet -> seen.get(rowsFor(facet, conditions)) > Counts.MOST)
                .forEach(lowerBounds::add);
        var total = total(criteria, conditions, counts, seen);
        counts.replaceAll((_, values) -> first(values));
        return new Counts(counts, lowerBounds, Math.abs(total), total < 0);
    }

    /** How many were seen of each of the lists that are counted. */
    private Map<String, Long> count(Conditions conditions, Set<Facet> facets, Map<Facet, Map<String, Long>> counts) {
        var seen = new LinkedHashMap<String, Long>();
        if (facets.isEmpty()) {
            return seen;
        }
        facets.forEach(facet -> counts.put(facet, new LinkedHashMap<>()));
        var query = entityManager.createNativeQuery(sql(conditions, facets), Tuple.class);
        conditions.bindTo(query);
        for (var row : rows(query.getResultList())) {
            var value = row.get(1, String.class);
            var hits = row.get(2, Number.class).longValue();
            if (value == null) {
                seen.put(row.get(0, String.class), hits);
            } else {
                counts.get(Facet.valueOf(row.get(0, String.class))).put(value, hits);
            }
        }
        return seen;
    }

    /** Negative, if there are more. */
    private static long total(
            Criteria criteria, Conditions conditions, Map<Facet, Map<String, Long>> counts, Map<String, Long> seen) {
        var set = conditions.set();
        if (conditions.areFiltersOnly() && set.size() <= 1) {
            var facet = set.isEmpty() ? Facet.TIER : set.iterator().next();
            var wanted = facet.wantedBy(criteria);
            if (!facet.isManyValued() || wanted.size() == 1) {
                return counts.get(facet).entrySet().stream()
                        .filter(value -> wanted.isEmpty() || wanted.contains(value.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
            }
        }
        long fitting = seen.get(ALL);
        return fitting > Counts.MOST ? -Counts.MOST : fitting;
    }

    private static String rowsFor(Facet facet, Conditions conditions) {
        return conditions.set().contains(facet) ? facet.name() : ALL;
    }

    private static String sql(Conditions conditions, Set<Facet> facets) {
        var lists = new LinkedHashMap<String, String>();
        lists.put(ALL, conditions.all());
        facets.stream()
                .filter(conditions.set()::contains)
                .forEach(facet -> lists.put(facet.name(), conditions.allBut(facet)));
        var columns = Arrays.stream(Facet.values()).map(Facet::column).collect(joining(", "));
        var parts = new ArrayList<String>();
        lists.keySet()
                .forEach(list ->
                        parts.add("select '%s' as facet, cast(null as text) as value, count(*) as hits from fits_%s"
                                .formatted(list, list)));
        facets.forEach(facet -> parts.add(count(facet, rowsFor(facet, conditions))));
        return lists.entrySet().stream()
                        .map(list -> "fits_%s as materialized (select %s from listing where %s limit %d)"
                                .formatted(list.getKey(), columns, list.getValue(), Counts.MOST + 1))
                        .collect(joining(", ", "with ", " "))
                + String.join(" union all ", parts);
    }

    private static String count(Facet facet, String list) {
        return """
                (select '%s' as facet, value, count(*) as hits from (%s) as occurrence
                where value is not null group by value order by hits desc, value limit %d)""".formatted(facet, facet.valuesOf("fits_" + list), MOST_FREQUENT);
    }

    private static Map<String, Long> first(Map<String, Long> values) {
        return values.entrySet().stream()
                .limit(MOST_FREQUENT)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, LinkedHashMap::new));
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(List<?> tuples) {
        return (List<Tuple>) tuples;
    }
}
