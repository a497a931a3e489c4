package com.vsoxp.alliance.eligibility.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.eligibility.document.BundledProgram;
import com.vsoxp.alliance.eligibility.document.Expectation;
import com.vsoxp.alliance.eligibility.enrollment.EnrollmentDates;
import com.vsoxp.alliance.eligibility.evaluation.Scorecard.Outcome;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.program.Amount;
import com.vsoxp.alliance.eligibility.program.Benefit;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.program.Requirement;
import com.vsoxp.alliance.platform.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two tables of the source document, row by row. */
class SourceTablesTest {

    private static final Program PROGRAM = BundledProgram.VERSION_2;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final EnrollmentDates LONG_SINCE =
            new EnrollmentDates(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 1, 1), null);

    @ParameterizedTest
    @CsvSource(textBlock = """
            PROGRAM_FEE,                 RESELLER, NOT_APPLICABLE,
            PROGRAM_FEE,                 PREMIER,  REQUIRED,       500.00 USD
            LICENSE_SALES,               RESELLER, REQUIRED,       5
            LICENSE_SALES,               PREMIER,  REQUIRED,       15
            WEB_APPLICATIONS_ON_WINDOWS, RESELLER, ENCOURAGED,     held
            WEB_APPLICATIONS_ON_WINDOWS, PREMIER,  REQUIRED,       held
            TRAINED_CONSULTANTS,         RESELLER, ENCOURAGED,     1
            TRAINED_CONSULTANTS,         PREMIER,  REQUIRED,       1
            INTERNAL_USE,                RESELLER, NOT_APPLICABLE,
            INTERNAL_USE,                PREMIER,  ENCOURAGED,     held
            SUCCESS_STORIES,             RESELLER, ENCOURAGED,     1
            SUCCESS_STORIES,             PREMIER,  REQUIRED,       3
            WEBSITE_LISTING,             RESELLER, ENCOURAGED,     held
            WEBSITE_LISTING,             PREMIER,  REQUIRED,       held
            """)
    void eachCellOfTheRequirementsIsMetByItsTargetAndByNothingLess(
            String code, String tier, Expectation expectation, String target) {
        Requirement requirement = requirement(code);
        var level = requirement.levelOf(PROGRAM.tier(tier).orElseThrow());

        assertThat(Expectation.of(level)).isEqualTo(expectation);
        assertThat(level.goal().map(SourceTablesTest::words).orElse(null)).isEqualTo(target);
        level.goal().ifPresent(goal -> {
            assertThat(verdict(requirement, tier, goal.number())).isEqualTo(Verdict.MET);
            assertThat(verdict(requirement, tier, goal.number() - 1)).isEqualTo(Verdict.UNMET);
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            LICENSE_DISCOUNT,   25,            33
            EVALUATION_LICENSE, NOT_AVAILABLE, INCLUDED
            TECHNICAL_SUPPORT,  FEE_BASED,     INCLUDED
            TRAINING_DISCOUNT,  NOT_AVAILABLE, 50
            SUPPORT_PORTAL,     INCLUDED,      INCLUDED
            LOGO_USE,           INCLUDED,      INCLUDED
            DIRECTORY_LISTING,  INCLUDED,      INCLUDED
            """)
    void eachCellOfTheBenefitsIsAsTheSourceSays(String code, String reseller, String premier) {
        Benefit benefit = PROGRAM.benefits().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();

        assertThat(words(benefit.values().get("RESELLER"))).isEqualTo(reseller);
        assertThat(words(benefit.values().get("PREMIER"))).isEqualTo(premier);
    }

    @Test
    void theEmptyLogoCellsAreMarkedAsAnInterpretation() {
        assertThat(PROGRAM.benefits())
                .filteredOn(benefit -> benefit.code().equals("LOGO_USE"))
                .allSatisfy(benefit -> assertThat(benefit.interpretation()).contains("empty"));
    }

    @Test
    void fourteenLicensesDoNotMakeAPremierAndTheFifteenthDoes() {
        List<Fact> fourteen = Given.premierButForSales().sold(14, Given.JOINED).facts();
        List<Fact> fifteen = Given.premierButForSales()
                .sold(14, Given.JOINED)
                .sold(1, Given.JOINED)
                .facts();

        assertThat(qualifiedTier(fourteen)).isEqualTo("RESELLER");
        assertThat(qualifiedTier(fifteen)).isEqualTo("PREMIER");
    }

    @Test
    void whatIsEncouragedNeverGates() {
        List<Fact> fiveLicensesAndNothingElse = Given.nothing().sold(5, DAY).facts();
        Evaluation evaluation = Evaluation.of(PROGRAM, fiveLicensesAndNothingElse, LONG_SINCE);

        assertThat(evaluation.outcome(PROGRAM.lowestTier(), DAY)).isEqualTo(Outcome.QUALIFIED);
    }

    private static String qualifiedTier(List<Fact> facts) {
        return Evaluation.of(PROGRAM, facts, Given.enrolled())
                .qualifiedTier(Given.JOINED)
                .orElseThrow()
                .code();
    }

    private static Requirement requirement(String code) {
        return PROGRAM.requirements().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** With facts that come to exactly this number. */
    private static Verdict verdict(Requirement requirement, String tier, long number) {
        Given given = Given.nothing();
        String kind = requirement.measure().parts().getFirst().of();
        switch (requirement.measure().aggregate()) {
            case SUM, POINTS ->
                given.and(
                        kind, DAY, null, number, Money.of(number / 100 + "." + "%02d".formatted(number % 100), "USD"));
            case COUNT, HOLDS -> {
                for (long i = 0; i < number; i++) {
                    given.and(kind, DAY, null, 1, null);
                }
            }
        }
        Evaluation evaluation = Evaluation.of(PROGRAM, given.facts(), LONG_SINCE);
        return evaluation.verdict(requirement, PROGRAM.tier(tier).orElseThrow(), DAY);
    }

    private static String words(Amount amount) {
        return switch (amount) {
            case Amount.Units units -> String.valueOf(units.count());
            case Amount.Sum sum -> sum.money().amount() + " " + sum.money().currency();
            case Amount.Held _ -> "held";
        };
    }

    private static String words(Benefit.Value value) {
        return switch (value) {
            case Benefit.Percent percent -> percent.percent().toPlainString();
            case Benefit.Terms terms -> terms.name();
        };
    }
}
