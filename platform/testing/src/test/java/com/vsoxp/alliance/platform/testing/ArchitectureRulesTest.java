package com.vsoxp.alliance.platform.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ArchitectureRulesTest {

    private final ArchitectureRules crooked = ArchitectureRules.ofTestClasses("com.vsoxp.alliance.crooked");
    private final ArchitectureRules straight = ArchitectureRules.ofTestClasses("com.vsoxp.alliance.straight");

    @Test
    void aStraightServiceKeepsAllRules() {
        straight.dependOnNoOtherService();
        straight.letOnlyUseCasesWrite();
        straight.askTheClockForTheTime();
        straight.keepRulesPlain("Sum");
    }

    @Test
    void aClassOfAnotherServiceIsFound() {
        assertBroken(crooked::dependOnNoOtherService).hasMessageContaining("Trespasser");
    }

    @Test
    void writesOutsideOfUseCasesAreFound() {
        assertBroken(crooked::letOnlyUseCasesWrite)
                .hasMessageContaining("DirectWriter")
                .hasMessageContaining("SecondHandWriter")
                .hasMessageContaining("FieldSetter")
                .hasMessageContaining("Teller")
                .hasMessageNotContaining("Ledger.store()> calls");
    }

    @Test
    void readingTheSystemsTimeIsFound() {
        assertBroken(crooked::askTheClockForTheTime)
                .hasMessageContaining("Instant.now()")
                .hasMessageContaining("LocalDate.now(java.time.ZoneId)")
                .hasMessageContaining("System.currentTimeMillis()");
    }

    @Test
    void aRuleThatKnowsAFrameworkIsFound() {
        assertBroken(() -> crooked.keepRulesPlain("FrameworkRule")).hasMessageContaining("JsonProperty");
    }

    @Test
    void aRuleThatIsNowhereIsFound() {
        assertBroken(() -> straight.keepRulesPlain("Sum", "Difference")).hasMessageContaining("Difference");
    }

    @Test
    void platformAsksItsOwnClock() {
        ArchitectureRules.of("com.vsoxp.alliance.platform").askTheClockForTheTime();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertBroken(ThrowingCallable rule) {
        return assertThatThrownBy(rule).isInstanceOf(AssertionError.class);
    }
}
