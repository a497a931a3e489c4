package com.vsoxp.alliance.directory.search.question;

import static java.util.stream.Collectors.joining;

import com.vsoxp.alliance.directory.search.kept.Mark;
import com.vsoxp.alliance.directory.search.words.WordQuery;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a listing must fulfil, as SQL with named parameters, in two ways: to be found by the indexes in the migrations, which is right
 * where few fit, and to be checked on listings that are met in another order, which is right where many do. No index serves the
 * latter, so that the planner, whose guesses are far off where conditions meet, has no choice.
 */
public final class Conditions {

    private static final String WITHIN = "cube_distance(position, cast(:near as cube)) <= :chord";

    private static final String BOX = "position <@ cube_enlarge(cast(:near as cube), :chord, 3) and ";

    private final List<Condition> always = new ArrayList<>(List.of(new Condition("listed", "listed")));
    private final Map<Facet, String> filters = new EnumMap<>(Facet.class);
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final Criteria criteria;
    private final Optional<WordQuery> words;
    private final boolean isCircleWide;

    /** @param words empty, if none were asked for */
    public Conditions(Criteria criteria, Optional<WordQuery> words) {
        this(criteria, words, false);
    }

    private Conditions(Criteria criteria, Optional<WordQuery> words, boolean isCircleWide) {
        this.criteria = criteria;
        this.words = words;
        this.isCircleWide = isCircleWide;
        criteria.partnerId().ifPresent(id -> require("partner_id = :partnerId", "partnerId", id));
        words.ifPresent(query -> {
            always.add(Condition.matches("search_words", "forgiving"));
            parameters.put("forgiving", query.forgiving());
            parameters.put("plain", query.plain());
        });
        criteria.near().ifPresent(near -> require("position is not null", "near", near.cube()));
        criteria.radiusKm().ifPresent(radius -> {
            always.add(new Condition(isCircleWide ? WITHIN : BOX + WITHIN, WITHIN));
            parameters.put("chord", GeoPoint.chordOf(radius));
        });
        for (var facet : Facet.values()) {
            var wanted = facet.wantedBy(criteria);
            if (!wanted.isEmpty()) {
                filters.put(facet, facet.condition());
                parameters.put(facet.parameter(), wanted.toArray(String[]::new));
            }
        }
        parameters.put(marks(null), marked(EnumSet.noneOf(Facet.class)));
        filters.keySet().forEach(facet -> parameters.put(marks(facet), marked(EnumSet.of(facet))));
    }

    /** The same, where so many listings lie in the circle that the filters or words lead to fewer. */
    public Conditions inWideCircle() {
        return new Conditions(criteria, words, true);
    }

    /** Whether only filters narrow the list, if anything does. */
    public boolean areFiltersOnly() {
        return always.size() == 1;
    }

    /** Whether only filters narrow the list, words, and that it is known where a listing is. */
    public boolean mayBeDrawn() {
        return criteria.partnerId().isEmpty() && criteria.radiusKm().isEmpty();
    }

    /** Whether anything narrows the list but filters, and that it is known where a listing is. */
    public boolean areNarrowed() {
        return words.isPresent() || !mayBeDrawn();
    }

    /** Whether it must be known where a listing is. */
    public boolean areOfKnownPlace() {
        return criteria.near().isPresent();
    }

    /** Whether a circle narrows the list. */
    public boolean areInCircle() {
        return criteria.radiusKm().isPresent();
    }

    /** Whether that is known to hold many listings. */
    public boolean isCircleWide() {
        return isCircleWide;
    }

    /** Whether anything narrows the list but where listings are. */
    public boolean areOfMoreThanPlace() {
        return words.isPresent() || !filters.isEmpty();
    }

    /** The filters that are set. */
    public Set<Facet> set() {
        return filters.isEmpty() ? EnumSet.noneOf(Facet.class) : EnumSet.copyOf(filters.keySet());
    }

    /** The values that the filters ask for. */
    public List<String> wanted(Facet facet) {
        return facet.wantedBy(criteria);
    }

    /** The condition of a filter that is set. */
    public String filter(Facet facet) {
        return filters.get(facet);
    }

    /** Being in the circle, by indexes. */
    public String circle() {
        return "listed and " + BOX + WITHIN;
    }

    /** What holds whatever filters are set, by indexes. */
    public String base() {
        return all(Condition::found).collect(joining(" and "));
    }

    /** All of it, by indexes. */
    public String found() {
        return foundBut(null);
    }

    /** What holds whichever value of one filter is chosen, by indexes. */
    public String foundBut(Facet facet) {
        var others = filters.entrySet().stream()
                .filter(filter -> filter.getKey() != facet)
                .toList();
        var marked = others.isEmpty()
                ? Stream.<String>of()
                : Stream.of(Mark.ALL_OF_A_LISTING + " @@ cast(:" + marks(others.size() == filters.size() ? null : facet)
                        + " as tsquery)");
        return Stream.of(all(Condition::found), marked, others.stream().map(Map.Entry::getValue))
                .flatMap(Function.identity())
                .collect(joining(" and "));
    }

    /** All of it, to be checked on listings that are met in another order. */
    public String checked() {
        return Stream.concat(all(Condition::checked), filters.values().stream()).collect(joining(" and "));
    }

    /** What the map's index knows of it. */
    public String markedOnMap() {
        return filters.isEmpty()
                ? "listed and position is not null"
                : "listed and position is not null and strip(" + Mark.ALL_OF_A_LISTING + ") @@ cast(:" + marks(null)
                        + " as tsquery)";
    }

    /** How well a listing fits the words: 0 for the best; without words all fit alike. */
    public String grade() {
        return hasGrades() ? Grades.OF_LISTING : "0";
    }

    public boolean hasGrades() {
        return words.isPresent();
    }

    /** How well listings fit the words, the best first. */
    public List<Part> grades() {
        return words.map(Grades::parts).orElse(List.of());
    }

    /** What is looked for; empty, if it is no words. */
    public Optional<WordQuery> words() {
        return words;
    }

    /** The straight line to the place asked for, in kilometers; null without one. */
    public String chord() {
        return criteria.near().isPresent() ? "position <-> cast(:near as cube)" : "cast(null as double precision)";
    }

    /** Binds what the query asks for; not every query asks for everything. */
    public void bindTo(Query query) {
        for (var asked : query.getParameters()) {
            if (parameters.containsKey(asked.getName())) {
                query.setParameter(asked.getName(), parameters.get(asked.getName()));
            }
        }
    }

    private Stream<String> all(Function<Condition, String> way) {
        return always.stream().map(way);
    }

    private static String marks(Facet but) {
        return but == null ? "marks" : "marksBut" + but.name();
    }

    private String marked(Set<Facet> but) {
        return filters.keySet().stream()
                .filter(facet -> !but.contains(facet))
                .map(facet -> Mark.anyOf(facet.name(), wanted(facet)))
                .collect(joining(" & "));
    }

    private void require(String condition, String parameter, Object value) {
        always.add(new Condition(condition, condition));
        parameters.put(parameter, value);
    }
}
