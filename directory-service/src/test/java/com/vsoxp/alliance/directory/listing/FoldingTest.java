package com.vsoxp.alliance.directory.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource({
        "Northwind Help Desk, northwind help desk",
        "'  Crème   Brûlée & Söhne ', creme brulee sohne",
        "Łódź Straße, lodz strasse",
        "ÆRØ IT, aero it",
        "Грин-Деск, grin desk",
        "Щука, shchuka",
        "Αθήνα, athina",
        "ﬁve ＡＢＣ, five abc",
        "東京, 東京",
        "'!?', ''"
    })
    void caseAccentsAndSignsDoNotCount(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }

    @Test
    void aTextOfSignsHasNoWords() {
        assertThat(Folding.words(" — & — ")).isEmpty();
        assertThat(Folding.words("Help-Desk 24/7")).containsExactly("help", "desk", "24", "7");
    }
}
