package com.vsoxp.alliance.directory.search.order;

import com.vsoxp.alliance.directory.search.drawn.Meeting;
import com.vsoxp.alliance.directory.search.drawn.Pick;
import com.vsoxp.alliance.directory.search.drawn.Requirement;
import com.vsoxp.alliance.directory.search.question.Conditions;
import com.vsoxp.alliance.directory.search.question.Criteria.Sort;
import com.vsoxp.alliance.directory.search.question.Part;
import com.vsoxp.alliance.platform.paging.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/**
 * Reads listings by name, of those that bitmaps say fit: the index of names knows each listing's place in the bitmaps, so none is
 * read but those of the page. Listings that changed since the bitmaps were drawn are looked at themselves.
 */
@ApplicationScoped
class DrawnHits {

    private static final String PICKED = """
            with %s,
                within as (
                    select piece, bit_and(bits) as bits from chosen where requirement = any(cast(:within as text[]))
                    group by piece having count(*) = cardinality(cast(:within as text[]))),
                picked as materialized (
                    select piece, within.bits & ~coalesce(stale.bits, no_listing()) as bits
                    from within left join stale using (piece)),
                pieces as materialized (
                    select array_agg(coalesce(bits, no_listing()) order by piece) as bits
                    from generate_series(0, (select max(piece) from picked)) as piece left join picked using (piece)),
                hit as (
                    (select partner_id, name_key from listing_place
                     where (select true from picked where bit_count(bits) > 0 limit 1) and %s
                       and get_bit((select bits from pieces)[1 + place / 31744], place %% 31744) = 1
                     order by name_key, partner_id limit :most)
                    union all
                    (select partner_id, name_key from listing
                     where partner_id in (select partner_id from undrawn) and %s and %s
                     order by name_key, partner_id limit :most))
            select partner_id, hit.name_key, %s, %s as chord from hit join listing using (partner_id)
            order by hit.name_key, partner_id""";

    @Inject
    EntityManager entityManager;

    /** @param part all of which is what is picked */
    List<Hit> of(Pick pick, Sort sort, Conditions conditions, Part part, Optional<Cursor> after, int rows) {
        var start = after.isPresent() ? HitQuery.BY_NAME : "true";
        var sql = PICKED.formatted(
                Meeting.CHOSEN,
                start,
                conditions.checked() + " and " + part.checked(),
                start,
                HitQuery.places(sort, part),
                conditions.chord());
        var hits = new HitQuery(entityManager, sql, sort).of(part).with("most", rows);
        Meeting.bindTo(hits.query(), pick.within());
        hits.query()
                .setParameter(
                        "within", pick.within().stream().map(Requirement::name).toArray(String[]::new));
        return hits.read(conditions, after, rows);
    }
}
