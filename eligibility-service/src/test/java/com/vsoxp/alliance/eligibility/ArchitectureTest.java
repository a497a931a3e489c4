package com.vsoxp.alliance.eligibility;

import com.vsoxp.alliance.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final ArchitectureRules rules = ArchitectureRules.of("com.vsoxp.alliance.eligibility");

    @Test
    void theServiceStandsOnThePlatformAlone() {
        rules.dependOnNoOtherService();
    }

    @Test
    void onlyUseCasesWrite() {
        rules.letOnlyUseCasesWrite();
    }

    @Test
    void timeComesFromTheClock() {
        rules.askTheClockForTheTime();
    }

    @Test
    void theRulesOfTheProgramArePlainJava() {
        rules.keepRulesPlain(
                "program",
                "evaluation",
                "fact.Fact",
                "enrollment.Enrollment",
                "enrollment.EnrollmentDates",
                "standing.rules");
    }
}
