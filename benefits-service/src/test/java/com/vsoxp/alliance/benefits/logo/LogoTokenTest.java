package com.vsoxp.alliance.benefits.logo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class LogoTokenTest {

    private static final String SECRET = "a secret for tests only";

    private final UUID partner = UUID.fromString("019abf10-0000-7000-8000-00000000a001");
    private final UUID enrollment = UUID.fromString("019abf10-0000-7000-8000-00000000e001");

    @Test
    void theSameEnrollmentHasTheSameTokenAgain() {
        assertThat(LogoToken.of(partner, enrollment, SECRET))
                .isEqualTo(LogoToken.of(partner, enrollment, SECRET))
                .matches("[A-Za-z0-9_-]{22}");
    }

    @Test
    void anotherPartnerEnrollmentOrSecretHasAnother() {
        assertThat(LogoToken.of(partner, enrollment, SECRET))
                .isNotEqualTo(LogoToken.of(enrollment, partner, SECRET))
                .isNotEqualTo(LogoToken.of(partner, partner, SECRET))
                .isNotEqualTo(LogoToken.of(partner, enrollment, SECRET + "!"));
    }
}
