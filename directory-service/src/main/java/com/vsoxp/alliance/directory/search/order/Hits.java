package com.vsoxp.alliance.directory.search.order;

import com.vsoxp.alliance.directory.search.kept.Mark;
import com.vsoxp.alliance.directory.search.question.Conditions;
import com.vsoxp.alliance.directory.search.question.Criteria.Sort;
import com.vsoxp.alliance.directory.search.question.Facet;
import com.vsoxp.alliance.directory.search.question.Part;
import com.vsoxp.alliance.platform.paging.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;

/** Reads places in an answer's order: of few listings by sorting them, of many by walking an index. */
@ApplicationScoped
public class Hits {

    /** As far as an index is walked: where those that fit are met so seldom, they are sorted, however many they are. */
    private static final int FARTHEST = 40_000;

    private static final String SORTED = """
            with fitting as materialized (select partner_id, name_key, tier, %s as grade, %s as chord from listing where %s),
                hit as (
                    select partner_id, name_key, grade, chord, coalesce(place, 0) as tier_place
                    from fitting left join unnest(cast(:tiers as text[]), cast(:places as int[])) as known (tier, place) using (tier))
            select partner_id, name_key, tier_place, grade, chord from hit where %s order by %s""";

    /** What fits is checked of what was walked over, so that nothing but the order decides which index serves. */
    private static final String WALKED = """
            select partner_id, name_key, 0 as tier_place, 0 as grade, chord
            from (select *, %s as chord from listing where %s and %s order by %s limit %d) as walk
            where %s order by %s""";

    private static final String SORTED_PART = """
            with hit as materialized (select partner_id, name_key, %s as chord from listing where %s)
            select partner_id, name_key, %d as tier_place, %d as grade, chord from hit where %s order by name_key, partner_id""";

    private static final String WALKED_PART = """
            select partner_id, name_key, %d as tier_place, %d as grade, %s as chord
            from (select * from listing where listed and %s order by name_key, partner_id limit %d) as walk
            where %s order by name_key, partner_id""";

    private static final String WALKED_TIERS = """
            select hit.* from unnest(cast(:partTiers as text[])) as each (tier) cross join lateral (
                select partner_id, name_key, %d as tier_place, %d as grade, %s as chord
                from (
                    select * from listing where listed and listing.tier = each.tier and %s
                    order by name_key, partner_id limit %d) as walk
                where %s order by name_key, partner_id limit :most) as hit
            order by name_key, partner_id""";

    private static final String BY_NAME = "(name_key, partner_id) > (:afterName, :afterId)";

    @Inject
    EntityManager entityManager;

    /** Whether so few fit that to sort them is no more than to walk until a page of them is met, among a million. */
    public static boolean areFew(long fitting, int rows) {
        return fitting <= mostOf(rows);
    }

    /** Of few listings. */
    public List<Hit> sorted(Sort sort, Conditions conditions, TierOrder tiers, Optional<Cursor> after, int rows) {
        var query = entityManager
                .createNativeQuery(
                        SORTED.formatted(
                                conditions.grade(),
                                conditions.chord(),
                                conditions.found(),
                                after.isPresent() ? after(sort) : "true",
                                order(sort)),
                        Tuple.class)
                .setParameter("tiers", tiers.places().keySet().toArray(String[]::new))
                .setParameter("places", tiers.places().values().toArray(Integer[]::new));
        return read(query, conditions, sort, after, rows);
    }

    /** Of many, by name or distance. */
    public List<Hit> walked(Sort sort, Conditions conditions, Optional<Cursor> after, int rows) {
        var byDistance = sort == Sort.DISTANCE;
        var start = byDistance
                ? "(%s, name_key, partner_id) > (:key, :afterName, :afterId)".formatted(conditions.chord())
                : BY_NAME;
        var order = byDistance ? order(sort) : order(Sort.NAME);
        var query = entityManager.createNativeQuery(
                WALKED.formatted(
                        conditions.chord(),
                        byDistance ? conditions.markedOnMap() : "listed",
                        after.isPresent() ? start : "true",
                        order,
                        FARTHEST,
                        conditions.checked(),
                        order),
                Tuple.class);
        var hits = read(query, conditions, sort, after, rows);
        return hits.size() == rows ? hits : sorted(sort, conditions, TierOrder.NONE, after, rows);
    }

    /** Of one part of an order, after the one where the cursor is, if that is in the part. */
    public List<Hit> ofPart(Sort sort, Conditions conditions, Part part, Optional<Cursor> after, int rows) {
        var size = part.size().orElseGet(() -> sizeOf(conditions, part, rows));
        if (size == 0) {
            return List.of();
        }
        var hits = areFew(size, rows) ? List.<Hit>of() : walkedPart(sort, conditions, part, after, rows);
        return hits.size() == rows ? hits : sortedPart(sort, conditions, part, after, rows);
    }

    private List<Hit> sortedPart(Sort sort, Conditions conditions, Part part, Optional<Cursor> after, int rows) {
        return read(
                SORTED_PART.formatted(
                        conditions.chord(),
                        conditions.found() + " and " + part.found(),
                        sort == Sort.TIER ? part.place() : 0,
                        sort == Sort.RELEVANCE ? part.place() : 0,
                        after.isPresent() ? BY_NAME : "true"),
                part,
                conditions,
                sort,
                after,
                rows);
    }

    private List<Hit> walkedPart(Sort sort, Conditions conditions, Part part, Optional<Cursor> after, int rows) {
        return read(
                (sort == Sort.TIER ? WALKED_TIERS : WALKED_PART)
                        .formatted(
                                sort == Sort.TIER ? part.place() : 0,
                                sort == Sort.RELEVANCE ? part.place() : 0,
                                conditions.chord(),
                                after.isPresent() ? BY_NAME : "true",
                                FARTHEST,
                                conditions.checked() + " and " + part.checked()),
                part,
                conditions,
                sort,
                after,
                rows);
    }

    /** Not more than one more than are few. */
    private long sizeOf(Conditions conditions, Part part, int rows) {
        var query = entityManager.createNativeQuery(
                "select count(*) from (select from listing where %s and %s limit %d) as first"
                        .formatted(conditions.found(), part.found(), mostOf(rows) + 1),
                Long.class);
        conditions.bindTo(query);
        bindPart(query, part);
        return ((Number) query.getSingleResult()).longValue();
    }

    private static long mostOf(int rows) {
        return (long) (1_000 * Math.sqrt(rows));
    }

    private List<Hit> read(String sql, Part part, Conditions conditions, Sort sort, Optional<Cursor> after, int rows) {
        var query = entityManager.createNativeQuery(sql, Tuple.class);
        bindPart(query, part);
        bindIfAsked(query, "most", rows);
        return read(query, conditions, sort, after, rows);
    }

    private List<Hit> read(Query query, Conditions conditions, Sort sort, Optional<Cursor> after, int rows) {
        conditions.bindTo(query);
        after.ifPresent(cursor -> startAfter(cursor, sort, query));
        return rows(query.setMaxResults(rows).getResultList()).stream()
                .map(Hit::of)
                .toList();
    }

    private static String order(Sort sort) {
        return switch (sort) {
            case RELEVANCE -> "grade, name_key, partner_id";
            case NAME -> "name_key, partner_id";
            case DISTANCE -> "chord, name_key, partner_id";
            case TIER -> "tier_place, name_key, partner_id";
        };
    }

    private static String after(Sort sort) {
        return switch (sort) {
            case RELEVANCE -> "(grade, name_key, partner_id) > (:key, :afterName, :afterId)";
            case NAME -> BY_NAME;
            case DISTANCE -> "(chord, name_key, partner_id) > (:key, :afterName, :afterId)";
            case TIER -> "(tier_place, name_key, partner_id) > (:key, :afterName, :afterId)";
        };
    }

    private static void startAfter(Cursor cursor, Sort sort, Query query) {
        bindIfAsked(
                query,
                "key",
                sort == Sort.DISTANCE
                        ? (Object) cursor.decimal(1).doubleValue()
                        : sort == Sort.NAME ? (Object) 0 : (Object) (int) cursor.number(1));
        var keys = sort == Sort.NAME ? 1 : 2;
        query.setParameter("afterName", cursor.text(keys)).setParameter("afterId", cursor.uuid(keys + 1));
    }

    private static void bindPart(Query query, Part part) {
        bindIfAsked(query, "partTiers", part.tiers().toArray(String[]::new));
        bindIfAsked(query, "partMarks", Mark.anyOf(Facet.TIER.name(), part.tiers()));
    }

    private static void bindIfAsked(Query query, String parameter, Object value) {
        if (query.getParameters().stream().anyMatch(asked -> parameter.equals(asked.getName()))) {
            query.setParameter(parameter, value);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(List<?> tuples) {
        return (List<Tuple>) tuples;
    }
}
