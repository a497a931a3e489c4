package com.vsoxp.alliance.directory.page.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingLinkTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.northwind.example/a?b=c, https://www.northwind.example/a?b=c, northwind.example",
        "HTTP://Northwind.example, HTTP://Northwind.example, northwind.example"
    })
    void addressesOnTheWebAreFollowed(String address, String href, String text) {
        assertThat(OutgoingLink.web(address)).contains(new OutgoingLink(href, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                " javascript://host/%0aalert(1)",
                "data:text/html,x",
                "vbscript:x",
                "//northwind.example",
                "northwind.example",
                "https:",
                "https://a b",
                ""
            })
    void nothingElseIs(String address) {
        assertThat(OutgoingLink.web(address)).isEmpty();
    }

    @Test
    void anAddressOfMailBringsNoHeadersOfItsOwn() {
        assertThat(OutgoingLink.mail("desk@northwind.example").orElseThrow().href())
                .isEqualTo("mailto:desk@northwind.example");
        assertThat(OutgoingLink.mail("desk@northwind.example?bcc=x@y.example")).isEmpty();
        assertThat(OutgoingLink.mail(null)).isEmpty();
    }

    @Test
    void aNumberIsDialedWithoutWhatIsOnlyToBeRead() {
        assertThat(OutgoingLink.phone("+49 (40) 5550-0101").orElseThrow())
                .isEqualTo(new OutgoingLink("tel:+494055500101", "+49 (40) 5550-0101"));
        assertThat(OutgoingLink.phone("call us")).isEmpty();
    }
}
