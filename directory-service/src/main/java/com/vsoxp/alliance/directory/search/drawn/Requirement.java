package com.vsoxp.alliance.directory.search.drawn;

import java.util.List;

/**
 * Something that a listing must have, as bitmaps: any of some values.
 *
 * @param name its own among those of a question; a filter's is the filter's
 * @param facet what the values are of
 * @param values those that are drawn, or that no listing has
 */
public record Requirement(String name, String facet, List<String> values) {

    /** Without a place there is no distance. */
    static final Requirement KNOWN_PLACE = new Requirement("PLACE", "PLACE", List.of("KNOWN"));
}
