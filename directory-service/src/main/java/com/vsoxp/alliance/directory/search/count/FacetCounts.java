package com.vsoxp.alliance.directory.search.count;

import static java.util.stream.Collectors.toMap;

import com.vsoxp.alliance.directory.search.drawn.Meeting;
import com.vsoxp.alliance.directory.search.question.Conditions;
import com.vsoxp.alliance.directory.search.question.Facet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Counts what a search would find for every value of every filter.
 *
 * <p>A filter is counted under all the others but not under itself, so that the counts beside its values say what another
 * choice would bring. Where nothing else narrows the list the kept counts are the answer, where other filters do bitmaps are,
 * and with words or a place listings are counted, up to {@link Counts#MOST} of each list.
 */
@ApplicationScoped
public class FacetCounts {

    private static final int MOST_FREQUENT = 100;

    @Inject
    KeptCounts kept;

    @Inject
    DrawnCounts drawn;

    @Inject
    RowCounts rows;

    /**
     * Of a question without any limit, but that of how many listings are counted one by one.
     *
     * @param meeting empty, if bitmaps do not answer the question
     */
    public Counts of(Conditions conditions, Optional<Meeting> meeting) {
        var asKept =
                facets(facet -> conditions.areFiltersOnly() && EnumSet.of(facet).containsAll(conditions.set()));
        var others = EnumSet.complementOf(asKept);
        var counts = kept.of(asKept);
        var counted = others.isEmpty() ? new Counts(Map.of(), others, 0, false) : count(conditions, meeting, others);
        counts.putAll(counted.byFacet());
        var isTotalKept = !asKept.isEmpty() && isSumOfValues(conditions);
        var total = isTotalKept ? sumOfValues(conditions, counts) : counted.total();
        counts.replaceAll((_, values) -> mostFrequent(values));
        return new Counts(counts, counted.lowerBounds(), total, !isTotalKept && counted.totalIsLowerBound());
    }

    /** Whether more listings lie in the circle than are counted. */
    public boolean isCircleWide(Conditions conditions) {
        return rows.isCircleWide(conditions);
    }

    private Counts count(Conditions conditions, Optional<Meeting> meeting, Set<Facet> facets) {
        if (meeting.isPresent()) {
            return byBitmaps(conditions, meeting.get(), facets);
        }
        var counted = rows.of(conditions, facets);
        var total = counted.seen().get(Counted.ALL);
        return new Counts(
                counted.byFacet(),
                longOnes(conditions, counted, facets),
                Math.min(total, Counts.MOST),
                total > Counts.MOST);
    }

    /** Values that have no bitmaps are counted where few listings are to be read for it, and missing where many are. */
    private Counts byBitmaps(Conditions conditions, Meeting meeting, Set<Facet> facets) {
        var counted = drawn.of(conditions, meeting, facets);
        var counts = new EnumMap<>(counted.byFacet());
        var partly = EnumSet.copyOf(facets);
        partly.removeAll(meeting.complete());
        var lowerBounds = longOnes(conditions, counted, partly);
        partly.removeAll(lowerBounds);
        if (!partly.isEmpty()) {
            counts.putAll(rows.of(conditions, partly).byFacet());
        }
        return new Counts(counts, lowerBounds, counted.seen().get(Counted.ALL), false);
    }

    /** Those whose lists are too long to be read. */
    private static Set<Facet> longOnes(Conditions conditions, Counted counted, Set<Facet> facets) {
        return facets(facet -> facets.contains(facet) && counted.seenFor(facet, conditions.set()) > Counts.MOST);
    }

    /** Whether a listing has at most one of the values that are asked for, so that each is counted once. */
    private static boolean isSumOfValues(Conditions conditions) {
        return conditions.set().stream()
                .allMatch(facet ->
                        !facet.isManyValued() || conditions.wanted(facet).size() == 1);
    }

    private static long sumOfValues(Conditions conditions, Map<Facet, Map<String, Long>> counts) {
        var facet = conditions.set().stream().findFirst().orElse(Facet.TIER);
        var wanted = conditions.wanted(facet);
        return counts.get(facet).entrySet().stream()
                .filter(value -> wanted.isEmpty() || wanted.contains(value.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static EnumSet<Facet> facets(Predicate<Facet> those) {
        var facets = EnumSet.allOf(Facet.class);
        facets.removeIf(those.negate());
        return facets;
    }

    private static Map<String, Long> mostFrequent(Map<String, Long> values) {
        return values.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_FREQUENT)
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, LinkedHashMap::new));
    }
}
