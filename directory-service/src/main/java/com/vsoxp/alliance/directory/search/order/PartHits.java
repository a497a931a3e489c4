package com.vsoxp.alliance.directory.search.order;

import com.vsoxp.alliance.directory.search.question.Conditions;
import com.vsoxp.alliance.directory.search.question.Criteria.Sort;
import com.vsoxp.alliance.directory.search.question.Part;
import com.vsoxp.alliance.platform.paging.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** Reads the listings of one part of an order, by name: few by sorting them, many by walking an index. */
@ApplicationScoped
class PartHits {

    private static final String SORTED_PART = """
            with hit as materialized (select partner_id, name_key, %s as chord from listing where %s)
            select partner_id, name_key, %s, chord from hit where %s order by name_key, partner_id""";

    private static final String WALKED_PART = """
            select partner_id, name_key, %s, %s as chord
            from (select * from listing where listed and %s order by name_key, partner_id limit %d) as walk
            where %s order by name_key, partner_id""";

    private static final String WALKED_TIERS = """
            select hit.* from unnest(cast(:partTiers as text[])) as each (tier) cross join lateral (
                select partner_id, name_key, %s, %s as chord
                from (
                    select * from listing where listed and listing.tier = each.tier and %s
                    order by name_key, partner_id limit %d) as walk
                where %s order by name_key, partner_id limit :most) as hit
            order by name_key, partner_id""";

    @Inject
    EntityManager entityManager;

    List<Hit> sorted(Sort sort, Conditions conditions, Part part, Optional<Cursor> after, int rows) {
        var sql = SORTED_PART.formatted(
                conditions.chord(),
                conditions.found() + " and " + part.found(),
                HitQuery.places(sort, part),
                after.isPresent() ? HitQuery.BY_NAME : "true");
        return new HitQuery(entityManager, sql, sort).of(part).read(conditions, after, rows);
    }

    /** Fewer than there are, if they are met nowhere within the bounds of a walk. */
    List<Hit> walked(Sort sort, Conditions conditions, Part part, Optional<Cursor> after, int rows) {
        var sql = (sort == Sort.TIER ? WALKED_TIERS : WALKED_PART)
                .formatted(
                        HitQuery.places(sort, part),
                        conditions.chord(),
                        after.isPresent() ? HitQuery.BY_NAME : "true",
                        Hits.FARTHEST,
                        conditions.checked() + " and " + part.checked());
        return new HitQuery(entityManager, sql, sort)
                .of(part)
                .with("most", rows)
                .read(conditions, after, rows);
    }

    /** How many they are, to this many. */
    long size(Conditions conditions, Part part, long most) {
        var query = entityManager.createNativeQuery(
                "select count(*) from (select from listing where %s and %s limit %d) as first"
                        .formatted(conditions.found(), part.found(), most),
                Long.class);
        conditions.bindTo(query);
        HitQuery.bindPart(query, part);
        return ((Number) query.getSingleResult()).longValue();
    }
}
