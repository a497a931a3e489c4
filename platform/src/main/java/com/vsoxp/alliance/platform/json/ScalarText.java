package com.vsoxp.alliance.platform.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads single values from text, as parameters bring them, in the same forms that bodies use. */
public final class ScalarText {

    private ScalarText() {}

    /** Whether values of the type can be read. */
    public static boolean isKnown(Class<?> type) {
        return type.isEnum()
                || type == UUID.class
                || type == LocalDate.class
                || type == Instant.class
                || type == Integer.class
                || type == int.class
                || type == Long.class
                || type == long.class
                || type == BigDecimal.class
                || type == Boolean.class
                || type == boolean.class;
    }

    /** The value of the text; empty when it does not have the type's form. */
    @SuppressWarnings("unchecked")
    public static <T> Optional<T> read(Class<T> type, String text) {
        return (Optional<T>) readAny(type, text);
    }

    /** What a value of the type looks like, to follow the words "must be". */
    public static String form(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName().toLowerCase(Locale.ROOT)) {
            case "uuid" -> "a UUID";
            case "localdate" -> "a calendar day such as 2026-11-23";
            case "instant" -> "an RFC 3339 instant such as 2026-11-23T07:00:00Z";
            case "boolean" -> "true or false";
            case "bigdecimal" -> "a decimal number";
            default -> "a whole number";
        };
    }

    private static Optional<?> readAny(Class<?> type, String text) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(text))
                    .findAny();
        }
        if (type == UUID.class) {
            return Optional.of(text).filter(Scalar::isUuid).map(UUID::fromString);
        }
        if (type == LocalDate.class) {
            return Optional.of(text).filter(Scalar::isDay).map(LocalDate::parse);
        }
        if (type == Instant.class) {
            return Optional.of(text).filter(Scalar::isInstant).map(Instant::parse);
        }
        if (type == Boolean.class || type == boolean.class) {
            return Optional.of(text).filter(word -> word.matches("true|false")).map(Boolean::valueOf);
        }
        if (type == BigDecimal.class) {
            return Optional.of(text)
                    .filter(number -> number.matches("-?\\d{1,18}(\\.\\d{1,12})?"))
                    .map(BigDecimal::new);
        }
        return wholeNumber(type, text);
    }

    private static Optional<?> wholeNumber(Class<?> type, String text) {
        boolean isLong = type == Long.class || type == long.class;
        return Optional.of(text)
                .filter(number -> number.matches("-?\\d{1,18}"))
                .map(Long::valueOf)
                .filter(number -> isLong || number == number.intValue())
                .map(number -> isLong ? (Object) number : (Object) number.intValue());
    }
}
