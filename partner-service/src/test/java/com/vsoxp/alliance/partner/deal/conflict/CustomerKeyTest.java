package com.vsoxp.alliance.partner.deal.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerKeyTest {

    @ParameterizedTest
    @CsvSource({
        "Contoso GmbH, CONTOSO Gmbh",
        "Contoso GmbH & Co. KG, Contoso",
        "Müller & Söhne AG, Muller Sohne",
        "Straße Logistik GmbH, STRASSE LOGISTIK",
        "Crédit-Nord S.A., Credit Nord SA",
        "O'Neill Ltd., ONeill Limited",
        "'Acme, Inc.', acme incorporated",
        "  Acme   Corp , ACME",
        "Ｆｕｌｌｗｉｄｔｈ, fullwidth",
        "Łódź Sp, Lodz SP"
    })
    void writingsOfOneNameAreOneKey(String one, String other) {
        assertThat(CustomerKey.nameKey(one))
                .isEqualTo(CustomerKey.nameKey(other))
                .isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"Contoso North, Contoso South", "AG, GmbH", "北京软件, 上海软件", "Acme 1, Acme 2", "!!!, ???"})
    void otherNamesAreOtherKeys(String one, String other) {
        assertThat(CustomerKey.nameKey(one)).isNotEqualTo(CustomerKey.nameKey(other));
    }

    @Test
    void aWebsiteIsKnownByItsHost() {
        assertThat(CustomerKey.of("x", "WWW.Contoso.example").host()).isEqualTo("contoso.example");
        assertThat(CustomerKey.of("x", null).host()).isNull();
    }
}
