package com.vsoxp.alliance.directory.search.drawn;

import com.vsoxp.alliance.directory.search.words.WordQuery;
import com.vsoxp.alliance.directory.search.words.WordQuery.Meant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Words, as requirements: of each one.
 *
 * @param meant anywhere, perhaps misspelled
 * @param typed anywhere
 * @param names in the name, perhaps misspelled
 * @param typedNames in the name
 */
public record Wording(
        List<Requirement> meant, List<Requirement> typed, List<Requirement> names, List<Requirement> typedNames) {

    /** Empty, if a word is so rare that it is faster found by itself, or begins so many that nobody knows all of them. */
    static Optional<Wording> of(WordQuery query, BiPredicate<String, String> isDrawn) {
        var wording = new Wording(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < query.words().size(); i++) {
            wording.add(i, query.words().get(i), isDrawn);
        }
        var isKnown = query.words().stream().noneMatch(Meant::beginsMany)
                && wording.meant.stream()
                        .noneMatch(requirement -> requirement.values().isEmpty());
        return isKnown ? Optional.of(wording) : Optional.empty();
    }

    private void add(int number, Meant word, BiPredicate<String, String> isDrawn) {
        meant.add(any("WORD_" + number, Requirement.WORD, word.all(), isDrawn));
        typed.add(any("TYPED_" + number, Requirement.WORD, word.typed(), isDrawn));
        names.add(any("NAME_" + number, Requirement.NAME, word.all(), isDrawn));
        typedNames.add(any("TYPED_NAME_" + number, Requirement.NAME, word.typed(), isDrawn));
    }

    private static Requirement any(String name, String facet, List<String> words, BiPredicate<String, String> isDrawn) {
        return new Requirement(
                name,
                facet,
                words.stream().filter(word -> isDrawn.test(facet, word)).toList(),
                words.stream().filter(word -> !isDrawn.test(facet, word)).toList());
    }

    /** Of what fits, that of a grade. */
    Pick ofGrade(int grade, Pick all) {
        return switch (grade) {
            case 0 -> all.and(typedNames);
            case 1 -> all.and(names).butNot(typedNames);
            case 2 -> all.and(typed).butNot(names);
            default -> all.butNot(typed, names);
        };
    }
}
