package com.vsoxp.alliance.directory.search.words;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words that listings have. */
@ApplicationScoped
public class Vocabulary {

    /** The likeness of trigrams, from 0 to 1, that words within {@link Spelling}'s reach have at least, is set on the connection. */
    private static final String ALIKE = """
            select asked, found.word
            from unnest(cast(:asked as text[])) as asked
                cross join lateral (
                    select word, max(similarity(word, asked)) as likeness from listing_word
                    where word % asked and length(word) between length(asked) - 2 and length(asked) + 2
                    group by word order by likeness desc, word limit 100) as found""";

    /** Letter by letter, since the order of a language is not that of beginnings. */
    private static final String BEGINNINGS = """
            select asked from unnest(cast(:asked as text[])) as asked
            where (select word from listing_word where word collate "C" > asked order by word collate "C" limit 1) ^@ asked""";

    private static final int MOST = 12;

    @Inject
    EntityManager entityManager;

    /** What was asked for, with what else may have been meant. */
    public WordQuery queryFor(List<String> words) {
        return WordQuery.of(words, beginnings(words), alike(words));
    }

    @SuppressWarnings("unchecked")
    private Set<String> beginnings(List<String> words) {
        var found = (List<String>) entityManager
                .createNativeQuery(BEGINNINGS, String.class)
                .setParameter("asked", longEnough(words, WordQuery.SHORTEST_BEGINNING))
                .getResultList();
        return Set.copyOf(found);
    }

    private static String[] longEnough(List<String> words, int shortest) {
        return words.stream()
                .filter(word -> word.length() >= shortest)
                .distinct()
                .toArray(String[]::new);
    }

    @SuppressWarnings("unchecked")
    private Map<String, List<String>> alike(List<String> words) {
        var asked = longEnough(words, Spelling.SHORTEST);
        if (asked.length == 0) {
            return Map.of();
        }
        var found = (List<Tuple>) entityManager
                .createNativeQuery(ALIKE, Tuple.class)
                .setParameter("asked", asked)
                .getResultList();
        return found.stream()
                .filter(row -> Spelling.mayMean(row.get(0, String.class), row.get(1, String.class)))
                .collect(
                        groupingBy(row -> row.get(0, String.class), mapping(row -> row.get(1, String.class), toList())))
                .entrySet()
                .stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream().limit(MOST).toList()));
    }
}
