package com.vsoxp.alliance.directory.search;

import com.vsoxp.alliance.directory.listing.Listing;
import com.vsoxp.alliance.directory.search.Criteria.Sort;
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
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Finds the listings that fit, page by page, each page starting where the one before ended. */
@ApplicationScoped
class ListingSearch {

    @Inject
    EntityManager entityManager;

    @Inject
    Tiers tiers;

    /** A listing's place in the answer's order. */
    private record Hit(UUID partnerId, String nameKey, int tierPlace, BigDecimal relevance, Double chord) {

        static Hit of(Tuple row) {
            return new Hit(
                    row.get("partner_id", UUID.class),
                    row.get("name_key", String.class),
                    row.get("tier_place", Number.class).intValue(),
                    row.get("relevance", BigDecimal.class),
                    row.get("chord", Double.class));
        }

        String cursor(Sort sort) {
            return switch (sort) {
                case RELEVANCE -> Cursor.encode(sort, relevance.toPlainString(), nameKey, partnerId);
                case NAME -> Cursor.encode(sort, nameKey, partnerId);
                case DISTANCE -> Cursor.encode(sort, chord, nameKey, partnerId);
                case TIER -> Cursor.encode(sort, tierPlace, nameKey, partnerId);
            };
        }
    }

    Page<ListingItem> page(Criteria criteria, Conditions conditions, PageRequest request) {
        var after = request.cursor();
        after.ifPresent(cursor -> mustBeOf(criteria.sort(), cursor));
        var book = tiers.book();
        var query = entityManager.createNativeQuery(sql(criteria.sort(), conditions, after.isPresent()), Tuple.class);
        conditions.bindTo(query);
        after.ifPresent(cursor -> startAfter(cursor, criteria.sort(), query));
        if (criteria.sort() == Sort.TIER) {
            new TierWalk(entityManager, book, after).bindTo(query, request.rowsToRead());
        }
        query.setMaxResults(request.rowsToRead());
        var hits = rows(query.getResultList()).stream().map(Hit::of).toList();
        var page = Page.of(hits, request, hit -> hit.cursor(criteria.sort()));
        var listings =
                Listing.byPartners(page.items().stream().map(Hit::partnerId).toList());
        return page.map(hit -> ListingItem.of(listings.get(hit.partnerId), book, hit.chord));
    }

    private static String sql(Sort sort, Conditions conditions, boolean goesOn) {
        return "select partner_id, name_key, tier_place, relevance, chord from (%s) as hit %s order by %s"
                .formatted(
                        sort == Sort.TIER ? TierWalk.listings(conditions) : listings(conditions),
                        goesOn ? "where " + after(sort) : "",
                        order(sort));
    }

    private static String listings(Conditions conditions) {
        return "select partner_id, name_key, 0 as tier_place, %s as relevance, %s as chord from listing where %s"
                .formatted(conditions.relevance(), conditions.chord(), conditions.all());
    }

    private static String order(Sort sort) {
        return switch (sort) {
            case RELEVANCE -> "relevance desc, name_key, partner_id";
            case NAME -> "name_key, partner_id";
            case DISTANCE -> "chord, name_key, partner_id";
            case TIER -> "tier_place, name_key, partner_id";
        };
    }

    private static String after(Sort sort) {
        return switch (sort) {
            case RELEVANCE ->
                "relevance <= :key and (relevance < :key or (name_key, partner_id) > (:afterName, :afterId))";
            case NAME -> "(name_key, partner_id) > (:afterName, :afterId)";
            case DISTANCE -> "(chord, name_key, partner_id) > (:key, :afterName, :afterId)";
            case TIER -> "(tier_place, name_key, partner_id) > (:key, :afterName, :afterId)";
        };
    }

    private static void startAfter(Cursor cursor, Sort sort, Query query) {
        switch (sort) {
            case RELEVANCE -> query.setParameter("key", cursor.decimal(1));
            case NAME -> {}
            case DISTANCE -> query.setParameter("key", cursor.decimal(1).doubleValue());
            case TIER -> query.setParameter("key", (int) cursor.number(1));
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
