package com.vsoxp.alliance.eligibility.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.HashSet;
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
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,13}(\\.\\d{1,4})?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern PERIOD = Pattern.compile("P(\\d{1,4}Y)?(\\d{1,4}M)?(\\d{1,4}W)?(\\d{1,4}D)?");

    /** No control characters but line ends and tabs, and no half of a character: no database and no page takes those. */
    private static final Pattern WRITABLE = Pattern.compile("[\\P{Cntrl}\\n\\r\\t&&\\P{Cs}]*");

    private static final int MOST_TEXT = 2000;
    private static final int LONGEST_CODE = 64;
    private static final LocalDate LONGEST_PERIOD = LocalDate.EPOCH.plusYears(20);

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
            return isAbsent() ? noting("REQUIRED", "is missing") : noting("WRONG_TYPE", "must be an object");
        }
        Set<String> known = Set.copyOf(Arrays.asList(fields));
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                field(name).noting("UNKNOWN_FIELD", "is not a field of a program");
            }
        });
        return this;
    }

    /** Text of at most so many characters, without the blanks around it. */
    String text(int most) {
        if (isAbsent()) {
            return note("REQUIRED", "is missing");
        }
        String text = node.isTextual() ? node.textValue().strip() : "";
        if (text.isEmpty()) {
            return note("WRONG_TYPE", "must be text, and not empty");
        }
        if (text.length() > most) {
            return note("OUT_OF_RANGE", "must be at most " + most + " characters");
        }
        return WRITABLE.matcher(text).matches()
                ? text
                : note("INVALID_FORMAT", "must be of characters that can be written");
    }

    String text() {
        return text(MOST_TEXT);
    }

    String textOrNull() {
        return isAbsent() ? null : text();
    }

    /** A name in upper snake case. */
    String code() {
        String text = text(LONGEST_CODE);
        return text == null || CODE.matcher(text).matches()
                ? text
                : note("INVALID_FORMAT", "must be a name like LICENSE_SALES");
    }

    Integer wholeNumber(int least, int most) {
        if (isAbsent()) {
            return note("REQUIRED", "is missing");
        }
        boolean fits = node.isIntegralNumber()
                && node.canConvertToInt()
                && node.intValue() >= least
                && node.intValue() <= most;
        return fits
                ? (Integer) node.intValue()
                : note("OUT_OF_RANGE", "must be a whole number from " + least + " to " + most);
    }

    BigDecimal percent() {
        if (isAbsent()) {
            return note("REQUIRED", "is missing");
        }
        BigDecimal percent = node.isNumber() ? node.decimalValue() : BigDecimal.valueOf(-1);
        return percent.signum() >= 0 && percent.compareTo(BigDecimal.valueOf(100)) <= 0
                ? percent
                : note("OUT_OF_RANGE", "must be a number from 0 to 100");
    }

    /** A decimal in text, without a sign. */
    BigDecimal decimal() {
        String text = text();
        return text == null || DECIMAL.matcher(text).matches()
                ? text == null ? null : new BigDecimal(text)
                : note("INVALID_FORMAT", "must be a decimal in text like \"500.00\"");
    }

    LocalDate day() {
        String text = text();
        return text == null || DAY.matcher(text).matches()
                ? parsed("a day like 2026-11-23", LocalDate::parse)
                : note("INVALID_FORMAT", "must be a day like 2026-11-23");
    }

    /** A period longer than nothing, and no longer than people plan. */
    Period period() {
        String text = text();
        if (text == null) {
            return null;
        }
        if (text.equals("P") || !PERIOD.matcher(text).matches()) {
            return note("INVALID_FORMAT", "must be a period like P90D or P12M");
        }
        Period period = Period.parse(text);
        return period.isZero() || LocalDate.EPOCH.plus(period).isAfter(LONGEST_PERIOD)
                ? note("OUT_OF_RANGE", "must be longer than nothing, and at most 20 years")
                : period;
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
                .orElseGet(() -> note("UNKNOWN_VALUE", "must be one of " + values));
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
            return note("INVALID_FORMAT", "must be " + what);
        }
    }

    /** Every item of a list that must have at least one and at most so many. */
    <T> List<T> items(int most, Function<Place, T> reader) {
        if (!node.isArray() || node.isEmpty()) {
            note(isAbsent() ? "REQUIRED" : "WRONG_TYPE", "must be a list of at least one");
            return List.of();
        }
        if (node.size() > most) {
            note("OUT_OF_RANGE", "must be a list of at most " + most);
            return List.of();
        }
        return IntStream.range(0, node.size())
                .mapToObj(i -> reader.apply(item(i)))
                .toList();
    }

    /** Notes every item whose key an earlier one has. */
    <T> void eachUnlike(String field, List<T> items, Function<T, Object> key) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            Object value = key.apply(items.get(i));
            if (value != null && !seen.add(value)) {
                item(i).field(field).noting("DUPLICATE", "is used before: " + value);
            }
        }
    }

    Place item(int index) {
        return new Place(node.path(index), pointer + "/" + index, mistakes);
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
