package com.vsoxp.alliance.directory.search.question;

import com.vsoxp.alliance.directory.search.words.WordQuery;
import java.util.List;
import java.util.stream.IntStream;

/** How well listings fit words: 0 if the name has them all, 1 if perhaps misspelled, 2 if all occur somewhere, 3 if perhaps misspelled. */
final class Grades {

    /** That of a listing. */
    static final String OF_LISTING = """
            case when name_words @@ cast(:plain as tsquery) then 0
                 when name_words @@ cast(:forgiving as tsquery) then 1
                 when search_words @@ cast(:plain as tsquery) then 2 else 3 end""";

    private static final Condition PLAIN_NAME = Condition.matches("name_words", "plain");
    private static final Condition NAME = Condition.matches("name_words", "forgiving");
    private static final Condition PLAIN = Condition.matches("search_words", "plain");

    private Grades() {}

    /** The best first. Where nothing else may be meant than what was typed, nothing is misspelled. */
    static List<Part> parts(WordQuery words) {
        return words.plain().equals(words.forgiving())
                ? List.of(part(0), part(2))
                : IntStream.range(0, 4).mapToObj(Grades::part).toList();
    }

    /** What else holds for all listings that fit so well and no better. */
    private static Part part(int grade) {
        return switch (grade) {
            case 0 -> Part.ofGrade(grade, PLAIN_NAME.found(), PLAIN_NAME.checked());
            case 1 -> Part.ofGrade(grade, NAME.found() + butNot(PLAIN_NAME), NAME.checked() + butNot(PLAIN_NAME));
            case 2 -> Part.ofGrade(grade, PLAIN.found() + butNot(NAME), PLAIN.checked() + butNot(NAME));
            default -> {
                var neither = "not " + PLAIN.checked() + butNot(NAME);
                yield Part.ofGrade(grade, neither, neither);
            }
        };
    }

    private static String butNot(Condition better) {
        return " and not " + better.checked();
    }
}
