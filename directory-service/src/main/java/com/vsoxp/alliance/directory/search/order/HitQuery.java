package com.vsoxp.alliance.directory.search.order;

import com.vsoxp.alliance.directory.search.kept.Mark;
import com.vsoxp.alliance.directory.search.question.Conditions;
import com.vsoxp.alliance.directory.search.question.Criteria.Sort;
import com.vsoxp.alliance.directory.search.question.Facet;
import com.vsoxp.alliance.directory.search.question.Part;
import com.vsoxp.alliance.platform.paging.Cursor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;

/** A query for places in an order, which start after a cursor, if there is one. */
final class HitQuery {

    /** After the cursor among those that are sorted by name. */
    static final String BY_NAME = "(name_key, partner_id) > (:afterName, :afterId)";

    private final Query query;
    private final Sort sort;

    /** @param sql of the columns of a {@link Hit} */
    HitQuery(EntityManager entityManager, String sql, Sort sort) {
        this.query = entityManager.createNativeQuery(sql, Tuple.class);
        this.sort = sort;
    }

    static String order(Sort sort) {
        return switch (sort) {
            case RELEVANCE -> "grade, name_key, partner_id";
            case NAME -> "name_key, partner_id";
            case DISTANCE -> "chord, name_key, partner_id";
            case TIER -> "tier_place, name_key, partner_id";
        };
    }

    /** What comes after the cursor. */
    static String after(Sort sort) {
        return switch (sort) {
            case RELEVANCE -> "(grade, name_key, partner_id) > (:key, :afterName, :afterId)";
            case NAME -> BY_NAME;
            case DISTANCE -> "(chord, name_key, partner_id) > (:key, :afterName, :afterId)";
            case TIER -> "(tier_place, name_key, partner_id) > (:key, :afterName, :afterId)";
        };
    }

    /** What all that a part holds has as its place in an order by tiers and by relevance, as two columns. */
    static String places(Sort sort, Part part) {
        return "%d as tier_place, %d as grade"
                .formatted(sort == Sort.TIER ? part.place() : 0, sort == Sort.RELEVANCE ? part.place() : 0);
    }

    /** What belongs to the part, if the query asks for it. */
    HitQuery of(Part part) {
        bindPart(query, part);
        return this;
    }

    static void bindPart(Query query, Part part) {
        bindIfAsked(query, "partTiers", part.tiers().toArray(String[]::new));
        bindIfAsked(query, "partMarks", Mark.anyOf(Facet.TIER.name(), part.tiers()));
    }

    HitQuery with(String parameter, Object value) {
        bindIfAsked(query, parameter, value);
        return this;
    }

    Query query() {
        return query;
    }

    List<Hit> read(Conditions conditions, Optional<Cursor> after, int rows) {
        conditions.bindTo(query);
        after.ifPresent(this::startAfter);
        return rows(query.setMaxResults(rows).getResultList()).stream()
                .map(Hit::of)
                .toList();
    }

    private void startAfter(Cursor cursor) {
        with(
                "key",
                sort == Sort.DISTANCE
                        ? (Object) cursor.decimal(1).doubleValue()
                        : sort == Sort.NAME ? (Object) 0 : (Object) (int) cursor.number(1));
        var keys = sort == Sort.NAME ? 1 : 2;
        query.setParameter("afterName", cursor.text(keys)).setParameter("afterId", cursor.uuid(keys + 1));
    }

    private static void bindIfAsked(Query query, String parameter, Object value) {
        if (query.getParameters().stream().anyMatch(asked -> parameter.equals(asked.getName()))) {
            query.setParameter(parameter, value);
        }
    }

    @SuppressWarnings("unchecked")
    static List<Tuple> rows(List<?> tuples) {
        return (List<Tuple>) tuples;
    }
}
