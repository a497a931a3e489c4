package com.vsoxp.alliance.directory.search.order;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.vsoxp.alliance.directory.search.count.Counts;
import com.vsoxp.alliance.directory.search.kept.Mark;
import com.vsoxp.alliance.directory.search.question.Conditions;
import com.vsoxp.alliance.directory.search.question.Facet;
import com.vsoxp.alliance.directory.search.question.Part;
import com.vsoxp.alliance.directory.tier.TierBook;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The tiers that listings have, with their places as they are today, so that no listing keeps a place that a new version of the
 * program would change.
 */
public record TierOrder(Map<String, Integer> places) {

    /** Of no tiers, for orders that are not by them. */
    public static final TierOrder NONE = new TierOrder(Map.of());

    /** Every tier that a listing has, at the cost of one look into the index for each. */
    private static final String TIERS = """
            with recursive found (tier) as (
                (select tier from listing where listed order by tier limit 1)
                union all
                select (select tier from listing where listed and tier > found.tier order by tier limit 1)
                from found where found.tier is not null)
            select tier from found where tier is not null""";

    @SuppressWarnings("unchecked")
    public static TierOrder read(EntityManager entityManager, TierBook book) {
        List<String> tiers =
                entityManager.createNativeQuery(TIERS, String.class).getResultList();
        return new TierOrder(tiers.stream().collect(Collectors.toMap(Function.identity(), book::placeOf)));
    }

    /** A part per place that may be found, the highest first; a tier shares its place with the one whose heir it is. */
    public List<Part> parts(Conditions conditions, Counts counts) {
        var wanted = conditions.wanted(Facet.TIER);
        return places.keySet().stream()
                .filter(tier -> wanted.isEmpty() || wanted.contains(tier))
                .collect(groupingBy(places::get, TreeMap::new, mapping(Function.identity(), toList())))
                .entrySet()
                .stream()
                .map(place -> part(place.getKey(), place.getValue(), counts))
                .toList();
    }

    private static Part part(int place, List<String> tiers, Counts counts) {
        return new Part(
                place,
                Mark.ALL_OF_A_LISTING + " @@ cast(:partMarks as tsquery) and tier = any(cast(:partTiers as text[]))",
                "tier = any(cast(:partTiers as text[]))",
                Set.copyOf(tiers),
                counts.lowerBounds().contains(Facet.TIER)
                        ? OptionalLong.empty()
                        : OptionalLong.of(tiers.stream()
                                .mapToLong(
                                        tier -> counts.byFacet().get(Facet.TIER).getOrDefault(tier, 0L))
                                .sum()));
    }
}
