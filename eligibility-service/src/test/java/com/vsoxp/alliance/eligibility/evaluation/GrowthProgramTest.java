package com.vsoxp.alliance.eligibility.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.eligibility.document.ExampleProgram;
import com.vsoxp.alliance.eligibility.evaluation.Scorecard.Outcome;
import com.vsoxp.alliance.eligibility.program.Amount;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.platform.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example program, of other shapes than the source's, evaluated by the same code. */
class GrowthProgramTest {

    private static final Program GROWTH = ExampleProgram.GROWTH;
    private static final LocalDate LAST_OF_YEAR = LocalDate.of(2026, 12, 31);

    @ParameterizedTest
    @CsvSource(textBlock = """
            0.00,      0,   0, 0.00,    REGISTERED
            5000.00,   20,  0, 0.00,    SILVER
            4999.99,   20,  0, 0.00,    REGISTERED
            5000.00,   19,  0, 0.00,    REGISTERED
            25000.00,  50,  2, 500.00,  GOLD
            25000.00,  49,  2, 500.00,  SILVER
            25000.00,  60,  1, 500.00,  SILVER
            25000.00,  60,  2, 499.99,  SILVER
            100000.00, 175, 5, 1000.00, PLATINUM
            100000.00, 174, 5, 1000.00, GOLD
            """)
    void eachTierIsReachedByAllItsTargetsAndByNothingLess(
            String revenue, long licenses, int consultants, String fee, String tier) {
        Given given = Given.nothing().holds("WEBSITE_LISTING", Given.JOINED).paid(fee, "USD", Given.JOINED);
        revenue(given, licenses, revenue, LAST_OF_YEAR);
        for (int i = 0; i < consultants; i++) {
            given.consultant(Given.JOINED, null);
        }

        assertThat(evaluation(given).qualifiedTier(LAST_OF_YEAR))
                .map(qualified -> qualified.code())
                .contains(tier);
    }

    @Test
    void aCalendarYearForgetsItsSalesOnNewYearsDay() {
        Given given = revenue(Given.nothing().holds("WEBSITE_LISTING", Given.JOINED), 30, "9000.00", LAST_OF_YEAR);

        assertThat(card(given, "SILVER", LAST_OF_YEAR).outcome()).isEqualTo(Outcome.QUALIFIED);
        assertThat(row(given, "SILVER", "LICENSE_REVENUE", LAST_OF_YEAR).lapsesOn())
                .isEqualTo(LAST_OF_YEAR.plusDays(1));
        assertThat(card(given, "SILVER", LAST_OF_YEAR.plusDays(1)).outcome()).isEqualTo(Outcome.NOT_QUALIFIED);
        assertThat(row(given, "SILVER", "LICENSE_REVENUE", LAST_OF_YEAR.plusDays(1))
                        .missing()
                        .words())
                .isEqualTo("5000.00 USD more");
    }

    @Test
    void pointsAddUpOfSeveralKindsAndEachKeepsItsOwnWindow() {
        Given given = revenue(Given.nothing(), 7, "700.00", LAST_OF_YEAR)
                .stories(2, LAST_OF_YEAR)
                .consultant(Given.JOINED, null);

        assertThat(row(given, "SILVER", "GROWTH_POINTS", LAST_OF_YEAR).actual()).isEqualTo(new Amount.Units(32));
        assertThat(row(given, "SILVER", "GROWTH_POINTS", LAST_OF_YEAR.plusDays(1))
                        .actual())
                .as("the consultant is on staff still")
                .isEqualTo(new Amount.Units(5));
    }

    @Test
    void aReversalTakesBackItsMoneyAndItsPoints() {
        Given given = revenue(Given.nothing(), 30, "6000.00", LAST_OF_YEAR);
        revenue(given, -10, "-2000.00", LAST_OF_YEAR);

        assertThat(row(given, "SILVER", "LICENSE_REVENUE", LAST_OF_YEAR).actual())
                .isEqualTo(new Amount.Sum(Money.of("4000.00", "USD")));
        assertThat(row(given, "SILVER", "GROWTH_POINTS", LAST_OF_YEAR).actual()).isEqualTo(new Amount.Units(20));
    }

    @Test
    void revenueInAnotherCurrencyIsIndeterminateAndNeverSilentlyMissing() {
        Given given = Given.nothing().and("LICENSE_SALE", LAST_OF_YEAR, null, 30, Money.of("9000.00", "EUR"));

        assertThat(row(given, "SILVER", "LICENSE_REVENUE", LAST_OF_YEAR).verdict())
                .isEqualTo(Verdict.INDETERMINATE);
    }

    private static Given revenue(Given given, long licenses, String total, LocalDate on) {
        return given.and("LICENSE_SALE", on, null, licenses, Money.of(total, "USD"));
    }

    private static RequirementScore row(Given given, String tier, String code, LocalDate day) {
        return card(given, tier, day).requirements().stream()
                .filter(row -> row.requirement().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Scorecard card(Given given, String tier, LocalDate day) {
        return new Scoring(evaluation(given), GROWTH.tier(tier).orElseThrow(), day, Optional.empty()).scorecard();
    }

    private static Evaluation evaluation(Given given) {
        return Evaluation.of(GROWTH, given.facts(), Given.enrolled(), List.of());
    }
}
