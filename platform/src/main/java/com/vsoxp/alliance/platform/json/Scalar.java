package com.vsoxp.alliance.platform.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a single JSON value must look like to become a value of a Java type. */
final class Scalar {

    /** Why a value does not fit. */
    record Fault(String code, String detail) {}

    private record Rule(
            String expected, Predicate<JsonNode> kind, String code, String form, Predicate<JsonNode> isWell) {}

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern DAY_FORM = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern INSTANT_FORM =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)");
    private static final int MAX_DECIMAL_DIGITS = 30;

    private static final Rule TEXT = new Rule("a string", JsonNode::isTextual, "", "", json -> true);
    private static final Rule INTEGER = whole("a whole number of 32 bits", JsonNode::canConvertToInt);
    private static final Rule LONG = whole("a whole number of 64 bits", JsonNode::canConvertToLong);
    private static final Rule BOOLEAN = new Rule("true or false", JsonNode::isBoolean, "", "", json -> true);
    private static final Rule DECIMAL =
            new Rule("a number", JsonNode::isNumber, "OUT_OF_RANGE", "a number of at most 30 digits", Scalar::isShort);

    private static final Map<Class<?>, Rule> RULES = Map.ofEntries(
            Map.entry(String.class, TEXT),
            Map.entry(Integer.class, INTEGER),
            Map.entry(int.class, INTEGER),
            Map.entry(Long.class, LONG),
            Map.entry(long.class, LONG),
            Map.entry(Boolean.class, BOOLEAN),
            Map.entry(boolean.class, BOOLEAN),
            Map.entry(BigDecimal.class, DECIMAL),
            Map.entry(Double.class, DECIMAL),
            Map.entry(UUID.class, text("INVALID_ID", "a UUID", Scalar::isUuid)),
            Map.entry(LocalDate.class, text("INVALID_DATE", "a calendar day such as 2026-11-23", Scalar::isDay)),
            Map.entry(
                    Instant.class,
                    text("INVALID_INSTANT", "an RFC 3339 instant such as 2026-11-23T07:00:00Z", Scalar::isInstant)),
            Map.entry(URI.class, text("INVALID_URI", "a URI", Scalar::isUri)));

    private Scalar() {}

    static boolean isScalar(Class<?> type) {
        return type.isEnum() || RULES.containsKey(type);
    }

    /** Why {@code json}, which is not null, cannot become a {@code type}; empty when it can. */
    static Optional<Fault> fault(Class<?> type, JsonNode json) {
        Rule rule = type.isEnum() ? oneOf(type) : RULES.get(type);
        if (!rule.kind.test(json)) {
            return Optional.of(new Fault("WRONG_TYPE", "must be " + rule.expected + ", not " + kindOf(json) + "."));
        }
        return rule.isWell.test(json)
                ? Optional.empty()
                : Optional.of(new Fault(rule.code, "must be " + rule.form + "."));
    }

    /** A value's kind in the words of JSON. */
    static String kindOf(JsonNode json) {
        return switch (json.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "a string";
            case NUMBER -> json.isIntegralNumber() ? "a whole number" : "a number with a fraction";
            case BOOLEAN -> "a boolean";
            default -> "null";
        };
    }

    /** Whether the text is an id in its full form. */
    static boolean isUuid(String text) {
        return UUID_FORM.matcher(text).matches();
    }

    /** Whether the text is a day of the years 1 to 9999. */
    static boolean isDay(String text) {
        return DAY_FORM.matcher(text).matches() && parses(text, day -> isYearKept(LocalDate.parse(day)));
    }

    /** Whether the text is an instant of the years 1 to 9999. */
    static boolean isInstant(String text) {
        return INSTANT_FORM.matcher(text).matches()
                && parses(text, instant -> isYearKept(LocalDate.ofInstant(Instant.parse(instant), ZoneOffset.UTC)));
    }

    private static boolean isYearKept(LocalDate day) {
        return day.getYear() >= 1 && day.getYear() <= 9999;
    }

    private static boolean parses(String text, Predicate<String> parser) {
        try {
            return parser.test(text);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isUri(String text) {
        try {
            return !new URI(text).toString().isEmpty();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    // An exponent of a million is short to send and long to write out.
    private static boolean isShort(JsonNode number) {
        BigDecimal value = number.decimalValue();
        return value.precision() <= MAX_DECIMAL_DIGITS && Math.abs(value.scale()) <= MAX_DECIMAL_DIGITS;
    }

    private static Rule oneOf(Class<?> type) {
        String names = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.joining(", "));
        return text("UNKNOWN_VALUE", "one of " + names, text -> Arrays.asList(names.split(", "))
                .contains(text));
    }

    private static Rule whole(String form, Predicate<JsonNode> fits) {
        return new Rule("a whole number", JsonNode::isIntegralNumber, "OUT_OF_RANGE", form, fits);
    }

    private static Rule text(String code, String form, Predicate<String> isWell) {
        return new Rule("a string", JsonNode::isTextual, code, form, json -> isWell.test(json.textValue()));
    }
}
