package com.vsoxp.alliance.benefits.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmailDigestTest {

    /** Computed with {@code printf kim@northwind.example | openssl dgst -sha256 -hmac secret}. */
    private static final String KIM = "e21b6ecd4fca8154d27614a4798b0226250d639d10c425346726430599fa10d9";

    @Test
    void itIsTheHmacOfTheTrimmedLowerCasedAddress() {
        assertThat(EmailDigest.of("kim@northwind.example", "secret")).isEqualTo(KIM);
        assertThat(EmailDigest.of("  KIM@Northwind.Example\t", "secret")).isEqualTo(KIM);
    }

    @Test
    void anotherSecretGivesAnotherDigest() {
        assertThat(EmailDigest.of("kim@northwind.example", "another secret")).isNotEqualTo(KIM);
    }
}
