package com.vsoxp.alliance.directory.search.order;

import com.vsoxp.alliance.directory.search.drawn.Meeting;
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
 * Reads places in an answer's order: of few listings by sorting them; of many by walking an index, of names and bitmaps where these
 * know what fits.
 */
@ApplicationScoped
public class Hits {

    /** As far as listings are walked over: where those that fit are met so seldom, they are sorted, however many they are. */
    static final int FARTHEST = 40_000;

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

    @Inject
    EntityManager entityManager;

    @Inject
    PartHits parts;

    @Inject
    DrawnHits drawn;

    /** Whether so few fit that to sort them is no more than to meet a page of them among a million. */
    public static boolean areFew(long fitting, Optional<Meeting> meeting, int rows) {
        return fitting <= mostOf(meeting, rows);
    }

    /** Of few listings. */
    public List<Hit> sorted(Sort sort, Conditions conditions, TierOrder tiers, Optional<Cursor> after, int rows) {
        var sql = SORTED.formatted(
                conditions.grade(),
                conditions.chord(),
                conditions.found(),
                after.isPresent() ? HitQuery.after(sort) : "true",
                HitQuery.order(sort));
        return new HitQuery(entityManager, sql, sort)
                .with("tiers", tiers.places().keySet().toArray(String[]::new))
                .with("places", tiers.places().values().toArray(Integer[]::new))
                .read(conditions, after, rows);
    }

    /** Of many, by name or distance. */
    public List<Hit> met(
            Sort sort, Conditions conditions, Optional<Meeting> meeting, Optional<Cursor> after, int rows) {
        if (sort != Sort.DISTANCE && meeting.isPresent()) {
            return drawn.of(meeting.get().all(), sort, conditions, Part.ALL, after, rows);
        }
        var hits = walked(sort, conditions, after, rows);
        return hits.size() == rows ? hits : sorted(sort, conditions, TierOrder.NONE, after, rows);
    }

    /** The parts of an order by relevance, the best first; counted, where bitmaps do that. */
    public List<Part> grades(Conditions conditions, Optional<Meeting> meeting) {
        return meeting.map(bitmaps -> drawn.sized(conditions.grades(), bitmaps, conditions))
                .orElseGet(conditions::grades);
    }

    /** Of one part of an order, after the one where the cursor is, if that is in the part. */
    public List<Hit> ofPart(
            Sort sort, Conditions conditions, Optional<Meeting> meeting, Part part, Optional<Cursor> after, int rows) {
        var few = mostOf(meeting, rows);
        var size = part.size().orElseGet(() -> parts.size(conditions, part, few + 1));
        if (size == 0) {
            return List.of();
        }
        if (size <= few) {
            return parts.sorted(sort, conditions, part, after, rows);
        }
        var pick = meeting.flatMap(bitmaps -> bitmaps.of(part));
        if (pick.isPresent()) {
            return drawn.of(pick.get(), sort, conditions, part, after, rows);
        }
        var hits = parts.walked(sort, conditions, part, after, rows);
        return hits.size() == rows ? hits : parts.sorted(sort, conditions, part, after, rows);
    }

    private List<Hit> walked(Sort sort, Conditions conditions, Optional<Cursor> after, int rows) {
        var byDistance = sort == Sort.DISTANCE;
        var start = byDistance
                ? "(%s, name_key, partner_id) > (:key, :afterName, :afterId)".formatted(conditions.chord())
                : HitQuery.BY_NAME;
        var order = HitQuery.order(byDistance ? sort : Sort.NAME);
        var sql = WALKED.formatted(
                conditions.chord(),
                byDistance ? conditions.markedOnMap() : "listed",
                after.isPresent() ? start : "true",
                order,
                FARTHEST,
                conditions.checked(),
                order);
        return new HitQuery(entityManager, sql, sort).read(conditions, after, rows);
    }

    /** To read a listing is as much as to walk over a dozen names and places, and over less than two other listings. */
    private static long mostOf(Optional<Meeting> meeting, int rows) {
        return (long) ((meeting.isPresent() ? 300 : 1_000) * Math.sqrt(rows));
    }
}
