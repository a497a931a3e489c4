package com.vsoxp.alliance.directory.search.count;

import com.vsoxp.alliance.directory.search.question.Conditions;
import com.vsoxp.alliance.directory.search.question.Facet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Set;

/**
 * Counts listings one by one, up to {@link Counts#MOST} of each list.
 *
 * <p>Where words or a circle leave no more than that, all lists are within those few, and one reading serves them all.
 */
@ApplicationScoped
class RowCounts {

    private static final String BASE = "BASE";

    @Inject
    EntityManager entityManager;

    /** A list that is longer than {@link Counts#MOST} is seen as one longer than that. */
    Counted of(Conditions conditions, Set<Facet> facets) {
        var counting = new Counting(facets, conditions);
        if (conditions.areNarrowed()
                && !conditions.isCircleWide()
                && !conditions.set().isEmpty()) {
            var counted = read(ofOneReading(conditions, counting), conditions, facets);
            if (counted.seen().get(BASE) <= Counts.MOST) {
                return counted;
            }
        }
        return read(ofEachList(conditions, counting), conditions, facets);
    }

    /** Whether more listings lie in the circle than are counted. */
    boolean isCircleWide(Conditions conditions) {
        // The index is read only as far as needed, while a bitmap of it would be of all.
        useBitmapScans("off");
        var query = entityManager.createNativeQuery(
                "select count(*) from (select from listing where %s limit %d) as first"
                        .formatted(conditions.circle(), Counts.MOST + 1),
                Long.class);
        conditions.bindTo(query);
        var many = ((Number) query.getSingleResult()).longValue() > Counts.MOST;
        useBitmapScans("on");
        return many;
    }

    private void useBitmapScans(String onOrOff) {
        entityManager
                .createNativeQuery("select set_config('enable_bitmapscan', :onOrOff, true)", String.class)
                .setParameter("onOrOff", onOrOff)
                .getSingleResult();
    }

    private static String ofOneReading(Conditions conditions, Counting counting) {
        return """
                with base as materialized (select %s%s from listing where %s limit %d),
                    few as materialized (select count(*) <= %d as are from base), %s
                %s union all select '%s', null, count(*) from base""".formatted(
                        Counting.COLUMNS,
                        counting.flags(),
                        conditions.base(),
                        Counts.MOST + 1,
                        Counts.MOST,
                        counting.listsAs(list -> "select %s from base where (select are from few) and %s"
                                .formatted(Counting.COLUMNS, counting.flaggedFor(list))),
                        counting.counts(),
                        BASE);
    }

    private static String ofEachList(Conditions conditions, Counting counting) {
        return "with %s %s"
                .formatted(
                        counting.listsAs(list -> "select %s from listing where %s limit %d"
                                .formatted(Counting.COLUMNS, conditions.foundBut(facet(list)), Counts.MOST + 1)),
                        counting.counts());
    }

    private static Facet facet(String list) {
        return list.equals(Counted.ALL) ? null : Facet.valueOf(list);
    }

    private Counted read(String sql, Conditions conditions, Set<Facet> facets) {
        var query = entityManager.createNativeQuery(sql, Tuple.class);
        conditions.bindTo(query);
        return Counted.of(facets, rows(query.getResultList()));
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(List<?> tuples) {
        return (List<Tuple>) tuples;
    }
}
