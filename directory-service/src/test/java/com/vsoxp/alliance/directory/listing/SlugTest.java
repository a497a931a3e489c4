package com.vsoxp.alliance.directory.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    private static final UUID PARTNER = UUID.fromString("019abf10-0000-7000-8000-00000000a001");

    @ParameterizedTest
    @CsvSource({
        "Northwind Help Desk, northwind-help-desk",
        "'  Müller & Söhne, GmbH. ', muller-sohne-gmbh",
        "Грин Деск, grin-desk",
        "A/S Ærø, a-s-aero"
    })
    void aNameIsSpelledInLettersEveryKeyboardHas(String name, String slug) {
        assertThat(Slug.candidates(name, PARTNER).getFirst()).isEqualTo(slug);
    }

    @Test
    void whoComesSecondWithANameGetsAnEndOfItsId() {
        assertThat(Slug.candidates("Acme", PARTNER))
                .containsExactly("acme", "acme-0000a001", "acme-019abf10-0000-7000-8000-00000000a001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"東京", "!!!", "Changes", "snapshot"})
    void aNameWithoutLettersOrOneThatIsTakenByThePathsNeverStandsAlone(String name) {
        assertThat(Slug.candidates(name, PARTNER)).allMatch(slug -> slug.matches("(partner|changes|snapshot)-.+"));
    }

    @Property
    void everySlugFitsIntoAnAddressAsItIs(@ForAll String name) {
        assertThat(Slug.candidates(name, PARTNER)).allMatch(slug -> slug.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }
}
