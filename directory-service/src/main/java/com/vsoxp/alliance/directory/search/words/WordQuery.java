package com.vsoxp.alliance.directory.search.words;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words asked for, in PostgreSQL's language of full text search; each must occur.
 *
 * @param plain as they were typed, whole or as the beginning of a longer word; whole alone, which is found much sooner, if there is none
 * @param forgiving also what else may have been meant
 */
public record WordQuery(String plain, String forgiving) {

    /** The beginnings of words that are shorter are those of too many. */
    static final int SHORTEST_BEGINNING = 3;

    /**
     * @param beginnings those of the words that longer ones begin with
     * @param alike for each word those that may have been meant by it
     */
    static WordQuery of(List<String> words, Set<String> beginnings, Map<String, List<String>> alike) {
        return new WordQuery(
                words.stream().map(word -> either(typed(word, beginnings))).collect(Collectors.joining(" & ")),
                words.stream()
                        .map(word -> either(Stream.concat(
                                typed(word, beginnings),
                                alike.getOrDefault(word, List.of()).stream().map(WordQuery::quoted))))
                        .collect(Collectors.joining(" & ")));
    }

    private static Stream<String> typed(String word, Set<String> beginnings) {
        return Stream.of(beginnings.contains(word) ? quoted(word) + ":*" : quoted(word));
    }

    private static String either(Stream<String> words) {
        return words.collect(Collectors.joining(" | ", "(", ")"));
    }

    /** Folded words are letters and digits, which need no escape. */
    private static String quoted(String word) {
        return "'" + word + "'";
    }
}
