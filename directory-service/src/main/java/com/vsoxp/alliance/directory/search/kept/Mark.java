package com.vsoxp.alliance.directory.search.kept;

import java.util.Collection;
import java.util.stream.Collectors;

/** How a value that a listing may be chosen by stands in its marks, as the database's {@code listing_marks} writes them. */
public final class Mark {

    /** All marks of a listing, as the indexes have them. */
    public static final String ALL_OF_A_LISTING = "listing_marks(tier, country, services, verticals, languages)";

    /** Longer values are marked by their beginnings. */
    private static final int LONGEST = 200;

    private Mark() {}

    /** A search for listings with at least one of these values of a filter. */
    public static String anyOf(String facet, Collection<String> values) {
        return values.stream()
                .map(value -> quoted(facet + ":" + beginning(value)))
                .collect(Collectors.joining(" | ", "(", ")"));
    }

    static String quoted(String mark) {
        return "'" + mark.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static String beginning(String value) {
        return value.codePointCount(0, value.length()) <= LONGEST
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST));
    }
}
