package com.vsoxp.alliance.directory.search;

import com.vsoxp.alliance.directory.search.words.WordQuery;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a listing must fulfil, as SQL with named parameters; every condition has an index in the migrations. */
final class Conditions {

    private final List<String> always = new ArrayList<>(List.of("listed"));
    private final Map<Facet, String> filters = new EnumMap<>(Facet.class);
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final Criteria criteria;

    /** @param words empty, if none were asked for */
    Conditions(Criteria criteria, Optional<WordQuery> words) {
        this.criteria = criteria;
        criteria.partnerId().ifPresent(id -> require("partner_id = :partnerId", "partnerId", id));
        words.ifPresent(query -> {
            require("search_words @@ cast(:forgiving as tsquery)", "forgiving", query.forgiving());
            parameters.put("plain", query.plain());
        });
        criteria.near().ifPresent(near -> require("position is not null", "near", near.cube()));
        criteria.radiusKm()
                .ifPresent(radius -> require(
                        "position <@ cube_enlarge(cast(:near as cube), :chord, 3)"
                                + " and cube_distance(position, cast(:near as cube)) <= :chord",
                        "chord",
                        GeoPoint.chordOf(radius)));
        for (var facet : Facet.values()) {
            var wanted = facet.wantedBy(criteria);
            if (!wanted.isEmpty()) {
                filters.put(facet, facet.condition());
                parameters.put(facet.parameter(), wanted.toArray(String[]::new));
            }
        }
    }

    /** Whether only filters narrow the list, if anything does. */
    boolean areFiltersOnly() {
        return always.size() == 1;
    }

    /** The filters that are set. */
    Set<Facet> set() {
        return filters.isEmpty() ? EnumSet.noneOf(Facet.class) : EnumSet.copyOf(filters.keySet());
    }

    /** All of it. */
    String all() {
        return Stream.concat(always.stream(), filters.values().stream()).collect(Collectors.joining(" and "));
    }

    /** What holds whichever value of one filter is chosen. */
    String allBut(Facet facet) {
        var others = Arrays.stream(Facet.values())
                .filter(other -> other != facet)
                .map(filters::get)
                .filter(condition -> condition != null);
        return Stream.concat(always.stream(), others).collect(Collectors.joining(" and "));
    }

    /** How well a listing fits the words: 0 for the best; without words all fit alike. */
    String grade() {
        return criteria.words().isEmpty() ? "0" : """
                case when name_words @@ cast(:plain as tsquery) then 0
                     when name_words @@ cast(:forgiving as tsquery) then 1
                     when search_words @@ cast(:plain as tsquery) then 2 else 3 end""";
    }

    /** What else holds for all listings that fit so well and no better. */
    String ofGrade(int grade) {
        return switch (grade) {
            case 0 -> "name_words @@ cast(:plain as tsquery)";
            case 1 -> "name_words @@ cast(:forgiving as tsquery) and not name_words @@ cast(:plain as tsquery)";
            case 2 -> "search_words @@ cast(:plain as tsquery) and not name_words @@ cast(:forgiving as tsquery)";
            default -> "not search_words @@ cast(:plain as tsquery) and not name_words @@ cast(:forgiving as tsquery)";
        };
    }

    /** The straight line to the place asked for, in kilometers; null without one. */
    String chord() {
        return criteria.near().isPresent() ? "position <-> cast(:near as cube)" : "cast(null as double precision)";
    }

    /** Binds what the query asks for; not every query asks for everything. */
    void bindTo(Query query) {
        for (var asked : query.getParameters()) {
            if (parameters.containsKey(asked.getName())) {
                query.setParameter(asked.getName(), parameters.get(asked.getName()));
            }
        }
    }

    private void require(String condition, String parameter, Object value) {
        always.add(condition);
        parameters.put(parameter, value);
    }
}
