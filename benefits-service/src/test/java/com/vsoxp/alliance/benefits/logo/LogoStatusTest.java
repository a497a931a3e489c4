package com.vsoxp.alliance.benefits.logo;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.benefits.entitlement.EnrollmentStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogoStatusTest {

    @ParameterizedTest
    @CsvSource({
        "ACTIVE,     ACTIVE,     true,  VALID",
        "ACTIVE,     ACTIVE,     false, REVOKED",
        "ACTIVE,     ,           false, REVOKED",
        "ACTIVE,     SUSPENDED,  false, SUSPENDED",
        "SUSPENDED,  ACTIVE,     true,  SUSPENDED",
        "SUSPENDED,  SUSPENDED,  false, SUSPENDED",
        "ACTIVE,     TERMINATED, false, REVOKED",
        "TERMINATED, ACTIVE,     true,  REVOKED",
        "TERMINATED, SUSPENDED,  false, REVOKED",
        "WITHDRAWN,  ACTIVE,     true,  REVOKED",
        "REJECTED,   ,           false, REVOKED"
    })
    void whoeverHearsOfAnEndFirstIsBelieved(
            EnrollmentStatus enrollment, EnrollmentStatus standing, boolean entitled, LogoStatus status) {
        assertThat(LogoStatus.of(enrollment, standing, entitled)).isEqualTo(status);
    }
}
