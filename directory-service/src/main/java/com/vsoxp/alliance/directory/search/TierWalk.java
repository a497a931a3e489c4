package com.vsoxp.alliance.directory.search;

import com.vsoxp.alliance.directory.tier.TierBook;
import com.vsoxp.alliance.platform.paging.Cursor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads listings in the order of their tiers as it is today: a range of the index per tier, so that no listing keeps a place
 * that a new version of the program would change.
 */
final class TierWalk {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** A tier that listings have, with its place, and the name and id after which its listings are read. */
    private record Range(String tier, int place, String afterName, UUID afterId) {}

    private final List<Range> ranges;

    /** @param after the last listing of the page before: its tier's place, its name and its id */
    TierWalk(EntityManager entityManager, TierBook book, Optional<Cursor> after) {
        int start = after.map(cursor -> (int) cursor.number(1)).orElse(0);
        this.ranges = tiersOfListings(entityManager).stream()
                .map(tier -> new Range(tier, book.placeOf(tier), "", BEFORE_ALL))
                .filter(range -> range.place >= start)
                .map(range -> after.filter(cursor -> range.place == start)
                        .map(cursor -> new Range(range.tier, start, cursor.text(2), cursor.uuid(3)))
                        .orElse(range))
                .toList();
    }

    /** Of every tier the first listings after the start that fulfil the conditions. */
    static String listings(Conditions conditions) {
        return """
                select hit.*, range.place as tier_place
                from unnest(cast(:tiers as text[]), cast(:places as int[]), cast(:afterNames as text[]),
                        cast(:afterIds as uuid[])) as range (tier, place, after_name, after_id)
                    cross join lateral (
                        select partner_id, name_key, 0 as grade, %s as chord from listing
                        where %s and listing.tier = range.tier
                            and (name_key, partner_id) > (range.after_name, range.after_id)
                        order by name_key, partner_id limit :listingsOfATier) as hit""".formatted(conditions.chord(), conditions.all());
    }

    /** Binds where the ranges start, and how many listings of each are enough. */
    void bindTo(Query query, int listings) {
        query.setParameter("listingsOfATier", listings)
                .setParameter("tiers", ranges.stream().map(Range::tier).toArray(String[]::new))
                .setParameter("places", ranges.stream().map(Range::place).toArray(Integer[]::new))
                .setParameter(
                        "afterNames", ranges.stream().map(Range::afterName).toArray(String[]::new))
                .setParameter("afterIds", ranges.stream().map(Range::afterId).toArray(UUID[]::new));
    }

    /** Binds which place each of the tiers has. */
    static void bindPlaces(List<String> tiers, TierBook book, Query query) {
        query.setParameter("tiers", tiers.toArray(String[]::new))
                .setParameter("places", tiers.stream().map(book::placeOf).toArray(Integer[]::new));
    }

    /** Every tier that a listing has, at the cost of one look into the index for each. */
    @SuppressWarnings("unchecked")
    static List<String> tiersOfListings(EntityManager entityManager) {
        return entityManager.createNativeQuery("""
                        with recursive found (tier) as (
                            (select tier from listing where listed order by tier limit 1)
                            union all
                            select (select tier from listing where listed and tier > found.tier order by tier limit 1)
                            from found where found.tier is not null)
                        select tier from found where tier is not null""", String.class).getResultList();
    }
}
