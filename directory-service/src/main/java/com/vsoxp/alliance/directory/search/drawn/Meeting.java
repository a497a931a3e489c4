package com.vsoxp.alliance.directory.search.drawn;

import com.vsoxp.alliance.directory.search.question.Facet;
import com.vsoxp.alliance.directory.search.question.Part;
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
 * @param complete the filters of which every value that a listing has is drawn
 * @param tiers those that are drawn
 */
public record Meeting(List<Requirement> requirements, Set<Facet> complete, Set<String> tiers) {

    /**
     * Parts of a {@code with}: who is {@code undrawn}; which places are {@code stale} for it; and, piece by piece of the
     * bitmaps, which listings are {@code chosen} by each requirement.
     */
    public static final String CHOSEN = """
            wanted as (
                select * from unnest(cast(:requirements as text[]), cast(:facets as text[]), cast(:values as text[]))
                    as wanted (requirement, facet, value)),
            undrawn as materialized (select distinct partner_id from undrawn_listing),
            stale as materialized (
                select place / 31744 as piece, bit_or(only_listing(place)) as bits
                from undrawn join listing_place using (partner_id) group by piece),
            chosen as materialized (
                select requirement, piece, bit_or(bits) as bits from listing_bitmap join wanted using (facet, value)
                group by requirement, piece)""";

    private static final String PART = "PART";

    /** All that fits. */
    public Pick all() {
        return new Pick(requirements);
    }

    /** What fits and belongs to the part; empty if bitmaps do not know. */
    public Optional<Pick> of(Part part) {
        return part.tiers().isEmpty() || !tiers.containsAll(part.tiers())
                ? Optional.empty()
                : Optional.of(all().and(new Requirement(PART, Facet.TIER.name(), List.copyOf(part.tiers()))));
    }

    /** Binds what {@link #CHOSEN} asks for. */
    public static void bindTo(Query query, Collection<Requirement> requirements) {
        query.setParameter("requirements", each(requirements, (requirement, _) -> requirement.name()))
                .setParameter("facets", each(requirements, (requirement, _) -> requirement.facet()))
                .setParameter("values", each(requirements, (_, value) -> value));
    }

    /** Something for every value of every requirement. */
    static String[] each(Collection<Requirement> requirements, BiFunction<Requirement, String, String> what) {
        return requirements.stream()
                .flatMap(requirement -> requirement.values().stream().map(value -> what.apply(requirement, value)))
                .toArray(String[]::new);
    }
}
