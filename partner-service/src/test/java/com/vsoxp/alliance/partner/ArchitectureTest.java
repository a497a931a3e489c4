package com.vsoxp.alliance.partner;

import com.vsoxp.alliance.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final ArchitectureRules rules = ArchitectureRules.of("com.vsoxp.alliance.partner");

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
    void theRulesOfEnrollmentArePlainJava() {
        rules.keepRulesPlain("enrollment.lifecycle", "enrollment.term");
    }

    @Test
    void theRulesOfDealsArePlainJava() {
        rules.keepRulesPlain("deal.life", "deal.conflict.CustomerKey");
    }

    @Test
    void theRulesOfTiersArePlainJava() {
        rules.keepRulesPlain("tier.Tier", "tier.TierBook", "tier.ProgramTiers");
    }
}
