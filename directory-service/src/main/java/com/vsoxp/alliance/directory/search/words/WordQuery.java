package com.vsoxp.alliance.directory.search.words;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words asked for, in PostgreSQL's language of full text search; each must occur.
 *
 * @param plain as they were typed, whole or as the beginning of a longer word
 * @param forgiving also what else may have been meant
 */
public record WordQuery(String plain, String forgiving) {

    /** The beginnings of words that are this short are those of too many. */
    private static final int SHORTEST_BEGINNING = 3;

    /** @param alike for each word those that may have been meant by it */
    static WordQuery of(List<String> words, Map<String, List<String>> alike) {
        return new WordQuery(
                words.stream().map(word -> either(typed(word))).collect(Collectors.joining(" & ")),
                words.stream()
                        .map(word -> either(Stream.concat(
                                typed(word),
                                alike.getOrDefault(word, List.of()).stream().map(WordQuery::quoted))))
                        .collect(Collectors.joining(" & ")));
    }

    private static Stream<String> typed(String word) {
        return Stream.of(word.length() < SHORTEST_BEGINNING ? quoted(word) : quoted(word) + ":*");
    }

    private static String either(Stream<String> words) {
        return words.collect(Collectors.joining(" | ", "(", ")"));
    }

    /** Folded words are letters and digits, which need no escape. */
    private static String quoted(String word) {
        return "'" + word + "'";
    }
}
