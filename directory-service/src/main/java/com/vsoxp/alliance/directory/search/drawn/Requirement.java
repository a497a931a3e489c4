package com.vsoxp.alliance.directory.search.drawn;

import java.util.List;

/**
 * Something that a listing must have, as bitmaps: any of some values.
 *
 * @param name its own among those of a question; a filter's is the filter's
 * @param facet what the values are of
 * @param values those that are drawn, or that no listing has
 * @param others values of the same that are not drawn, so seldom are they: words, that their own index finds
 */
public record Requirement(String name, String facet, List<String> values, List<String> others) {

    /** Of words anywhere in a listing, or in its name. */
    static final String WORD = "WORD";

    static final String NAME = "NAME";

    /** Without a place there is no distance. */
    static final Requirement KNOWN_PLACE = drawn("PLACE", "PLACE", List.of("KNOWN"));

    /** Of values that are drawn. */
    static Requirement drawn(String name, String facet, List<String> values) {
        return new Requirement(name, facet, values, List.of());
    }

    /** The column of the words. */
    String column() {
        return facet.equals(NAME) ? "name_words" : "search_words";
    }

    /** The name of the parameter for what is not drawn. */
    String parameter() {
        return "others_" + name;
    }
}
