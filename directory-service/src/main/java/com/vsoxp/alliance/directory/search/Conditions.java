package com.vsoxp.alliance.directory.search;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a listing must fulfil, as SQL with named parameters; every condition has an index in the migrations. */
final class Conditions {

    private final List<String> always = new ArrayList<>(List.of("listed"));
    private final Map<Facet, String> filters = new LinkedHashMap<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final Criteria criteria;

    Conditions(Criteria criteria) {
        this.criteria = criteria;
        criteria.partnerId().ifPresent(id -> require("partner_id = :partnerId", "partnerId", id));
        // %> forgives typing errors to the degree set on the connection, see application.properties.
        for (int i = 0; i < criteria.words().size(); i++) {
            require("search_text %> :word" + i, "word" + i, criteria.words().get(i));
        }
        criteria.near().ifPresent(near -> require("position is not null", "near", near.cube()));
        criteria.radiusKm()
                .ifPresent(radius -> require(
                        "position <@ cube_enlarge(cast(:near as cube), :chord, 3)"
                                + " and cube_distance(position, cast(:near as cube)) <= :chord",
                        "chord",
                        GeoPoint.chordOf(radius)));
        for (var facet : Facet.values()) {
            var wanted = facet.wantedBy(criteria);
            filters.put(facet, wanted.isEmpty() ? "true" : facet.condition());
            if (!wanted.isEmpty()) {
                parameters.put(facet.parameter(), wanted.toArray(String[]::new));
            }
        }
    }

    /** What holds whichever filters are set. */
    String base() {
        return String.join(" and ", always);
    }

    /** The condition of one filter; {@code true}, if it is not set. */
    String filter(Facet facet) {
        return filters.get(facet);
    }

    /** All of it. */
    String all() {
        var set = filters.values().stream().filter(condition -> !condition.equals("true"));
        return Stream.concat(always.stream(), set).collect(Collectors.joining(" and "));
    }

    /** How well a listing fits the words, from 0 to 1: a word in the name counts threefold. */
    String relevance() {
        var words = criteria.words().size();
        if (words == 0) {
            return "0.0";
        }
        var sum = new ArrayList<String>();
        for (int i = 0; i < words; i++) {
            sum.add("2 * word_similarity(:word%d, name_key) + word_similarity(:word%d, search_text)".formatted(i, i));
        }
        return "round(cast((" + String.join(" + ", sum) + ") / " + 3 * words + " as numeric), 4)";
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
