package com.vsoxp.alliance.directory.search.drawn;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.vsoxp.alliance.directory.search.question.Conditions;
import com.vsoxp.alliance.directory.search.question.Facet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Knows what is drawn. */
@ApplicationScoped
public class Bitmaps {

    /** More changed listings than this are not looked at one by one. */
    private static final int MOST_UNDRAWN = 20_000;

    private static final String STATE = """
            select 'COMPLETE' as what, facet, cast(null as text) as value from drawn_facet where complete
            union all
            select 'DRAWN', facet, value from drawn_value where facet = 'TIER' or (facet, value) in (
                select * from unnest(cast(:facets as text[]), cast(:values as text[])))
            union all
            select 'BEHIND', null, null from (select from undrawn_listing offset %d limit 1) as late""".formatted(MOST_UNDRAWN);

    @Inject
    EntityManager entityManager;

    private record Value(String facet, String value) {}

    /** Empty, if the question is about something that has no bitmaps, or about nothing, or if they are far behind. */
    public Optional<Meeting> of(Conditions conditions) {
        var requirements = requirements(conditions);
        if (!conditions.areDrawn() || requirements.isEmpty()) {
            return Optional.empty();
        }
        var complete = EnumSet.noneOf(Facet.class);
        var drawn = new HashSet<Value>();
        var query = entityManager.createNativeQuery(STATE, Tuple.class);
        bind(query, requirements);
        for (var row : rows(query.getResultList())) {
            switch (row.get(0, String.class)) {
                case "COMPLETE" -> complete.add(Facet.valueOf(row.get(1, String.class)));
                case "DRAWN" -> drawn.add(new Value(row.get(1, String.class), row.get(2, String.class)));
                default -> {
                    return Optional.empty();
                }
            }
        }
        return requirements.stream().allMatch(requirement -> isKnown(requirement, complete, drawn))
                ? Optional.of(new Meeting(requirements, complete, tiers(drawn)))
                : Optional.empty();
    }

    private static List<Requirement> requirements(Conditions conditions) {
        var requirements = new ArrayList<Requirement>();
        for (var facet : conditions.set()) {
            requirements.add(new Requirement(facet.name(), facet.name(), conditions.wanted(facet)));
        }
        if (conditions.areOfKnownPlace()) {
            requirements.add(Requirement.KNOWN_PLACE);
        }
        return requirements;
    }

    /** Of a filter that is drawn completely, no listing has what is not drawn. */
    private static boolean isKnown(Requirement requirement, EnumSet<Facet> complete, Set<Value> drawn) {
        return complete.stream().anyMatch(facet -> facet.name().equals(requirement.facet()))
                || requirement.values().stream()
                        .allMatch(value -> drawn.contains(new Value(requirement.facet(), value)));
    }

    private static Set<String> tiers(Set<Value> drawn) {
        return drawn.stream()
                .filter(value -> value.facet.equals(Facet.TIER.name()))
                .map(Value::value)
                .collect(toUnmodifiableSet());
    }

    private static void bind(Query query, List<Requirement> requirements) {
        query.setParameter("facets", Meeting.each(requirements, (requirement, _) -> requirement.facet()))
                .setParameter("values", Meeting.each(requirements, (_, value) -> value));
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(List<?> tuples) {
        return (List<Tuple>) tuples;
    }
}
