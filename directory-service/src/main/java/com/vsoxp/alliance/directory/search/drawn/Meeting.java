package com.vsoxp.alliance.directory.search.drawn;

import static java.util.stream.Collectors.joining;

import com.vsoxp.alliance.directory.search.question.Facet;
import com.vsoxp.alliance.directory.search.question.Part;
import com.vsoxp.alliance.directory.search.words.WordQuery;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A question of which bitmaps know everything: what fits is where those of its requirements meet. Listings that changed since the
 * bitmaps were drawn are to be left out of them and looked at themselves.
 *
 * @param requirements all that a listing must have
 * @param wording those of the words, and how well they are met; empty without words
 * @param complete the filters of which every value that a listing has is drawn
 * @param tiers those that are drawn
 */
public record Meeting(
        List<Requirement> requirements, Optional<Wording> wording, Set<Facet> complete, Set<String> tiers) {

    private static final String CHOSEN = """
            wanted as (
                select * from unnest(cast(:requirements as text[]), cast(:facets as text[]), cast(:values as text[]))
                    as wanted (requirement, facet, value)),
            undrawn as materialized (select distinct partner_id from undrawn_listing),
            stale as materialized (
                select place / 31744 as piece, bit_or(only_listing(place)) as bits
                from undrawn join listing_place using (partner_id) group by piece),
            chosen as materialized (
                select requirement, piece, bit_or(bits) as bits
                from (
                    select requirement, piece, bits from listing_bitmap join wanted using (facet, value)%s) as any_of_them
                group by requirement, piece)""";

    /** Their places are looked up one by one: a planner that expects more of them would read those of all listings. */
    private static final String OTHERS = """

                    union all
                    select '%s', place / 31744, bit_or(only_listing(place))
                    from listing cross join lateral (
                        select place from listing_place where listing_place.partner_id = listing.partner_id offset 0) as own
                    where listed and %s @@ cast(:%s as tsquery) group by place / 31744""";

    private static final String PART = "PART";

    /**
     * Parts of a {@code with}: who is {@code undrawn}; which places are {@code stale} for it; and, piece by piece of the
     * bitmaps, which listings are {@code chosen} by each requirement.
     */
    public static String chosen(Collection<Requirement> requirements) {
        return CHOSEN.formatted(requirements.stream()
                .filter(requirement -> !requirement.others().isEmpty())
                .map(requirement -> OTHERS.formatted(requirement.name(), requirement.column(), requirement.parameter()))
                .collect(joining()));
    }

    /** Binds what {@link #chosen} asks for. */
    public static void bindTo(Query query, Collection<Requirement> requirements) {
        query.setParameter("requirements", each(requirements, (requirement, _) -> requirement.name()))
                .setParameter("facets", each(requirements, (requirement, _) -> requirement.facet()))
                .setParameter("values", each(requirements, (_, value) -> value));
        requirements.stream()
                .filter(requirement -> !requirement.others().isEmpty())
                .forEach(requirement ->
                        query.setParameter(requirement.parameter(), WordQuery.anyOf(requirement.others())));
    }

    /** All that fits. */
    public Pick all() {
        return new Pick(requirements, List.of());
    }

    /** What fits and belongs to the part; empty if bitmaps do not know. */
    public Optional<Pick> of(Part part) {
        if (part.tiers().isEmpty()) {
            return wording.map(words -> words.ofGrade(part.place(), all()));
        }
        return tiers.containsAll(part.tiers())
                ? Optional.of(all().and(List.of(Requirement.drawn(PART, Facet.TIER.name(), List.copyOf(part.tiers())))))
                : Optional.empty();
    }

    /** Something for every value of every requirement. */
    static String[] each(Collection<Requirement> requirements, BiFunction<Requirement, String, String> what) {
        return requirements.stream()
                .flatMap(requirement -> requirement.values().stream().map(value -> what.apply(requirement, value)))
                .toArray(String[]::new);
    }
}
