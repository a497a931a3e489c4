package com.vsoxp.alliance.benefits;

import com.vsoxp.alliance.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final ArchitectureRules RULES = ArchitectureRules.of("com.vsoxp.alliance.benefits");

    @Test
    void theServiceDependsOnNoOtherService() {
        RULES.dependOnNoOtherService();
    }

    @Test
    void onlyUseCasesWrite() {
        RULES.letOnlyUseCasesWrite();
    }

    @Test
    void theClockIsAskedForTheTime() {
        RULES.askTheClockForTheTime();
    }

    @Test
    void rulesArePlainJava() {
        RULES.keepRulesPlain(
                "program.BenefitValue",
                "program.BenefitMatrix",
                "entitlement.EntitlementTimeline",
                "entitlement.EnrollmentState",
                "entitlement.EnrollmentStatus",
                "entitlement.Standing",
                "entitlement.Grant",
                "signing.KeyChoice",
                "logo.LogoStatus",
                "logo.Markup");
    }
}
