package com.vsoxp.alliance.eligibility.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A place in a document that is being read. A reader that finds a mistake notes it and gets null, so that reading goes
 * on and finds the others.
 */
record Place(JsonNode node, String pointer, List<Mistake> mistakes) {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

    Place field(String name) {
        JsonNode child = node.isObject() ? node.path(name) : MissingNode.getInstance();
        return new Place(child, pointer + "/" + name.replace("~", "~0").replace("/", "~1"), mistakes);
    }

    boolean isAbsent() {
        return node.isMissingNode() || node.isNull();
    }

    /** Notes every field other than these. */
    Place knowsOnly(String... fields) {
        if (!node.isObject()) {
            return isAbsent() ? noting("required", "is missing") : noting("type", "must be an object");
        }
        Set<String> known = Set.copyOf(Arrays.asList(fields));
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                field(name).noting("unknown_field", "is not a field of a program");
            }
        });
        return this;
    }

    String text() {
        if (isAbsent()) {
            return note("required", "is missing");
        }
        return node.isTextual() && !node.textValue().isBlank()
                ? node.textValue().strip()
                : note("type", "must be text, and not empty");
    }

    String textOrNull() {
        return isAbsent() ? null : text();
    }

    /** A name in upper snake case. */
    String code() {
        String text = text();
        return text == null || CODE.matcher(text).matches()
                ? text
                : note("format", "must be a name like LICENSE_SALES");
    }

    Integer wholeNumber(int least) {
        if (isAbsent()) {
            return note("required", "is missing");
        }
        return node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= least
                ? (Integer) node.intValue()
                : note("range", "must be a whole number from " + least);
    }

    BigDecimal percent() {
        if (isAbsent()) {
            return note("required", "is missing");
        }
        BigDecimal percent = node.isNumber() ? node.decimalValue() : BigDecimal.valueOf(-1);
        return percent.signum() >= 0 && percent.compareTo(BigDecimal.valueOf(100)) <= 0
                ? percent
                : note("range", "must be a number from 0 to 100");
    }

    <E extends Enum<E>> E oneOf(Class<E> type) {
        String text = text();
        if (text == null) {
            return null;
        }
        List<E> values = List.of(type.getEnumConstants());
        return values.stream()
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseGet(() -> note("value", "must be one of " + values));
    }

    /** Text that a parser of {@code java.time} or {@code java.util} takes. */
    <T> T parsed(String what, Function<String, T> parser) {
        String text = text();
        if (text == null) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            return note("format", "must be " + what);
        }
    }

    /** Every item of a list that must have at least one. */
    <T> List<T> items(Function<Place, T> reader) {
        if (!node.isArray() || node.isEmpty()) {
            note(isAbsent() ? "required" : "type", "must be a list of at least one");
            return List.of();
        }
        return IntStream.range(0, node.size())
                .mapToObj(i -> reader.apply(new Place(node.get(i), pointer + "/" + i, mistakes)))
                .toList();
    }

    /** One entry per key, no more and no less. */
    <T> Map<String, T> entries(List<String> keys, Function<Place, T> reader) {
        knowsOnly(keys.toArray(String[]::new));
        Map<String, T> entries = new LinkedHashMap<>();
        if (node.isObject()) {
            keys.forEach(key -> entries.put(key, reader.apply(field(key))));
        }
        return entries;
    }

    Place noting(String code, String detail) {
        mistakes.add(new Mistake(pointer, code, detail));
        return this;
    }

    <T> T note(String code, String detail) {
        noting(code, detail);
        return null;
    }
}
