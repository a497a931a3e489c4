package com.vsoxp.alliance.directory.search.count;

import com.vsoxp.alliance.directory.search.drawn.Meeting;
import com.vsoxp.alliance.directory.search.drawn.Requirement;
import com.vsoxp.alliance.directory.search.question.Conditions;
import com.vsoxp.alliance.directory.search.question.Facet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Set;

/**
 * Counts by bitmaps, however many listings fit and however the filters meet: each is the listings with one value, their meeting
 * is what fits, and what that has in common with another value's is what is counted. Listings that changed since the
 * bitmaps were drawn are left out of them and looked at themselves.
 */
@ApplicationScoped
class DrawnCounts {

    private static final String COUNTS = """
            with %s,
                met as materialized (
                    select list, piece, bit_and(bits) as bits
                    from unnest(cast(:lists as text[])) as list join chosen on requirement <> list
                    group by list, piece
                    having count(*) = (
                        select count(*) from unnest(cast(:required as text[])) as required where required <> list)),
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

    /** All facets in question, but those values of them that are not drawn. */
    Counted of(Conditions conditions, Meeting meeting, Set<Facet> facets) {
        var counting = new Counting(facets, conditions);
        var query = entityManager.createNativeQuery(
                COUNTS.formatted(
                        Meeting.chosen(meeting.requirements()),
                        Counting.COLUMNS,
                        counting.flags(),
                        conditions.base(),
                        counting.listsAs(list ->
                                "select %s from fresh where %s".formatted(Counting.COLUMNS, counting.flaggedFor(list))),
                        counting.counts()),
                Tuple.class);
        Meeting.bindTo(query, meeting.requirements());
        conditions.bindTo(query);
        query.setParameter("lists", counting.lists().toArray(String[]::new))
                .setParameter(
                        "required",
                        meeting.requirements().stream().map(Requirement::name).toArray(String[]::new))
                .setParameter("counted", facets.stream().map(Enum::name).toArray(String[]::new));
        return Counted.of(facets, rows(query.getResultList()));
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(List<?> tuples) {
        return (List<Tuple>) tuples;
    }
}
