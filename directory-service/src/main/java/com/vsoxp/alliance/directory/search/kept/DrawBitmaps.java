package com.vsoxp.alliance.directory.search.kept;

import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Draws the bitmaps of the listings that have a value: those of new values in whole, and the others where listings changed.
 *
 * <p>A listing is looked at itself from the transaction that changes it to the one that draws it: the mark of the change is
 * taken by the very statement that reads the listing, so a change is either seen by both or by neither.
 */
@UseCase
public class DrawBitmaps {

    /** Only one replica draws at a time. */
    private static final String LOCK = "select pg_try_advisory_xact_lock(20040121)";

    /** So many changed listings are looked at themselves without a search becoming noticeably slower. */
    private static final int FEW = 500;

    private static final int CHANGES_AT_ONCE = 20_000;

    private static final String DUE =
            "select count(*) from (select from undrawn_listing limit " + (FEW + 1) + ") as first";

    private static final String CHANGES = """
            with taken as (
                delete from undrawn_listing
                where ctid = any(array(select ctid from undrawn_listing limit :most))
                returning partner_id),
            changed as materialized (select distinct partner_id, place from taken join listing_place using (partner_id)),
            stale as materialized (select place / 31744 as piece, bit_or(only_listing(place)) as bits from changed group by piece),
            fresh as materialized (
                select facet, value, place / 31744 as piece, bit_or(only_listing(place)) as bits
                from changed join listing using (partner_id),
                    lateral (
                        select facet, value from tallied(listed, tier, country, services, verticals, languages, position)
                        union all
                        select facet, value from worded(listed, search_words, name_words)) as had
                    join drawn_value using (facet, value)
                group by facet, value, piece)
            insert into listing_bitmap (facet, value, piece, bits)
            select facet, value, piece, redrawn.bits
            from drawn_value cross join stale
                left join fresh using (facet, value, piece)
                left join listing_bitmap drawn using (facet, value, piece)
                cross join lateral (
                    select (coalesce(drawn.bits, no_listing()) & ~stale.bits) | coalesce(fresh.bits, no_listing())) as redrawn (bits)
            where redrawn.bits <> coalesce(drawn.bits, no_listing())
            on conflict (facet, value, piece) do update set bits = excluded.bits""";

    /** Of every filter, so many of the most frequent values; they stay until they are much rarer, lest they come and go. */
    private static final String RANKED = """
            with ranked as materialized (
                select facet, value, row_number() over (partition by facet order by sum(delta) desc, value) as rank
                from listing_tally where length(value) <= 200
                group by facet, value having sum(delta) > 0)
            """;

    private static final String GIVE_UP = RANKED + """
            , gone as (
                delete from drawn_value where facet not in ('WORD', 'NAME') and not exists (
                    select from ranked where ranked.facet = drawn_value.facet and ranked.value = drawn_value.value and rank <= 192)
                returning facet, value)
            delete from listing_bitmap where (facet, value) in (select facet, value from gone)""";

    private static final String NEXT_VALUE = RANKED + """
            insert into drawn_value (facet, value)
            select facet, value from ranked
            where rank <= 128 and (facet, value) not in (select facet, value from drawn_value)
            order by rank limit 1
            returning facet || ':' || value""";

    private static final String VALUE = """
            insert into listing_bitmap (facet, value, piece, bits)
            select split_part(:mark, ':', 1), substr(:mark, strpos(:mark, ':') + 1), place / 31744 as piece, bit_or(only_listing(place))
            from listing join listing_place using (partner_id)
            where listed
              and (:mark = 'PLACE:KNOWN'
                or listing_marks(tier, country, services, verticals, languages) @@ cast(:marked as tsquery))
              and exists (
                select from tallied(listed, tier, country, services, verticals, languages, position) where facet || ':' || value = :mark)
            group by piece""";

    private static final String COMPLETE = """
            insert into drawn_facet (facet, complete)
            select facet, not exists (
                select from listing_tally tally where tally.facet = each.facet
                  and not exists (
                    select from drawn_value drawn where drawn.facet = tally.facet and drawn.value = tally.value)
                group by value having sum(delta) > 0)
            from unnest(array['TIER', 'COUNTRY', 'SERVICE', 'VERTICAL', 'LANGUAGE']) as each (facet)
            on conflict (facet) do update set complete = excluded.complete""";

    @Inject
    EntityManager entityManager;

    @Inject
    DrawWords words;

    /** Whether there are so many changes that they should be drawn, or words. */
    @Transactional
    public boolean areDue() {
        return ((Number) entityManager.createNativeQuery(DUE).getSingleResult()).intValue() > FEW || words.areDue();
    }

    /**
     * Draws some of the changes, and one value that is new, and words.
     *
     * @return whether there may be more; not if another replica is at it
     */
    @Transactional
    public boolean drawSome() {
        if (!(boolean) entityManager.createNativeQuery(LOCK).getSingleResult()) {
            return false;
        }
        // The many listings of a value are remembered one by one, and not only their pages.
        entityManager.createNativeQuery("set local work_mem = '64MB'").executeUpdate();
        entityManager
                .createNativeQuery(CHANGES)
                .setParameter("most", CHANGES_AT_ONCE)
                .executeUpdate();
        entityManager.createNativeQuery(GIVE_UP).executeUpdate();
        List<?> marks =
                entityManager.createNativeQuery(NEXT_VALUE, String.class).getResultList();
        marks.forEach(mark -> drawValue((String) mark));
        words.drawSome();
        entityManager.createNativeQuery(COMPLETE).executeUpdate();
        return !marks.isEmpty() || areDue();
    }

    private void drawValue(String mark) {
        entityManager
                .createNativeQuery(VALUE)
                .setParameter("mark", mark)
                .setParameter("marked", Mark.quoted(mark))
                .executeUpdate();
    }
}
