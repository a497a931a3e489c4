package com.vsoxp.alliance.directory.search.words;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "nortwind, northwind, true",
        "norhtwind, northwind, true",
        "nordwind, northwind, true",
        "hepl, help, true",
        "help, kelp, true",
        "help, held, true",
        "help, herd, false",
        "the, then, false",
        "consult, insult, false",
        "zephyr, zephyr, false"
    })
    void oneErrorIsForgivenAndInLongWordsTwo(String typed, String word, boolean forgiven) {
        assertThat(Spelling.mayMean(typed, word)).isEqualTo(forgiven);
    }

    @Property
    void aLetterMoreOrLessIsForgivenWhereverItIs(
            @ForAll @AlphaChars @StringLength(min = 5, max = 20) String word, @ForAll @IntRange(max = 4) int place) {
        var shorter = word.substring(0, place) + word.substring(place + 1);

        assertThat(Spelling.mayMean(word, shorter)).isTrue();
        assertThat(Spelling.mayMean(shorter, word)).isTrue();
    }
}
