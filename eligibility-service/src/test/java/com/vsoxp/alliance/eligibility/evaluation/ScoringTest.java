package com.vsoxp.alliance.eligibility.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.eligibility.document.BundledProgram;
import com.vsoxp.alliance.eligibility.enrollment.EnrollmentDates;
import com.vsoxp.alliance.eligibility.evaluation.RequirementScore.Days;
import com.vsoxp.alliance.eligibility.evaluation.Scorecard.Outcome;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.program.Amount;
import com.vsoxp.alliance.eligibility.program.Program;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScoringTest {

    private static final Program PROGRAM = BundledProgram.VERSION_2;
    private static final LocalDate JOINED = Given.JOINED;

    @Test
    void aRowTellsTargetActualWindowEvidenceAndWhenItLapses() {
        LocalDate sold = JOINED.minusMonths(1);
        Given given = Given.nothing().sold(3, JOINED).sold(5, sold);

        RequirementScore sales = row(scorecard(given, "RESELLER", JOINED, null), "LICENSE_SALES");

        assertThat(sales.verdict()).isEqualTo(Verdict.MET);
        assertThat(sales.required()).isEqualTo(new Amount.Units(5));
        assertThat(sales.actual()).isEqualTo(new Amount.Units(8));
        assertThat(sales.window()).isEqualTo(new Days(JOINED.minusMonths(12).plusDays(1), JOINED));
        assertThat(sales.evidence()).extracting(Fact::on).containsExactly(sold, JOINED);
        assertThat(sales.missing()).isNull();
        // By then only three of the eight are left in the window, and grace is over a month later.
        assertThat(sales.lapsesOn()).isEqualTo(JOINED.plusMonths(12));
    }

    @Test
    void whatIsMissingInGraceIsReckonedOnTheDayGraceEnds() {
        Given given = Given.nothing().sold(1, JOINED.minusMonths(1)).sold(1, JOINED.plusMonths(1));

        RequirementScore sales = row(scorecard(given, "RESELLER", JOINED.plusMonths(2), null), "LICENSE_SALES");

        assertThat(sales.verdict()).isEqualTo(Verdict.IN_GRACE);
        assertThat(sales.actual()).isEqualTo(new Amount.Units(2));
        assertThat(sales.missing().words()).isEqualTo("4 more licenses by 2027-01-12");
        assertThat(sales.missing().by()).isEqualTo(LocalDate.of(2027, 1, 12));
        assertThat(sales.lapsesOn()).isEqualTo(LocalDate.of(2027, 1, 12));
    }

    @Test
    void whatIsMissingIsToldInWords() {
        Scorecard scorecard = scorecard(Given.nothing().sold(14, JOINED).stories(1, JOINED), "PREMIER", JOINED, null);

        assertThat(words(scorecard, "PROGRAM_FEE")).isEqualTo("500.00 USD more");
        assertThat(words(scorecard, "LICENSE_SALES")).isEqualTo("1 more license");
        assertThat(words(scorecard, "SUCCESS_STORIES")).isEqualTo("2 more published success stories");
        assertThat(words(scorecard, "WEBSITE_LISTING")).isEqualTo("a verified listing on the partner's web site");
        assertThat(scorecard.outcome()).isEqualTo(Outcome.NOT_QUALIFIED);
        assertThat(scorecard.qualifiedTier()).isEqualTo("RESELLER");
    }

    @Test
    void whoHoldsATierAtRiskIsToldByWhen() {
        LocalDate cureEndsOn = JOINED.plusDays(90);

        Scorecard scorecard = scorecard(Given.premierButForSales().sold(14, JOINED), "PREMIER", JOINED, cureEndsOn);

        assertThat(words(scorecard, "LICENSE_SALES")).isEqualTo("1 more license by 2026-04-12");
        assertThat(words(scorecard, "INTERNAL_USE")).isEqualTo("a verified internal use");
        assertThat(scorecard.nextTransitionOn()).isEqualTo(cureEndsOn);
    }

    @Test
    void aRequirementThatIsNotApplicableSaysNothingElse() {
        RequirementScore fee =
                row(scorecard(Given.nothing().paid("500.00", "USD", JOINED), "RESELLER", JOINED, null), "PROGRAM_FEE");

        assertThat(fee.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(fee.required()).isNull();
        assertThat(fee.evidence()).isEmpty();
    }

    @Test
    void whatIsIndeterminateSaysWhy() {
        Scorecard scorecard = scorecard(Given.nothing().paid("500.00", "EUR", JOINED), "PREMIER", JOINED, null);

        assertThat(words(scorecard, "PROGRAM_FEE"))
                .isEqualTo("500.00 USD more, unless what is not told in this currency comes to it");
    }

    @Test
    void anUnknownDayOfEnrollmentIsSaidToBeMissing() {
        Program program = BundledProgram.with(
                "of: LICENSE_SALE\n      window: ROLLING_12_MONTHS", "of: LICENSE_SALE\n      window: ENROLLMENT_YEAR");
        Evaluation evaluation = Evaluation.of(program, Given.nothing().facts(), EnrollmentDates.NONE);

        Scorecard scorecard =
                new Scoring(evaluation, program.tier("PREMIER").orElseThrow(), JOINED, Optional.empty()).scorecard();

        assertThat(words(scorecard, "LICENSE_SALES")).isEqualTo("the day of enrollment is unknown");
        assertThat(row(scorecard, "LICENSE_SALES").window()).isNull();
    }

    @Test
    void whatIsMetAndWillLapseTellsWhatKeepsIt() {
        Given given = Given.premierButForSales().sold(10, JOINED.minusMonths(2)).sold(5, JOINED);

        RequirementScore sales = row(scorecard(given, "PREMIER", JOINED, null), "LICENSE_SALES");

        assertThat(sales.missing()).isNull();
        assertThat(sales.lapsesOn()).isEqualTo(JOINED.plusMonths(10));
        assertThat(sales.toKeep().words()).isEqualTo("10 more licenses by 2026-11-12");
        // What is sold on that very day still keeps it.
        assertThat(row(
                                scorecard(
                                        given.sold(10, JOINED.plusMonths(10)), "PREMIER", JOINED.plusMonths(10), null),
                                "LICENSE_SALES")
                        .verdict())
                .isEqualTo(Verdict.MET);
    }

    @Test
    void whatCouldNotBeTakenIsNamed() {
        Evaluation evaluation = Evaluation.of(
                PROGRAM,
                Given.nothing().sold(3, JOINED).facts(),
                Given.enrolled(),
                List.of(new Doubt("alliance.sales", 4, new UUID(0, 4), "LICENSE_SALE")));

        Scorecard scorecard =
                new Scoring(evaluation, PROGRAM.tier("PREMIER").orElseThrow(), JOINED, Optional.empty()).scorecard();

        RequirementScore sales = row(scorecard, "LICENSE_SALES");
        assertThat(sales.verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(sales.why()).isEqualTo("event 4 of alliance.sales could not be taken");
        assertThat(sales.missing().words()).isEqualTo("12 more licenses, unless what could not be taken tells of it");
        assertThat(row(scorecard, "SUCCESS_STORIES").verdict()).isEqualTo(Verdict.UNMET);
    }

    private static Scorecard scorecard(Given given, String tier, LocalDate day, LocalDate cureEndsOn) {
        Evaluation evaluation = Evaluation.of(PROGRAM, given.facts(), Given.enrolled());
        return new Scoring(evaluation, PROGRAM.tier(tier).orElseThrow(), day, Optional.ofNullable(cureEndsOn))
                .scorecard();
    }

    private static String words(Scorecard scorecard, String code) {
        return row(scorecard, code).missing().words();
    }

    private static RequirementScore row(Scorecard scorecard, String code) {
        return scorecard.requirements().stream()
                .filter(row -> row.requirement().code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
