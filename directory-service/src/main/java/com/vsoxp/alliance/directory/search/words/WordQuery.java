package com.vsoxp.alliance.directory.search.words;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words asked for; each must occur. */
public record WordQuery(List<Meant> words) {

    /** The beginnings of words that are shorter are those of too many. */
    static final int SHORTEST_BEGINNING = 3;

    /**
     * What may be meant by one of them.
     *
     * @param typed as it was typed, and the longer words that begin so, if they are few
     * @param beginsMany whether many longer words begin so, which are not named
     * @param alike what else may have been meant
     */
    public record Meant(List<String> typed, boolean beginsMany, List<String> alike) {

        /** All of it. */
        public List<String> all() {
            return Stream.concat(typed.stream(), alike.stream()).distinct().toList();
        }
    }

    /** As they were typed, in PostgreSQL's language of full text search. */
    public String plain() {
        return each(Meant::typed);
    }

    /** Also with what else may have been meant. */
    public String forgiving() {
        return each(Meant::all);
    }

    /** Any of these words, in PostgreSQL's language of full text search. */
    public static String anyOf(List<String> words) {
        return words.stream().map(WordQuery::quoted).collect(Collectors.joining(" | ", "(", ")"));
    }

    private String each(Function<Meant, List<String>> which) {
        return words.stream()
                .map(meant -> meant.beginsMany
                        ? "(" + quoted(meant.typed.getFirst()) + ":* | " + anyOf(which.apply(meant)) + ")"
                        : anyOf(which.apply(meant)))
                .collect(Collectors.joining(" & "));
    }

    /** Folded words are letters and digits, which need no escape. */
    private static String quoted(String word) {
        return "'" + word + "'";
    }
}
