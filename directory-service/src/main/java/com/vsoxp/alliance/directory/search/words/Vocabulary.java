package com.vsoxp.alliance.directory.search.words;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import com.vsoxp.alliance.directory.search.words.WordQuery.Meant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
    private static final String LONGER = """
            select distinct asked, word
            from unnest(cast(:asked as text[])) as asked
                cross join lateral (
                    select word from listing_word where word collate "C" > asked order by word collate "C" limit :most) as next
            where word ^@ asked""";

    /** So many longer words are looked for one by one, which the index does much faster than by their beginning. */
    private static final int MOST_LONGER = 40;

    private static final int MOST = 12;

    @Inject
    EntityManager entityManager;

    /** What was asked for, with what else may have been meant. */
    public WordQuery queryFor(List<String> words) {
        var longer = longer(words);
        var alike = alike(words);
        return new WordQuery(words.stream()
                .map(word -> meant(word, longer.getOrDefault(word, List.of()), alike.getOrDefault(word, List.of())))
                .toList());
    }

    private static Meant meant(String word, List<String> longer, List<String> alike) {
        var beginsMany = longer.size() > MOST_LONGER;
        return new Meant(
                Stream.concat(Stream.of(word), beginsMany ? Stream.empty() : longer.stream())
                        .toList(),
                beginsMany,
                alike);
    }

    @SuppressWarnings("unchecked")
    private Map<String, List<String>> longer(List<String> words) {
        var found = (List<Tuple>) entityManager
                .createNativeQuery(LONGER, Tuple.class)
                .setParameter("asked", longEnough(words, WordQuery.SHORTEST_BEGINNING))
                .setParameter("most", MOST_LONGER + 1)
                .getResultList();
        return found.stream()
                .collect(groupingBy(
                        row -> row.get(0, String.class), mapping(row -> row.get(1, String.class), toList())));
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
