package com.vsoxp.alliance.directory;

import com.vsoxp.alliance.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final ArchitectureRules RULES = ArchitectureRules.of("com.vsoxp.alliance.directory");

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
                "listing.Folding",
                "listing.Slug",
                "listing.Profile",
                "listing.Entitled",
                "tier.Tier",
                "tier.TierBook",
                "tier.ProgramTiers",
                "search.question.GeoPoint",
                "search.question.Criteria",
                "search.words.Spelling",
                "search.words.WordQuery",
                "page.wording.Wording",
                "page.wording.Monogram");
    }
}
