package com.vsoxp.alliance.directory.page.wording;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The question in a page's address, and the addresses of questions that differ from it by one choice. */
public final class Address {

    public static final String CURSOR = "cursor";

    private static final List<String> CODES = List.of("tier", "country", "service");
    private static final List<String> WORDS = List.of("vertical", "language");
    private static final List<String> SINGLE = List.of("q", "near", "radiusKm", "sort");

    private final String path;
    private final MultivaluedMap<String, String> question;

    private Address(String path, MultivaluedMap<String, String> question) {
        this.path = path;
        this.question = question;
    }

    /**
     * What a form's address asks: fields left empty ask nothing, and neither does what only goes with another field that
     * was left empty.
     */
    public static Address of(MultivaluedMap<String, String> parameters) {
        var question = new MultivaluedHashMap<String, String>();
        for (var name : SINGLE) {
            filled(parameters, name).findFirst().ifPresent(value -> question.putSingle(name, value));
        }
        CODES.forEach(
                name -> choose(name, filled(parameters, name).map(code -> code.toUpperCase(Locale.ROOT)), question));
        WORDS.forEach(name -> choose(name, filled(parameters, name), question));
        dropWithout("near", "radiusKm", question);
        dropSortWithout("near", "distance", question);
        dropSortWithout("q", "relevance", question);
        return new Address("/", question);
    }

    private static Stream<String> filled(MultivaluedMap<String, String> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static void choose(String name, Stream<String> values, MultivaluedMap<String, String> question) {
        var distinct = values.distinct().toList();
        if (!distinct.isEmpty()) {
            question.put(name, distinct);
        }
    }

    private static void dropWithout(String needed, String name, MultivaluedMap<String, String> question) {
        if (!question.containsKey(needed)) {
            question.remove(name);
        }
    }

    private static void dropSortWithout(String needed, String order, MultivaluedMap<String, String> question) {
        if (order.equals(question.getFirst("sort"))) {
            dropWithout(needed, "sort", question);
        }
    }

    public MultivaluedMap<String, String> question() {
        return question;
    }

    /** The value of a field; empty, if it asks nothing. */
    public String value(String name) {
        return question.getOrDefault(name, List.of("")).getFirst();
    }

    public List<String> values(String name) {
        return question.getOrDefault(name, List.of());
    }

    /** Whether it narrows the list, not only orders it. */
    public boolean narrows() {
        return question.keySet().stream().anyMatch(name -> !name.equals("sort"));
    }

    /** The same question to another page. */
    public Address under(String path) {
        return new Address(path, question);
    }

    public Address with(String name, String value) {
        var changed = copy();
        changed.putSingle(name, value);
        return new Address(path, changed);
    }

    public Address without(String name, String value) {
        var changed = copy();
        changed.computeIfPresent(name, (_, values) -> {
            var left = values.stream().filter(each -> !each.equals(value)).toList();
            return left.isEmpty() ? null : left;
        });
        return of(changed).under(path);
    }

    /** Where the next page starts. */
    public String page(String cursor) {
        return with(CURSOR, cursor).href();
    }

    /** The address on this site. */
    public String href() {
        return question.isEmpty()
                ? path
                : question.entrySet().stream().flatMap(Address::pairs).collect(Collectors.joining("&", path + "?", ""));
    }

    private static Stream<String> pairs(Map.Entry<String, List<String>> parameter) {
        return parameter.getValue().stream().map(value -> parameter.getKey() + "=" + URLEncoder.encode(value, UTF_8));
    }

    private MultivaluedMap<String, String> copy() {
        var copy = new MultivaluedHashMap<String, String>();
        question.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        return copy;
    }
}
