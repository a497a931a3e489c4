package com.vsoxp.alliance.directory.search.drawn;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.vsoxp.alliance.directory.search.question.Conditions;
import com.vsoxp.alliance.directory.search.question.Facet;
import com.vsoxp.alliance.directory.search.words.WordQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Knows what is drawn. */
@ApplicationScoped
public class Bitmaps {

    /** More changed listings than this are not looked at one by one. */
    private static final int MOST_UNDRAWN = 20_000;

    private static final String STATE = """
            select 'COMPLETE' as what, facet, cast(null as text) as value from drawn_facet where complete
            union all
            select 'DRAWN', facet, value from drawn_value
            where facet = 'TIER' or facet in ('WORD', 'NAME') and value = any(cast(:words as text[]))
              or (facet, value) in (select * from unnest(cast(:facets as text[]), cast(:values as text[])))
            union all
            select 'BEHIND', null, null from (select from undrawn_listing offset %d limit 1) as late""".formatted(MOST_UNDRAWN);

    @Inject
    EntityManager entityManager;

    private record Value(String facet, String value) {}

    /** Empty, if the question is about something that has no bitmaps, or about nothing, or if they are far behind. */
    public Optional<Meeting> of(Conditions conditions) {
        var filters = filters(conditions);
        if (!conditions.mayBeDrawn() || filters.isEmpty() && conditions.words().isEmpty()) {
            return Optional.empty();
        }
        var complete = EnumSet.noneOf(Facet.class);
        var drawn = new HashSet<Value>();
        for (var row : state(filters, conditions.words())) {
            switch (row.get(0, String.class)) {
                case "COMPLETE" -> complete.add(Facet.valueOf(row.get(1, String.class)));
                case "DRAWN" -> drawn.add(new Value(row.get(1, String.class), row.get(2, String.class)));
                default -> {
                    return Optional.empty();
                }
            }
        }
        var wording = conditions
                .words()
                .flatMap(words -> Wording.of(words, (facet, value) -> drawn.contains(new Value(facet, value))));
        if (wording.isEmpty() && conditions.words().isPresent()
                || !filters.stream().allMatch(filter -> isKnown(filter, complete, drawn))) {
            return Optional.empty();
        }
        var all = Stream.concat(filters.stream(), wording.stream().flatMap(words -> words.meant().stream()));
        return Optional.of(new Meeting(all.toList(), wording, complete, tiers(drawn)));
    }

    private static List<Requirement> filters(Conditions conditions) {
        var filters = new ArrayList<Requirement>();
        for (var facet : conditions.set()) {
            filters.add(Requirement.drawn(facet.name(), facet.name(), conditions.wanted(facet)));
        }
        if (conditions.areOfKnownPlace()) {
            filters.add(Requirement.KNOWN_PLACE);
        }
        return filters;
    }

    private List<Tuple> state(List<Requirement> filters, Optional<WordQuery> words) {
        var query = entityManager.createNativeQuery(STATE, Tuple.class);
        query.setParameter("facets", Meeting.each(filters, (filter, _) -> filter.facet()))
                .setParameter("values", Meeting.each(filters, (_, value) -> value))
                .setParameter(
                        "words",
                        words.stream()
                                .flatMap(each -> each.words().stream())
                                .flatMap(meant -> meant.all().stream())
                                .toArray(String[]::new));
        return rows(query.getResultList());
    }

    /** Of a filter that is drawn completely, no listing has what is not drawn. */
    private static boolean isKnown(Requirement filter, Set<Facet> complete, Set<Value> drawn) {
        return complete.stream().anyMatch(facet -> facet.name().equals(filter.facet()))
                || filter.values().stream().allMatch(value -> drawn.contains(new Value(filter.facet(), value)));
    }

    private static Set<String> tiers(Set<Value> drawn) {
        return drawn.stream()
                .filter(value -> value.facet.equals(Facet.TIER.name()))
                .map(Value::value)
                .collect(toUnmodifiableSet());
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(List<?> tuples) {
        return (List<Tuple>) tuples;
    }
}
