package com.vsoxp.alliance.directory.search;

import com.vsoxp.alliance.directory.listing.Listing;
import com.vsoxp.alliance.directory.search.count.Counts;
import com.vsoxp.alliance.directory.search.drawn.Meeting;
import com.vsoxp.alliance.directory.search.order.Hit;
import com.vsoxp.alliance.directory.search.order.Hits;
import com.vsoxp.alliance.directory.search.order.TierOrder;
import com.vsoxp.alliance.directory.search.question.Conditions;
import com.vsoxp.alliance.directory.search.question.Criteria.Sort;
import com.vsoxp.alliance.directory.search.question.Part;
import com.vsoxp.alliance.directory.tier.Tiers;
import com.vsoxp.alliance.platform.paging.Cursor;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.problem.FieldError;
import com.vsoxp.alliance.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the listings that fit, page by page, each page starting where the one before ended.
 *
 * <p>If few fit they are found by the index that holds where conditions meet, and sorted. If many do, so many that a page of them
 * is met soon wherever one begins, an index is walked in the order asked for, of names and bitmaps where these know what fits. Where an order has parts, grades or tiers, of each
 * there are few or many again. What a page costs is bounded either way, however long the directory is.
 */
@ApplicationScoped
class ListingSearch {

    @Inject
    EntityManager entityManager;

    @Inject
    Hits hits;

    @Inject
    Tiers tiers;

    /**
     * @param meeting empty, if bitmaps do not answer the question
     * @param counts of the same conditions: they tell whether few fit
     */
    Page<ListingItem> page(
            Sort sort, Conditions conditions, Optional<Meeting> meeting, Counts counts, PageRequest request) {
        var after = request.cursor();
        after.ifPresent(cursor -> mustBeOf(sort, cursor));
        var book = tiers.book();
        var found = found(sort, conditions, meeting, counts, after, request.rowsToRead());
        var page = Page.of(found, request, hit -> hit.cursor(sort));
        var listings =
                Listing.byPartners(page.items().stream().map(Hit::partnerId).toList());
        return page.map(hit -> ListingItem.of(listings.get(hit.partnerId()), book, hit.chord()));
    }

    private List<Hit> found(
            Sort sort,
            Conditions conditions,
            Optional<Meeting> meeting,
            Counts counts,
            Optional<Cursor> after,
            int rows) {
        var order = sort == Sort.TIER ? TierOrder.read(entityManager, tiers.book()) : TierOrder.NONE;
        if (!counts.totalIsLowerBound() && Hits.areFew(counts.total(), meeting, rows)) {
            return hits.sorted(sort, conditions, order, after, rows);
        }
        return switch (sort) {
            case TIER -> ofParts(sort, conditions, meeting, order.parts(conditions, counts), after, rows);
            case RELEVANCE ->
                conditions.hasGrades()
                        ? ofParts(sort, conditions, meeting, hits.grades(conditions, meeting), after, rows)
                        : hits.met(sort, conditions, meeting, after, rows);
            case NAME, DISTANCE -> hits.met(sort, conditions, meeting, after, rows);
        };
    }

    /** Those of the first part come first, and by name among themselves. */
    private List<Hit> ofParts(
            Sort sort,
            Conditions conditions,
            Optional<Meeting> meeting,
            List<Part> parts,
            Optional<Cursor> after,
            int rows) {
        var found = new ArrayList<Hit>();
        long start = after.map(cursor -> cursor.number(1)).orElse(0L);
        for (var part : parts) {
            if (part.place() >= start && found.size() < rows) {
                var goesOn = after.filter(cursor -> cursor.number(1) == part.place());
                found.addAll(hits.ofPart(sort, conditions, meeting, part, goesOn, rows - found.size()));
            }
        }
        return found;
    }

    private static void mustBeOf(Sort sort, Cursor cursor) {
        if (!cursor.text(0).equals(sort.name())) {
            throw Problems.malformed(
                    FieldError.query("cursor"), "INVALID_CURSOR", "cursor belongs to another order of the list.");
        }
    }
}
