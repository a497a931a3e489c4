package com.vsoxp.alliance.directory.page.wording;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What codes are called by people who read English. */
public final class Wording {

    private static final Map<String, String> SPELLED =
            Map.of("e commerce", "E-commerce", "it consulting", "IT consulting");

    /** Characters that turn the direction of what follows, and control characters but for breaks of line. */
    private static final Pattern TURNING =
            Pattern.compile("[\\p{Cc}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\u061C&&[^\\n\\t]]");

    private Wording() {}

    /** {@code Process redesign} for {@code PROCESS_REDESIGN}. */
    public static String ofCode(String code) {
        var words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return SPELLED.getOrDefault(words, capitalized(words));
    }

    /** The country's name; the code itself, if it is no country's. */
    public static String country(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    /** The language's name, with what is particular about it: {@code Portuguese (Brazil)}; the tag itself, if it is none's. */
    public static String language(String tag) {
        var name = Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
        return name.isEmpty() ? tag : name;
    }

    public static String capitalized(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** {@code Munich, Bavaria, Germany}, as far as it is known. */
    public static String place(String city, String region, String country) {
        return Stream.of(city, Objects.equals(city, region) ? null : region, country == null ? null : country(country))
                .filter(Objects::nonNull)
                .map(Wording::plain)
                .collect(Collectors.joining(", "));
    }

    /** {@code 12 km}; below ten kilometers to 100 meters. */
    public static String distance(double km) {
        return km < 10
                ? String.format(Locale.ROOT, "%.1f km", km)
                : String.format(Locale.ROOT, "%,d km", Math.round(km));
    }

    /** The text without what could turn around the text beside it, where no markup can hold it apart. */
    public static String plain(String text) {
        return TURNING.matcher(text).replaceAll("");
    }

    /** At most so many characters, cut between words, the last an ellipsis if there were more. */
    public static String shortened(String text, int most) {
        var line = text.strip().replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= most) {
            return line;
        }
        var cut = line.substring(0, line.offsetByCodePoints(0, most - 1));
        var lastSpace = cut.lastIndexOf(' ');
        return (lastSpace > most / 2 ? cut.substring(0, lastSpace) : cut).stripTrailing() + "…";
    }

    /** The first letters of the first two words: stands for a partner where others would have a picture. */
    public static String monogram(String name) {
        var letters = Pattern.compile("[\\p{L}\\p{Nd}]+")
                .matcher(name)
                .results()
                .limit(2)
                .map(word -> Character.toString(word.group().codePointAt(0)).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
        return letters.isEmpty() ? "•" : letters;
    }
}
