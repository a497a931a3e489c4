package com.vsoxp.alliance.eligibility.standing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.eligibility.document.BundledProgram;
import com.vsoxp.alliance.eligibility.enrollment.EnrollmentDates;
import com.vsoxp.alliance.eligibility.evaluation.Evaluation;
import com.vsoxp.alliance.eligibility.evaluation.Given;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.standing.rules.Standing.Status;
import com.vsoxp.alliance.eligibility.standing.rules.StandingRules.Course;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingRulesTest {

    private static final LocalDate JOINED = Given.JOINED;
    private static final LocalDate DAY = JOINED.plusMonths(2);
    private static final Standing RESELLER = Standing.good("RESELLER", JOINED);
    private static final Standing PREMIER = Standing.good("PREMIER", JOINED);
    private static final Program REVIEWED = BundledProgram.with("promotion: AUTOMATIC", "promotion: REVIEW");

    @Test
    void anApplicantIsAdmittedAtOnceToTheHighestTierItMeets() {
        Course course = rules(Given.nothing()).look(Standing.applicant(), JOINED);

        assertThat(course.standing()).isEqualTo(RESELLER);
        assertThat(only(course).movement()).isEqualTo(Movement.ADMISSION);
        assertThat(rules(Given.premierButForSales().sold(15, JOINED))
                        .look(Standing.applicant(), JOINED)
                        .standing())
                .isEqualTo(PREMIER);
    }

    @Test
    void theFifteenthLicensePromotesAtOnce() {
        assertThat(rules(Given.premierButForSales().sold(14, DAY))
                        .look(RESELLER, DAY)
                        .moves())
                .isEmpty();

        Move move = only(rules(Given.premierButForSales().sold(15, DAY)).look(RESELLER, DAY));

        assertThat(move.movement()).isEqualTo(Movement.PROMOTION);
        assertThat(move.to()).isEqualTo(Standing.good("PREMIER", DAY));
        assertThat(move.on()).isEqualTo(DAY);
        assertThat(move.requiresApproval()).isFalse();
    }

    @Test
    void aTierThatStopsBeingMetIsAtRiskForNinetyDays() {
        Move move = only(rules(Given.premierButForSales().sold(14, JOINED)).look(PREMIER, DAY));

        assertThat(move.movement()).isEqualTo(Movement.NONE);
        assertThat(move.to())
                .isEqualTo(
                        new Standing(Status.AT_RISK, "PREMIER", null, DAY, DAY.plusDays(90), List.of("LICENSE_SALES")));
    }

    @Test
    void whoMeetsItsTierAgainIsInGoodStandingAtOnce() {
        Standing atRisk = Standing.atRisk("PREMIER", JOINED, JOINED.plusDays(90), List.of("LICENSE_SALES"));

        Course course = rules(Given.premierButForSales().sold(15, DAY)).look(atRisk, DAY);

        assertThat(course.standing()).isEqualTo(Standing.good("PREMIER", DAY));
        assertThat(only(course).movement()).isEqualTo(Movement.NONE);
    }

    @Test
    void theDayOfRiskStaysWhenMoreBecomesUnmet() {
        Standing atRisk = Standing.atRisk("PREMIER", JOINED, JOINED.plusDays(90), List.of("LICENSE_SALES"));
        Given noStories = Given.nothing()
                .paid("500.00", "USD", JOINED)
                .holds("WEB_APPLICATIONS_ON_WINDOWS", JOINED)
                .holds("WEBSITE_LISTING", JOINED)
                .consultant(JOINED, null);

        Standing worse = rules(noStories).step(atRisk, DAY);

        assertThat(worse.since()).isEqualTo(JOINED);
        assertThat(worse.cureEndsOn()).isEqualTo(JOINED.plusDays(90));
        assertThat(worse.unmet()).containsExactly("LICENSE_SALES", "SUCCESS_STORIES");
    }

    @Test
    void atTheEndOfTheCurePeriodThePartnerFallsToTheHighestTierItStillMeets() {
        Standing atRisk = Standing.atRisk("PREMIER", JOINED, JOINED.plusDays(90), List.of("LICENSE_SALES"));
        StandingRules rules = rules(Given.premierButForSales().sold(14, JOINED));

        assertThat(rules.look(atRisk, JOINED.plusDays(89)).moves()).isEmpty();
        Move move = only(rules.look(atRisk, JOINED.plusDays(90)));

        assertThat(move.movement()).isEqualTo(Movement.DEMOTION);
        assertThat(move.to()).isEqualTo(Standing.good("RESELLER", JOINED.plusDays(90)));
    }

    @Test
    void whoMeetsNoTierAtTheEndOfTheCurePeriodLapsesForGood() {
        LocalDate graceEnd = JOINED.plusMonths(12);
        StandingRules rules = rules(Given.nothing());

        Course course = rules.passTime(RESELLER, graceEnd, graceEnd.plusYears(1));

        assertThat(course.moves()).extracting(Move::movement).containsExactly(Movement.NONE, Movement.LAPSE);
        assertThat(course.moves()).extracting(Move::on).containsExactly(graceEnd, graceEnd.plusDays(90));
        assertThat(course.standing().status()).isEqualTo(Status.LAPSED);
        assertThat(rules(Given.premierButForSales().sold(99, DAY)).step(course.standing(), DAY))
                .isEqualTo(course.standing());
    }

    @Test
    void aLateLookFindsEveryMoveOnTheDayItWasDue() {
        LocalDate premierSalesLeave = JOINED.plusMonths(12);
        LocalDate resellerSalesLeave = JOINED.plusMonths(18);
        StandingRules rules = rules(Given.premierButForSales().sold(15, JOINED).sold(5, JOINED.plusMonths(6)));

        Course course = rules.passTime(PREMIER, premierSalesLeave, JOINED.plusYears(5));

        assertThat(course.moves())
                .extracting(Move::on)
                .containsExactly(
                        premierSalesLeave,
                        premierSalesLeave.plusDays(90),
                        resellerSalesLeave,
                        resellerSalesLeave.plusDays(90));
        assertThat(course.moves())
                .extracting(Move::movement)
                .containsExactly(Movement.NONE, Movement.DEMOTION, Movement.NONE, Movement.LAPSE);
        assertThat(course.moves().getFirst().to().since()).isEqualTo(premierSalesLeave);
    }

    @Test
    void whatIsIndeterminateNeitherPromotesNorPutsAtRisk() {
        Given euros = Given.nothing()
                .paid("500.00", "EUR", JOINED)
                .holds("WEB_APPLICATIONS_ON_WINDOWS", JOINED)
                .holds("WEBSITE_LISTING", JOINED)
                .consultant(JOINED, null)
                .stories(3, JOINED)
                .sold(15, JOINED);

        assertThat(rules(euros).look(RESELLER, DAY).moves()).isEmpty();
        assertThat(rules(euros).look(PREMIER, DAY).moves()).isEmpty();
    }

    @Test
    void nobodyFallsPastATierThatIsOnlyIndeterminate() {
        Program yearly = BundledProgram.with(
                "of: LICENSE_SALE\n      window: ROLLING_12_MONTHS", "of: LICENSE_SALE\n      window: ENROLLMENT_YEAR");
        Standing atRisk = Standing.atRisk("PREMIER", JOINED, DAY, List.of("SUCCESS_STORIES"));
        EnrollmentDates noDates = EnrollmentDates.NONE;
        StandingRules rules =
                new StandingRules(Evaluation.of(yearly, Given.nothing().facts(), noDates), "PREMIER");

        assertThat(rules.step(atRisk, DAY)).isEqualTo(Standing.good("RESELLER", DAY));
    }

    @Test
    void theNextLossIsForeseen() {
        Move loss = rules(Given.premierButForSales().sold(15, JOINED).sold(5, JOINED.plusMonths(6)))
                .nextLoss(PREMIER, JOINED)
                .orElseThrow();

        assertThat(loss.on()).isEqualTo(JOINED.plusMonths(12).plusDays(90));
        assertThat(loss.from().tier()).isEqualTo("PREMIER");
        assertThat(loss.to().tier()).isEqualTo("RESELLER");
    }

    @Test
    void underReviewAPromotionIsPendingUntilTheEnrollmentHoldsTheTier() {
        Given given = Given.premierButForSales().sold(15, DAY);

        Move asked = only(reviewed(given, "RESELLER").look(RESELLER, DAY));
        assertThat(asked.movement()).isEqualTo(Movement.PROMOTION);
        assertThat(asked.requiresApproval()).isTrue();
        assertThat(asked.tier()).isEqualTo("PREMIER");
        assertThat(asked.to().tier()).isEqualTo("RESELLER");
        assertThat(reviewed(given, "RESELLER").look(asked.to(), DAY.plusDays(1)).moves())
                .isEmpty();

        Move approved = only(reviewed(given, "PREMIER").look(asked.to(), DAY.plusDays(2)));
        assertThat(approved.movement()).isEqualTo(Movement.NONE);
        assertThat(approved.to()).isEqualTo(Standing.good("PREMIER", DAY.plusDays(2)));
    }

    @Test
    void aPendingPromotionThatStopsBeingMetIsDroppedAtOnce() {
        Standing pending = RESELLER.pending("PREMIER");

        Move dropped = only(
                reviewed(Given.premierButForSales().sold(14, DAY), "RESELLER").look(pending, DAY));

        assertThat(dropped.to()).isEqualTo(RESELLER);
        assertThat(dropped.requiresApproval()).isFalse();
    }

    @Test
    void underReviewAnAdmissionIsPendingToo() {
        Move asked = only(reviewed(Given.nothing(), null).look(Standing.applicant(), JOINED));

        assertThat(asked.movement()).isEqualTo(Movement.ADMISSION);
        assertThat(asked.requiresApproval()).isTrue();
        assertThat(asked.to().status()).isEqualTo(Status.APPLICANT);
        assertThat(reviewed(Given.nothing(), "RESELLER").step(asked.to(), JOINED))
                .isEqualTo(RESELLER);
    }

    private static StandingRules rules(Given given) {
        return new StandingRules(Evaluation.of(BundledProgram.VERSION_2, given.facts(), Given.enrolled()), null);
    }

    private static StandingRules reviewed(Given given, String enrolledTier) {
        return new StandingRules(Evaluation.of(REVIEWED, given.facts(), Given.enrolled()), enrolledTier);
    }

    private static Move only(Course course) {
        assertThat(course.moves()).hasSize(1);
        return course.moves().getFirst();
    }
}
