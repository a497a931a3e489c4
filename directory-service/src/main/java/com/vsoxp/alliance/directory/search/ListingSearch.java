package com.vsoxp.alliance.directory.search;

import com.vsoxp.alliance.directory.listing.Listing;
import com.vsoxp.alliance.directory.search.Criteria.Sort;
import com.vsoxp.alliance.directory.tier.TierBook;
import com.vsoxp.alliance.directory.tier.Tiers;
import com.vsoxp.alliance.platform.paging.Cursor;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.problem.FieldError;
import com.vsoxp.alliance.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds the listings that fit, page by page, each page starting where the one before ended.
 *
 * <p>If few fit they are read and sorted. If many do, so many that a page of them is met soon wherever one begins, an index is
 * walked in the order asked for. What a page costs is bounded either way, however long the directory is.
 */
@ApplicationScoped
class ListingSearch {

    private static final int GRADES = 4;

    @Inject
    EntityManager entityManager;

    @Inject
    Tiers tiers;

    /** A listing's place in the answer's order. */
    private record Hit(UUID partnerId, String nameKey, int tierPlace, int grade, Double chord) {

        static Hit of(Tuple row) {
            return new Hit(
                    row.get("partner_id", UUID.class),
                    row.get("name_key", String.class),
                    row.get("tier_place", Number.class).intValue(),
                    row.get("grade", Number.class).intValue(),
                    row.get("chord", Double.class));
        }

        String cursor(Sort sort) {
            return switch (sort) {
                case RELEVANCE -> Cursor.encode(sort, grade, nameKey, partnerId);
                case NAME -> Cursor.encode(sort, nameKey, partnerId);
                case DISTANCE -> Cursor.encode(sort, chord, nameKey, partnerId);
                case TIER -> Cursor.encode(sort, tierPlace, nameKey, partnerId);
            };
        }
    }

    /** @param counts of the same conditions: they tell whether few fit */
    Page<ListingItem> page(Criteria criteria, Conditions conditions, Counts counts, PageRequest request) {
        var after = request.cursor();
        after.ifPresent(cursor -> mustBeOf(criteria.sort(), cursor));
        var book = tiers.book();
        var hits = counts.total() <= Counts.MOST && !counts.totalIsLowerBound()
                ? sorted(criteria.sort(), conditions, book, after, request.rowsToRead())
                : walked(criteria.sort(), conditions, book, after, request.rowsToRead());
        var page = Page.of(hits, request, hit -> hit.cursor(criteria.sort()));
        var listings =
                Listing.byPartners(page.items().stream().map(Hit::partnerId).toList());
        return page.map(hit -> ListingItem.of(listings.get(hit.partnerId), book, hit.chord));
    }

    private List<Hit> sorted(Sort sort, Conditions conditions, TierBook book, Optional<Cursor> after, int rows) {
        var query = entityManager.createNativeQuery(
                """
                        with fitting as materialized (select partner_id, name_key, tier, %s as grade, %s as chord from listing where %s),
                            hit as (select fitting.*, %s as tier_place from fitting)
                        select partner_id, name_key, tier_place, grade, chord from hit %s order by %s""".formatted(
                                conditions.grade(),
                                conditions.chord(),
                                conditions.all(),
                                sort == Sort.TIER
                                        ? "(select place from unnest(cast(:tiers as text[]), cast(:places as int[])) as known"
                                                + " (tier, place) where known.tier = fitting.tier)"
                                        : "0",
                                after.isPresent() ? "where " + after(sort) : "",
                                order(sort)),
                Tuple.class);
        if (sort == Sort.TIER) {
            TierWalk.bindPlaces(TierWalk.tiersOfListings(entityManager), book, query);
        }
        return read(query, conditions, sort, after, rows);
    }

    private List<Hit> walked(Sort sort, Conditions conditions, TierBook book, Optional<Cursor> after, int rows) {
        if (sort == Sort.RELEVANCE && !conditions.grade().equals("0")) {
            return walkedByGrade(conditions, after, rows);
        }
        var listings =
                sort == Sort.TIER ? TierWalk.listings(conditions) : """
                select partner_id, name_key, 0 as tier_place, 0 as grade, %s as chord from listing where %s""".formatted(conditions.chord(), conditions.all());
        var query = entityManager.createNativeQuery(
                "select partner_id, name_key, tier_place, grade, chord from (%s) as hit %s order by %s"
                        .formatted(listings, after.isPresent() ? "where " + after(sort) : "", order(sort)),
                Tuple.class);
        if (sort == Sort.TIER) {
            new TierWalk(entityManager, book, after).bindTo(query, rows);
        }
        return read(query, conditions, sort, after, rows);
    }

    /** Those that fit best come first, and by name among themselves; of each grade there are few or many again. */
    private List<Hit> walkedByGrade(Conditions conditions, Optional<Cursor> after, int rows) {
        var hits = new ArrayList<Hit>();
        int start = after.map(cursor -> (int) cursor.number(1)).orElse(0);
        for (int grade = start; grade < GRADES && hits.size() < rows; grade++) {
            var goesOn = after.isPresent() && grade == start;
            var fitting = conditions.all() + " and " + conditions.ofGrade(grade);
            var query = entityManager.createNativeQuery(
                    """
                            %s where %s order by name_key, partner_id""".formatted(
                                    ofOneGrade(grade, fitting, areFew(conditions, fitting)),
                                    goesOn ? "(name_key, partner_id) > (:afterName, :afterId)" : "true"),
                    Tuple.class);
            hits.addAll(read(query, conditions, Sort.RELEVANCE, goesOn ? after : Optional.empty(), rows - hits.size()));
        }
        return hits;
    }

    private static String ofOneGrade(int grade, String fitting, boolean few) {
        return "with fitting as %s (select partner_id, name_key from listing where %s) "
                        .formatted(few ? "materialized" : "not materialized", fitting)
                + "select partner_id, name_key, 0 as tier_place, %d as grade, cast(null as double precision) as chord from fitting"
                        .formatted(grade);
    }

    private boolean areFew(Conditions conditions, String fitting) {
        var query = entityManager.createNativeQuery(
                "select count(*) from (select from listing where %s limit %d) as first"
                        .formatted(fitting, Counts.MOST + 1),
                Long.class);
        conditions.bindTo(query);
        return ((Number) query.getSingleResult()).longValue() <= Counts.MOST;
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
            case NAME -> "(name_key, partner_id) > (:afterName, :afterId)";
            case DISTANCE -> "(chord, name_key, partner_id) > (:key, :afterName, :afterId)";
            case TIER -> "(tier_place, name_key, partner_id) > (:key, :afterName, :afterId)";
        };
    }

    private static void startAfter(Cursor cursor, Sort sort, Query query) {
        if (query.getParameters().stream().anyMatch(parameter -> "key".equals(parameter.getName()))) {
            query.setParameter(
                    "key",
                    sort == Sort.DISTANCE ? (Object) cursor.decimal(1).doubleValue() : (Object) (int) cursor.number(1));
        }
        var keys = sort == Sort.NAME ? 1 : 2;
        query.setParameter("afterName", cursor.text(keys)).setParameter("afterId", cursor.uuid(keys + 1));
    }

    private static void mustBeOf(Sort sort, Cursor cursor) {
        if (!cursor.text(0).equals(sort.name())) {
            throw Problems.malformed(
                    FieldError.query("cursor"), "INVALID_CURSOR", "cursor belongs to another order of the list.");
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(List<?> tuples) {
        return (List<Tuple>) tuples;
    }
}
