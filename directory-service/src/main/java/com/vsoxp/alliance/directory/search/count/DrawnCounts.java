package com.vsoxp.alliance.directory.search.count;

import com.vsoxp.alliance.directory.search.question.Conditions;
import com.vsoxp.alliance.directory.search.question.Facet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Counts by bitmaps, however many listings fit and however the filters meet: each is the listings with one value, their meeting
 * is what fits, and what that has in common with another value's is what is counted. Listings that changed since the
 * bitmaps were drawn are left out of them and looked at themselves.
 */
@ApplicationScoped
class DrawnCounts {

    /** More changed listings than this are not looked at one by one. */
    private static final int MOST_UNDRAWN = 20_000;

    private static final String STATE = """
            select 'COMPLETE' as what, facet from drawn_facet where complete
            union all
            select 'UNDRAWN', facet from unnest(cast(:facets as text[]), cast(:values as text[])) as wanted (facet, value)
            where not exists (select from drawn_value drawn where drawn.facet = wanted.facet and drawn.value = wanted.value)
            union all
            select 'BEHIND', null from (select from undrawn_listing offset %d limit 1) as late""".formatted(MOST_UNDRAWN);

    private static final String COUNTS = """
            with wanted as (select * from unnest(cast(:facets as text[]), cast(:values as text[])) as wanted (facet, value)),
                undrawn as materialized (select distinct partner_id from undrawn_listing),
                stale as materialized (
                    select place / 31744 as piece, bit_or(only_listing(place)) as bits
                    from undrawn join listing_place using (partner_id) group by piece),
                chosen as materialized (
                    select facet, piece, bit_or(bits) as bits from listing_bitmap join wanted using (facet, value)
                    group by facet, piece),
                met as materialized (
                    select list, piece, bit_and(bits) as bits
                    from unnest(cast(:lists as text[])) as list join chosen on facet <> list
                    group by list, piece
                    having count(*) = (select count(distinct facet) from wanted where facet <> list)),
                drawn as materialized (
                    select list, piece, met.bits & ~coalesce(stale.bits, no_listing()) as bits
                    from met left join stale using (piece)),
                common as materialized (
                    select facet, value, bit_count(bitmap.bits & drawn.bits) as hits
                    from listing_bitmap bitmap join drawn
                        on bitmap.piece = drawn.piece
                            and drawn.list = case when bitmap.facet = any(cast(:lists as text[])) then bitmap.facet else 'ALL' end
                    where bitmap.facet = any(cast(:counted as text[]))),
                fresh as materialized (
                    select %s%s from listing where %s and partner_id in (select partner_id from undrawn)),
                %s
            %s
            union all select facet, value, sum(hits) from common where hits > 0 group by facet, value
            union all select list, null, sum(bit_count(bits)) from drawn group by list""";

    @Inject
    EntityManager entityManager;

    /**
     * What was counted.
     *
     * @param partly the facets of which rare values are missing
     */
    record Drawn(Counted counted, Set<Facet> partly) {}

    /** Empty, while values that are asked for have no bitmaps. */
    Optional<Drawn> of(Conditions conditions, Set<Facet> facets) {
        var complete = EnumSet.noneOf(Facet.class);
        var undrawn = new HashSet<String>();
        var state = entityManager.createNativeQuery(STATE, Tuple.class);
        bindWanted(conditions, state);
        for (var row : rows(state.getResultList())) {
            switch (row.get(0, String.class)) {
                case "COMPLETE" -> complete.add(Facet.valueOf(row.get(1, String.class)));
                case "UNDRAWN" -> undrawn.add(row.get(1, String.class));
                default -> {
                    return Optional.empty();
                }
            }
        }
        complete.forEach(facet -> undrawn.remove(facet.name()));
        if (!undrawn.isEmpty()) {
            return Optional.empty();
        }
        var partly = EnumSet.copyOf(facets);
        partly.removeAll(complete);
        return Optional.of(new Drawn(count(conditions, facets), partly));
    }

    private Counted count(Conditions conditions, Set<Facet> facets) {
        var counting = new Counting(facets, conditions);
        var query = entityManager.createNativeQuery(
                COUNTS.formatted(
                        Counting.COLUMNS,
                        counting.flags(),
                        conditions.base(),
                        counting.listsAs(list ->
                                "select %s from fresh where %s".formatted(Counting.COLUMNS, counting.flaggedFor(list))),
                        counting.counts()),
                Tuple.class);
        bindWanted(conditions, query);
        conditions.bindTo(query);
        query.setParameter("lists", counting.lists().toArray(String[]::new))
                .setParameter("counted", facets.stream().map(Enum::name).toArray(String[]::new));
        return Counted.of(facets, rows(query.getResultList()));
    }

    private static void bindWanted(Conditions conditions, Query query) {
        var facets = new ArrayList<String>();
        var values = new ArrayList<String>();
        for (var facet : conditions.set()) {
            for (var value : conditions.wanted(facet)) {
                facets.add(facet.name());
                values.add(value);
            }
        }
        if (conditions.areOfKnownPlace()) {
            facets.add("PLACE");
            values.add("KNOWN");
        }
        query.setParameter("facets", facets.toArray(String[]::new))
                .setParameter("values", values.toArray(String[]::new));
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(List<?> tuples) {
        return (List<Tuple>) tuples;
    }
}
