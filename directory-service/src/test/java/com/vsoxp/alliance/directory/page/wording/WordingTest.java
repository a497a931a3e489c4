package com.vsoxp.alliance.directory.page.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource({
        "PROCESS_REDESIGN, Process redesign",
        "E_COMMERCE, E-commerce",
        "IT_CONSULTING, IT consulting",
        "SUPPORT, Support"
    })
    void codesAreReadAsWords(String code, String words) {
        assertThat(Wording.ofCode(code)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"DE, Germany", "US, United States", "QQ, QQ", "<b>, <B>", "'', ''"})
    void countriesHaveTheirNames(String code, String name) {
        assertThat(Wording.country(code)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"de, German", "pt-BR, Portuguese (Brazil)", "x-<b>, x-<b>"})
    void languagesHaveTheirNames(String tag, String name) {
        assertThat(Wording.language(tag)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"0.04, 0.0 km", "9.94, 9.9 km", "12.3, 12 km", "1234.5, '1,235 km'"})
    void distancesAreAsExactAsTheyAreOfUse(double km, String words) {
        assertThat(Wording.distance(km)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"Northwind Help Desk, NH", "élan, É", "3M Company, 3C", "東京 サービス, 東サ", "—, •"})
    void aMonogramIsMadeOfTheFirstTwoWords(String name, String letters) {
        assertThat(Wording.monogram(name)).isEqualTo(letters);
    }

    @ParameterizedTest
    @CsvSource({
        "short, short",
        "'one  two\n three', one two three",
        "the quick brown fox jumps over, the quick brown…",
        "unbreakableunbreakable, unbreakableunbreaka…"
    })
    void aLongTextEndsBetweenWords(String text, String shortened) {
        assertThat(Wording.shortened(text, 20)).isEqualTo(shortened);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u202Eb", "a\u2066b\u2069", "a\u0000b", "a\u200Fb"})
    void nothingThatTurnsTextAroundStays(String text) {
        assertThat(Wording.plain(text)).matches("ab");
    }
}
