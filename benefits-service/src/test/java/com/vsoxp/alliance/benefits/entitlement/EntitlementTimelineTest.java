package com.vsoxp.alliance.benefits.entitlement;

import static com.vsoxp.alliance.benefits.entitlement.Enrollments.active;
import static com.vsoxp.alliance.benefits.entitlement.Enrollments.ended;
import static com.vsoxp.alliance.benefits.entitlement.Enrollments.suspended;
import static com.vsoxp.alliance.benefits.program.Program20.PREMIER;
import static com.vsoxp.alliance.benefits.program.Program20.RESELLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.vsoxp.alliance.benefits.program.BenefitMatrix;
import com.vsoxp.alliance.benefits.program.BenefitValue;
import com.vsoxp.alliance.benefits.program.BenefitValue.Term;
import com.vsoxp.alliance.benefits.program.Program20;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntitlementTimelineTest {

    private static final Map<String, BenefitMatrix> PROGRAMS = Map.of(Program20.VERSION, Program20.matrix());
    private static final LocalDate JANUARY_12 = LocalDate.parse("2026-01-12");
    private static final LocalDate MARCH_2 = LocalDate.parse("2026-03-02");
    private static final LocalDate MAY_4 = LocalDate.parse("2026-05-04");
    private static final LocalDate JUNE_1 = LocalDate.parse("2026-06-01");

    @ParameterizedTest
    @CsvSource({
        "LICENSE_DISCOUNT,   25%,           33%",
        "EVALUATION_LICENSE, NOT_AVAILABLE, INCLUDED",
        "TECHNICAL_SUPPORT,  FEE_BASED,     INCLUDED",
        "TRAINING_DISCOUNT,  NOT_AVAILABLE, 50%",
        "SUPPORT_PORTAL,     INCLUDED,      INCLUDED",
        "LOGO_USE,           INCLUDED,      INCLUDED",
        "DIRECTORY_LISTING,  INCLUDED,      INCLUDED"
    })
    void eachTierGetsWhatTheProgramSays(String code, String reseller, String premier) {
        assertThat(open(grants(active(3, RESELLER, "2026-01-12")), code).value())
                .isEqualTo(BenefitValue.parse(reseller));
        assertThat(open(grants(active(3, PREMIER, "2026-01-12")), code).value()).isEqualTo(BenefitValue.parse(premier));
    }

    @Test
    void anApplicationGivesNothing() {
        var applied = Enrollments.state(2, EnrollmentStatus.APPLIED, null, null, null, null, "2026-01-12");

        assertThat(grants(applied)).isEmpty();
    }

    @Test
    void aRejectedApplicationGivesNothingAndMovesNothing() {
        var timeline = timeline(ended(3, EnrollmentStatus.REJECTED, "2026-01-12"));

        assertThat(timeline.standings()).isEmpty();
        assertThat(timeline.grants()).isEmpty();
    }

    @Test
    void aPromotionRaisesTheDiscountFromItsDayOn() {
        var grants = grants(active(3, RESELLER, "2026-01-12"), active(12, PREMIER, "2026-03-02"));

        assertThat(of(grants, "LICENSE_DISCOUNT"))
                .extracting(Grant::value, Grant::since, Grant::until, Grant::tier)
                .containsExactly(
                        tuple(Program20.percent("25"), JANUARY_12, MARCH_2, RESELLER),
                        tuple(Program20.percent("33"), MARCH_2, null, PREMIER));
    }

    @Test
    void aBenefitThatAPromotionLeavesAloneKeepsItsFirstDay() {
        var grants = grants(active(3, RESELLER, "2026-01-12"), active(12, PREMIER, "2026-03-02"));

        assertThat(of(grants, "SUPPORT_PORTAL"))
                .extracting(Grant::value, Grant::since, Grant::until, Grant::tier)
                .containsExactly(tuple(Term.INCLUDED, JANUARY_12, null, PREMIER));
    }

    @Test
    void aTierHeldForNoWholeDayLeavesNoTrace() {
        var grants = grants(active(3, RESELLER, "2026-03-02"), active(12, PREMIER, "2026-03-02"));

        assertThat(of(grants, "LICENSE_DISCOUNT"))
                .extracting(Grant::value, Grant::since)
                .containsExactly(tuple(Program20.percent("33"), MARCH_2));
    }

    @Test
    void aSuspensionWithholdsEverythingThatWasHeld() {
        var grants = grants(active(3, RESELLER, "2026-01-12"), suspended(5, RESELLER, "2026-01-12", "2026-05-04"));

        assertThat(open(grants, "LICENSE_DISCOUNT").value()).isEqualTo(Term.NOT_AVAILABLE);
        assertThat(open(grants, "LICENSE_DISCOUNT").withheld()).isEqualTo(Program20.percent("25"));
        assertThat(open(grants, "LICENSE_DISCOUNT").since()).isEqualTo(MAY_4);
    }

    @Test
    void aSuspensionDoesNotTouchWhatWasNeverAvailable() {
        var grants = grants(active(3, RESELLER, "2026-01-12"), suspended(5, RESELLER, "2026-01-12", "2026-05-04"));

        assertThat(of(grants, "TRAINING_DISCOUNT"))
                .extracting(Grant::value, Grant::withheld, Grant::since)
                .containsExactly(tuple(Term.NOT_AVAILABLE, null, JANUARY_12));
    }

    @Test
    void aReinstatementBringsBackWhatWasHeld() {
        var grants = grants(
                active(3, PREMIER, "2026-01-12"),
                suspended(5, PREMIER, "2026-01-12", "2026-05-04"),
                active(6, PREMIER, "2026-01-12", "2026-06-01", Program20.VERSION));

        assertThat(of(grants, "LICENSE_DISCOUNT"))
                .extracting(Grant::value, Grant::since, Grant::until)
                .containsExactly(
                        tuple(Program20.percent("33"), JANUARY_12, MAY_4),
                        tuple(Term.NOT_AVAILABLE, MAY_4, JUNE_1),
                        tuple(Program20.percent("33"), JUNE_1, null));
    }

    @Test
    void aReinstatementOnTheSameDayUndoesTheSuspension() {
        var grants = grants(
                active(3, PREMIER, "2026-01-12"),
                suspended(5, PREMIER, "2026-01-12", "2026-05-04"),
                active(6, PREMIER, "2026-01-12", "2026-05-04", Program20.VERSION));

        assertThat(of(grants, "LOGO_USE"))
                .extracting(Grant::value, Grant::since, Grant::until)
                .containsExactly(tuple(Term.INCLUDED, JANUARY_12, null));
    }

    @ParameterizedTest
    @CsvSource({"TERMINATED", "WITHDRAWN", "REJECTED"})
    void theEndOfAnEnrollmentEndsEveryBenefit(EnrollmentStatus how) {
        var timeline = timeline(active(3, PREMIER, "2026-01-12"), ended(7, how, "2026-05-04"));

        assertThat(timeline.grants()).hasSize(7).allMatch(grant -> MAY_4.equals(grant.until()));
        assertThat(timeline.standings().getLast().status()).isEqualTo(how);
    }

    @Test
    void whatIsDatedBackDoesNotRewriteThePast() {
        var grants = grants(
                active(3, RESELLER, "2026-01-12"),
                suspended(5, RESELLER, "2026-01-12", "2026-05-04"),
                active(6, PREMIER, "2026-03-02"));

        assertThat(of(grants, "LICENSE_DISCOUNT"))
                .extracting(Grant::value, Grant::since, Grant::until)
                .containsExactly(
                        tuple(Program20.percent("25"), JANUARY_12, MAY_4), tuple(Program20.percent("33"), MAY_4, null));
    }

    @Test
    void aNewEnrollmentStartsAnew() {
        var grants = grants(
                active(3, PREMIER, "2026-01-12"),
                ended(7, EnrollmentStatus.TERMINATED, "2026-03-02"),
                active(9, RESELLER, "2026-05-04"));

        assertThat(of(grants, "SUPPORT_PORTAL"))
                .extracting(Grant::since, Grant::until)
                .containsExactly(tuple(JANUARY_12, MARCH_2), tuple(MAY_4, null));
    }

    @Test
    void anotherProgramVersionChangesWhatItChangesFromTheDayItIsRecorded() {
        var programs = Map.of("2.0", Program20.matrix(), "2.1", Program20.matrix("2.1", "35"));
        var grants = EntitlementTimeline.of(
                        List.of(
                                active(3, PREMIER, "2026-01-12"),
                                active(8, PREMIER, "2026-01-12", "2026-05-04", "2.1")),
                        programs)
                .grants();

        assertThat(of(grants, "LICENSE_DISCOUNT"))
                .extracting(Grant::value, Grant::since, Grant::programVersion)
                .containsExactly(
                        tuple(Program20.percent("33"), JANUARY_12, "2.0"),
                        tuple(Program20.percent("35"), MAY_4, "2.1"));
        assertThat(of(grants, "LOGO_USE")).hasSize(1);
    }

    @Test
    void aTierUnderAnUnknownProgramGivesNothingUntilTheProgramIsKnown() {
        assertThat(EntitlementTimeline.of(List.of(active(3, PREMIER, "2026-01-12")), Map.of())
                        .grants())
                .isEmpty();
    }

    @Test
    void anEndIsAnEndUnderAnyProgram() {
        var timeline = timeline(
                active(3, RESELLER, "2026-01-12"),
                active(5, PREMIER, "2026-03-02", "2026-03-02", "not published yet"),
                ended(7, EnrollmentStatus.TERMINATED, "2026-05-04"));

        assertThat(timeline.grants()).allMatch(grant -> MAY_4.equals(grant.until()));
    }

    @Test
    void aPromotionUnderAnUnknownProgramMovesNothingUntilItIsKnown() {
        var timeline = timeline(
                active(3, RESELLER, "2026-01-12"), active(5, PREMIER, "2026-03-02", "2026-03-02", "not published yet"));

        assertThat(timeline.standings()).extracting(Standing::tier).containsExactly(RESELLER);
        assertThat(open(timeline.grants(), "LICENSE_DISCOUNT").value()).isEqualTo(Program20.percent("25"));
    }

    @Test
    void aSuspensionOfNothingUnderAnUnknownProgramIsNoStanding() {
        var unknown = Enrollments.state(
                7, EnrollmentStatus.SUSPENDED, PREMIER, "not published yet", "2026-03-02", null, "2026-05-04");

        assertThat(timeline(unknown).standings()).isEmpty();
    }

    @Test
    void aRepetitionMovesNothing() {
        var timeline = timeline(
                active(3, RESELLER, "2026-01-12"),
                active(5, RESELLER, "2026-01-12", "2026-03-02", Program20.VERSION),
                ended(7, EnrollmentStatus.TERMINATED, "2026-05-04"),
                ended(8, EnrollmentStatus.TERMINATED, "2026-06-01"));

        assertThat(timeline.standings()).extracting(Standing::sequence).containsExactly(3L, 7L);
    }

    @Test
    void aTierBeginsOnItsOwnDayHoweverLateItIsRecorded() {
        var grants = grants(
                active(3, RESELLER, "2026-01-12"), active(5, PREMIER, "2026-03-02", "2026-05-04", Program20.VERSION));

        assertThat(open(grants, "LICENSE_DISCOUNT").since()).isEqualTo(MARCH_2);
    }

    @Test
    void aTierWithoutADayBeginsOnTheOneItWasRecordedOn() {
        var grants =
                grants(active(3, RESELLER, "2026-01-12"), active(5, PREMIER, null, "2026-05-04", Program20.VERSION));

        assertThat(open(grants, "LICENSE_DISCOUNT").since()).isEqualTo(MAY_4);
    }

    @Test
    void anEndIsOnItsOwnDayHoweverEarlyItIsRecorded() {
        var ahead = Enrollments.state(7, EnrollmentStatus.WITHDRAWN, null, null, null, "2026-06-01", "2026-05-04");

        assertThat(grants(active(3, RESELLER, "2026-01-12"), ahead)).allMatch(grant -> JUNE_1.equals(grant.until()));
    }

    @Test
    void whoComesBackBeginsOnTheDayOfTheTier() {
        var grants = grants(
                active(3, RESELLER, "2026-01-12"),
                ended(7, EnrollmentStatus.TERMINATED, "2026-03-02"),
                active(9, RESELLER, "2026-05-04", "2026-06-01", Program20.VERSION));

        assertThat(open(grants, "LICENSE_DISCOUNT").since()).isEqualTo(MAY_4);
    }

    @Test
    void anotherTierHeldBackIsAnotherPeriod() {
        var grants = grants(
                active(3, RESELLER, "2026-01-12"),
                suspended(5, RESELLER, "2026-01-12", "2026-05-04"),
                suspended(6, PREMIER, "2026-06-01", "2026-06-01"));

        assertThat(of(grants, "LICENSE_DISCOUNT"))
                .extracting(Grant::withheld, Grant::since, Grant::until)
                .containsExactly(
                        tuple(null, JANUARY_12, MAY_4),
                        tuple(Program20.percent("25"), MAY_4, JUNE_1),
                        tuple(Program20.percent("33"), JUNE_1, null));
    }

    @Test
    void anEndWithoutADayIsOnTheOneOfTheProgramThatItEnds() {
        var tokyo = Program20.matrixIn("3.0", ZoneId.of("Asia/Tokyo"));
        var ended = new EnrollmentState(
                7, EnrollmentStatus.TERMINATED, null, null, null, null, Instant.parse("2026-05-03T15:00:00Z"));

        var timeline = EntitlementTimeline.of(
                List.of(active(3, RESELLER, "2026-01-12", "2026-01-12", "3.0"), ended), Map.of("3.0", tokyo));

        assertThat(timeline.grants()).allMatch(grant -> MAY_4.equals(grant.until()));
    }

    @Test
    void aSuspensionUnderAnUnknownProgramWithholdsWhatWasHeld() {
        var unknown = Enrollments.state(
                7, EnrollmentStatus.SUSPENDED, PREMIER, "not published yet", "2026-03-02", null, "2026-05-04");

        assertThat(open(grants(active(3, RESELLER, "2026-01-12"), unknown), "LICENSE_DISCOUNT")
                        .withheld())
                .isEqualTo(Program20.percent("25"));
    }

    private static EntitlementTimeline timeline(EnrollmentState... states) {
        return EntitlementTimeline.of(List.of(states), PROGRAMS);
    }

    private static List<Grant> grants(EnrollmentState... states) {
        return timeline(states).grants();
    }

    private static List<Grant> of(List<Grant> grants, String code) {
        return grants.stream().filter(grant -> grant.code().equals(code)).toList();
    }

    private static Grant open(List<Grant> grants, String code) {
        return of(grants, code).stream().filter(Grant::isOpen).findFirst().orElseThrow();
    }
}
