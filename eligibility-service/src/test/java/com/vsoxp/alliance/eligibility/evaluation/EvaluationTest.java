package com.vsoxp.alliance.eligibility.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.eligibility.document.BundledProgram;
import com.vsoxp.alliance.eligibility.enrollment.EnrollmentDates;
import com.vsoxp.alliance.eligibility.evaluation.Scorecard.Outcome;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.program.Requirement;
import com.vsoxp.alliance.eligibility.program.Tier;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {

    private static final Program PROGRAM = BundledProgram.VERSION_2;
    private static final LocalDate JOINED = Given.JOINED;

    @ParameterizedTest
    @CsvSource(textBlock = """
            ROLLING_12_MONTHS, 2026-03-01, 2027-02-28, 2027-03-01
            ROLLING_12_MONTHS, 2026-02-28, 2027-02-27, 2027-02-28
            ROLLING_12_MONTHS, 2024-02-29, 2025-02-28, 2025-03-01
            ROLLING_12_MONTHS, 2023-02-28, 2024-02-27, 2024-02-28
            ROLLING_12_MONTHS, 2027-03-01, 2028-02-29, 2028-03-01
            CALENDAR_YEAR,     2026-03-01, 2026-12-31, 2027-01-01
            CALENDAR_YEAR,     2026-12-31, 2026-12-31, 2027-01-01
            ENROLLMENT_YEAR,   2026-01-12, 2027-01-11, 2027-01-12
            ENROLLMENT_YEAR,   2027-01-11, 2027-01-11, 2027-01-12
            """)
    void aSaleCountsFromItsDayThroughTheLastDayOfItsWindow(
            String window, LocalDate sold, LocalDate lastDay, LocalDate firstDayAfter) {
        Evaluation evaluation =
                Evaluation.of(sales(window), Given.nothing().sold(15, sold).facts(), Given.enrolled());

        assertThat(sales(evaluation, "PREMIER", sold.minusDays(1))).isNotEqualTo(Verdict.MET);
        assertThat(sales(evaluation, "PREMIER", sold)).isEqualTo(Verdict.MET);
        assertThat(sales(evaluation, "PREMIER", lastDay)).isEqualTo(Verdict.MET);
        assertThat(sales(evaluation, "PREMIER", firstDayAfter)).isEqualTo(Verdict.UNMET);
    }

    @Test
    void anEnrollmentThatBeganOnALeapDayHasItsAnniversaryOnTheLastOfFebruary() {
        LocalDate leapDay = LocalDate.of(2024, 2, 29);
        Evaluation evaluation = Evaluation.of(
                sales("ENROLLMENT_YEAR"),
                Given.nothing().sold(15, leapDay).facts(),
                new EnrollmentDates(leapDay, leapDay, null));

        assertThat(sales(evaluation, "PREMIER", LocalDate.of(2025, 2, 27))).isEqualTo(Verdict.MET);
        assertThat(sales(evaluation, "PREMIER", LocalDate.of(2025, 2, 28))).isEqualTo(Verdict.UNMET);
    }

    @Test
    void anEnrollmentYearOfACompanyThatNeverAppliedIsIndeterminate() {
        Evaluation evaluation = Evaluation.of(
                sales("ENROLLMENT_YEAR"), Given.nothing().sold(15, JOINED).facts(), EnrollmentDates.NONE);

        assertThat(sales(evaluation, "PREMIER", JOINED)).isEqualTo(Verdict.INDETERMINATE);
    }

    @Test
    void aFeePaidInAPreviousEnrollmentIsDueAgain() {
        EnrollmentDates second = new EnrollmentDates(JOINED, JOINED, JOINED.minusDays(1));
        var before = Given.nothing().paid("500.00", "USD", JOINED.minusDays(1)).facts();
        var after = Given.nothing().paid("500.00", "USD", JOINED).facts();

        assertThat(fee(Evaluation.of(PROGRAM, before, second))).isEqualTo(Verdict.UNMET);
        assertThat(fee(Evaluation.of(PROGRAM, after, second))).isEqualTo(Verdict.MET);
    }

    @Test
    void aFeePaidInPartsIsPaid() {
        var parts = Given.nothing()
                .paid("499.99", "USD", JOINED.minusYears(3))
                .paid("0.01", "USD", JOINED)
                .facts();

        assertThat(fee(Evaluation.of(PROGRAM, parts, Given.enrolled()))).isEqualTo(Verdict.MET);
    }

    @Test
    void aFeePaidOnlyInAnotherCurrencyIsIndeterminate() {
        var euros = Given.nothing().paid("500.00", "EUR", JOINED).facts();
        var both = Given.nothing()
                .paid("1.00", "EUR", JOINED)
                .paid("500.00", "USD", JOINED)
                .facts();

        assertThat(fee(Evaluation.of(PROGRAM, euros, Given.enrolled()))).isEqualTo(Verdict.INDETERMINATE);
        assertThat(fee(Evaluation.of(PROGRAM, both, Given.enrolled()))).isEqualTo(Verdict.MET);
    }

    @Test
    void aReversalCountsInTheOriginalSalesWindow() {
        Evaluation evaluation = Evaluation.of(
                PROGRAM, Given.nothing().sold(15, JOINED).sold(-1, JOINED).facts(), Given.enrolled());

        assertThat(sales(evaluation, "PREMIER", JOINED)).isEqualTo(Verdict.UNMET);
        assertThat(evaluation
                        .timeline(requirement(PROGRAM, "LICENSE_SALES"))
                        .on(JOINED)
                        .number())
                .isEqualTo(14);
    }

    @Test
    void aConsultantCountsUntilTheDayOfLeaving() {
        LocalDate left = JOINED.plusDays(30);
        Evaluation evaluation =
                Evaluation.of(PROGRAM, Given.nothing().consultant(JOINED, left).facts(), Given.enrolled());

        assertThat(verdict(evaluation, "TRAINED_CONSULTANTS", "PREMIER", left.minusDays(1)))
                .isEqualTo(Verdict.MET);
        assertThat(verdict(evaluation, "TRAINED_CONSULTANTS", "PREMIER", left)).isEqualTo(Verdict.UNMET);
    }

    @Test
    void aResellerHasTwelveMonthsOfGraceAndAPremierHasNone() {
        Evaluation evaluation = Evaluation.of(PROGRAM, Given.nothing().facts(), Given.enrolled());

        assertThat(sales(evaluation, "RESELLER", JOINED.plusMonths(12).minusDays(1)))
                .isEqualTo(Verdict.IN_GRACE);
        assertThat(sales(evaluation, "RESELLER", JOINED.plusMonths(12))).isEqualTo(Verdict.UNMET);
        assertThat(sales(evaluation, "PREMIER", JOINED)).isEqualTo(Verdict.UNMET);
        assertThat(evaluation.outcome(PROGRAM.lowestTier(), JOINED)).isEqualTo(Outcome.PROVISIONAL);
    }

    @Test
    void graceOfACompanyThatHasNotJoinedRunsFromTheDayOneAsks() {
        Evaluation evaluation = Evaluation.of(PROGRAM, Given.nothing().facts(), EnrollmentDates.NONE);

        assertThat(sales(evaluation, "RESELLER", JOINED)).isEqualTo(Verdict.IN_GRACE);
        assertThat(sales(evaluation, "RESELLER", JOINED.plusYears(9))).isEqualTo(Verdict.IN_GRACE);
        assertThat(evaluation.nextChangeAfter(JOINED)).isEmpty();
    }

    @Test
    void theNextChangeIsTheFirstDayOnWhichAVerdictOfAnyTierMoves() {
        Evaluation evaluation = Evaluation.of(
                PROGRAM,
                Given.premierButForSales()
                        .sold(10, JOINED.minusMonths(2))
                        .sold(9, JOINED)
                        .facts(),
                Given.enrolled());

        assertThat(evaluation.nextChangeAfter(JOINED)).contains(JOINED.plusMonths(10));
        assertThat(sales(evaluation, "PREMIER", JOINED.plusMonths(10))).isEqualTo(Verdict.UNMET);
        assertThat(evaluation.nextChangeAfter(JOINED.plusMonths(10))).contains(JOINED.plusMonths(12));
        assertThat(evaluation.nextChangeAfter(JOINED.plusMonths(12))).isEqualTo(Optional.empty());
    }

    @Test
    void evidenceYetToComeChangesTheVerdictOnItsDay() {
        Evaluation evaluation = Evaluation.of(
                PROGRAM, Given.nothing().consultant(JOINED.plusDays(5), null).facts(), Given.enrolled());

        assertThat(evaluation.nextChangeAfter(JOINED)).contains(JOINED.plusDays(5));
    }

    private static Program sales(String window) {
        return BundledProgram.with(
                "of: LICENSE_SALE\n      window: ROLLING_12_MONTHS", "of: LICENSE_SALE\n      window: " + window);
    }

    private static Verdict sales(Evaluation evaluation, String tier, LocalDate day) {
        return verdict(evaluation, "LICENSE_SALES", tier, day);
    }

    private static Verdict fee(Evaluation evaluation) {
        return verdict(evaluation, "PROGRAM_FEE", "PREMIER", JOINED);
    }

    private static Verdict verdict(Evaluation evaluation, String code, String tierCode, LocalDate day) {
        Tier tier = evaluation.program().tier(tierCode).orElseThrow();
        return evaluation.verdict(requirement(evaluation.program(), code), tier, day);
    }

    private static Requirement requirement(Program program, String code) {
        return program.requirements().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
