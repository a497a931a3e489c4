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
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads listings by name, of those that bitmaps say fit: the index of names knows each listing's place in the bitmaps, so none is
 * read but those of the page. Listings that changed since the bitmaps were drawn are looked at themselves.
 */
@ApplicationScoped
class DrawnHits {

    /** A group is what must be had by all of a pick, or by none of it, all together; the latter are named after an exclamation mark. */
    private static final String PICKED = """
            with %s,
                met as materialized (
                    select grp, piece, bit_and(bits) as bits
                    from unnest(cast(:groups as text[]), cast(:members as text[])) as member (grp, requirement)
                        join chosen using (requirement)
                    group by grp, piece
                    having count(*) = (select count(*) from unnest(cast(:groups as text[])) as each where each = grp)),
                without as (
                    select split_part(grp, '!', 1) as grp, piece, bit_or(bits) as bits from met where grp like '%%!%%'
                    group by 1, piece),
                picked as materialized (
                    select grp as pick, piece,
                        met.bits & ~coalesce(without.bits, no_listing()) & ~coalesce(stale.bits, no_listing()) as bits
                    from met left join without using (grp, piece) left join stale using (piece)
                    where grp not like '%%!%%')""";

    private static final String PAGE = """
            %s,
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

    private static final String SIZES = """
            %s
            select cast(pick as int) as part, sum(bit_count(bits)) as size from picked group by pick
            union all
            select grade, count(*) from (
                select %s as grade from listing where partner_id in (select partner_id from undrawn) and %s) as fresh
            group by grade""";

    @Inject
    EntityManager entityManager;

    /** @param part all of which is what is picked */
    List<Hit> of(Pick pick, Sort sort, Conditions conditions, Part part, Optional<Cursor> after, int rows) {
        var picks = Map.of(part.place(), pick);
        var start = after.isPresent() ? HitQuery.BY_NAME : "true";
        var sql = PAGE.formatted(
                picked(picks),
                start,
                conditions.checked() + " and " + part.checked(),
                start,
                HitQuery.places(sort, part),
                conditions.chord());
        var hits = new HitQuery(entityManager, sql, sort).of(part).with("most", rows);
        bind(hits.query(), picks);
        return hits.read(conditions, after, rows);
    }

    /** The grades, each with its size. */
    List<Part> sized(List<Part> grades, Meeting meeting, Conditions conditions) {
        var picks = new TreeMap<Integer, Pick>();
        grades.forEach(grade -> meeting.of(grade).ifPresent(pick -> picks.put(grade.place(), pick)));
        var query = entityManager.createNativeQuery(
                SIZES.formatted(picked(picks), conditions.grade(), conditions.checked()), Tuple.class);
        bind(query, picks);
        conditions.bindTo(query);
        var sizes = new HashMap<Integer, Long>();
        for (var row : HitQuery.rows(query.getResultList())) {
            sizes.merge(
                    row.get(0, Number.class).intValue(),
                    row.get(1, Number.class).longValue(),
                    Long::sum);
        }
        return grades.stream()
                .map(grade -> grade.ofSize(sizes.getOrDefault(grade.place(), 0L)))
                .toList();
    }

    private static String picked(Map<Integer, Pick> picks) {
        return PICKED.formatted(Meeting.chosen(requirements(picks)));
    }

    private static List<Requirement> requirements(Map<Integer, Pick> picks) {
        return picks.values().stream()
                .flatMap(pick -> pick.requirements().stream())
                .distinct()
                .toList();
    }

    private static void bind(Query query, Map<Integer, Pick> picks) {
        var groups = new ArrayList<String>();
        var members = new ArrayList<String>();
        picks.forEach((place, pick) -> {
            pick.within().forEach(member -> {
                groups.add("" + place);
                members.add(member.name());
            });
            for (int i = 0; i < pick.without().size(); i++) {
                for (var member : pick.without().get(i)) {
                    groups.add(place + "!" + i);
                    members.add(member.name());
                }
            }
        });
        Meeting.bindTo(query, requirements(picks));
        query.setParameter("groups", groups.toArray(String[]::new))
                .setParameter("members", members.toArray(String[]::new));
    }
}
