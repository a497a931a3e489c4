package com.vsoxp.alliance.directory.search.count;

import static java.util.stream.Collectors.joining;

import com.vsoxp.alliance.directory.search.question.Conditions;
import com.vsoxp.alliance.directory.search.question.Facet;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The SQL that counts the values of listings, each filter's in the list of those that fit all others. */
final class Counting {

    /** What is counted by, of a listing. */
    static final String COLUMNS =
            Arrays.stream(Facet.values()).map(Facet::column).collect(joining(", "));

    private final Set<Facet> facets;
    private final Conditions conditions;

    /** @param facets those to be counted */
    Counting(Set<Facet> facets, Conditions conditions) {
        this.facets = facets;
        this.conditions = conditions;
    }

    /** The lists to be looked at: that of all, and those of the facets that are set. */
    Set<String> lists() {
        var lists = new LinkedHashSet<>(Set.of(Counted.ALL));
        facets.stream().map(facet -> Counted.listFor(facet, conditions.set())).forEach(lists::add);
        return lists;
    }

    /** The lists as parts of a {@code with}, each selected by what the function makes of its name. */
    String listsAs(Function<String, String> selected) {
        return lists().stream()
                .map(list -> "fits_%s as materialized (%s)".formatted(list, selected.apply(list)))
                .collect(joining(", "));
    }

    /** Rows of the values and their hits, and of the length of each list. */
    String counts() {
        return Stream.concat(
                        lists().stream()
                                .map(list ->
                                        "select '%s' as facet, cast(null as text) as value, count(*) as hits from fits_%s"
                                                .formatted(list, list)),
                        facets.stream().map(facet -> "select '%s' as facet, value, hits from (%s) as counted"
                                .formatted(facet, facet.countsIn("fits_" + Counted.listFor(facet, conditions.set())))))
                .collect(joining(" union all "));
    }

    /** As columns, which filters a listing fits. */
    String flags() {
        return conditions.set().stream()
                .map(facet -> ", %s as fits_%s".formatted(conditions.filter(facet), facet))
                .collect(joining());
    }

    /** The condition that a row with such columns belongs to a list. */
    String flaggedFor(String list) {
        var others = conditions.set().isEmpty() ? EnumSet.noneOf(Facet.class) : EnumSet.copyOf(conditions.set());
        others.removeIf(facet -> facet.name().equals(list));
        return others.isEmpty()
                ? "true"
                : others.stream().map(facet -> "fits_" + facet).collect(joining(" and "));
    }
}
