package com.vsoxp.alliance.partner.partner.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebDomainTest {

    @Test
    void aDomainIsWhatSomebodyRegistered() {
        assertDomain("https://www.northwind.com/", "northwind.com");
        assertDomain("http://shop.eu.Northwind.co.uk:8080/x?y", "northwind.co.uk");
        assertDomain("https://northwind.example", "northwind.example");
        assertDomain("https://a.b.northwind.example", "northwind.example");
    }

    @Test
    void sitesOnTheSameHosterHaveNothingInCommon() {
        assertDomain("https://northwind.github.io/alliance", "northwind.github.io");
        assertDomain("https://www.northwind.blogspot.com", "northwind.blogspot.com");
        assertThat(WebDomain.of("https://github.io/northwind")).isEmpty();
    }

    @Test
    void hostsWithoutADomainHaveNone() {
        assertThat(WebDomain.of(null)).isEmpty();
        assertThat(WebDomain.of("http://192.0.2.1/")).isEmpty();
        assertThat(WebDomain.of("http://[2001:db8::1]/")).isEmpty();
        assertThat(WebDomain.of("http://intranet/")).isEmpty();
        assertThat(WebDomain.of("https://com/")).isEmpty();
    }

    private static void assertDomain(String website, String domain) {
        assertThat(WebDomain.of(website)).contains(new WebDomain(domain));
    }
}
