package com.vsoxp.alliance.eligibility.rebuild.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.eligibility.document.BundledProgram;
import com.vsoxp.alliance.eligibility.enrollment.Enrollment;
import com.vsoxp.alliance.eligibility.enrollment.EnrollmentDates;
import com.vsoxp.alliance.eligibility.enrollment.EnrollmentNews;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.program.Succession;
import com.vsoxp.alliance.eligibility.rebuild.replay.Decided.LossTold;
import com.vsoxp.alliance.eligibility.rebuild.replay.Decided.StandingTold;
import com.vsoxp.alliance.eligibility.rebuild.replay.History.Said;
import com.vsoxp.alliance.eligibility.rebuild.replay.History.Told;
import com.vsoxp.alliance.eligibility.standing.rules.Movement;
import com.vsoxp.alliance.eligibility.standing.rules.Standing;
import com.vsoxp.alliance.eligibility.standing.rules.Standing.Status;
import com.vsoxp.alliance.eligibility.standing.rules.Warnings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final Program PROGRAM = BundledProgram.VERSION_2;
    private static final Succession PROGRAMS = new Succession(List.of(PROGRAM));
    private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final UUID PARTNER = UUID.randomUUID();
    private static final UUID ENROLLMENT = UUID.randomUUID();

    @Test
    void anEnrollmentBeginsAsAnApplicantAndStandsAsItWasToldLast() {
        Decided decided = decided(
                List.of(said(0, null), said(2, "RESELLER")),
                qualified(1, "RESELLER", Movement.ADMISSION, false),
                changed(1, Status.GOOD, "RESELLER", List.of(), null));

        assertThat(decided.standing()).isEqualTo(Standing.good("RESELLER", DAY));
    }

    @Test
    void whoWasNeverDecidedAboutHoldsWhatItWasSaidToHoldSinceThatDay() {
        assertThat(decided(List.of(said(0, null))).standing()).isEqualTo(Standing.applicant());
        assertThat(decided(List.of(said(0, null), said(24, "PREMIER"), said(48, "PREMIER")))
                        .standing())
                .isEqualTo(Standing.good("PREMIER", DAY.plusDays(1)));
    }

    @Test
    void whatWasSaidAfterTheFirstDecisionIsNotHowItBegan() {
        Decided decided =
                decided(List.of(said(0, null), said(2, "PREMIER")), qualified(1, "PREMIER", Movement.PROMOTION, true));

        assertThat(decided.standing()).isEqualTo(Standing.applicant().pending("PREMIER"));
    }

    @Test
    void aTierThatWaitedForApprovalIsPendingUntilItIsHeldOrNotWantedAnyMore() {
        List<Said> reseller = List.of(said(0, "RESELLER"));
        Told pending = qualified(1, "PREMIER", Movement.PROMOTION, true);

        assertThat(decided(reseller, pending).standing().pendingTier()).isEqualTo("PREMIER");
        assertThat(decided(reseller, pending, changed(2, Status.AT_RISK, "RESELLER", List.of("LICENSE_SALES"), null))
                        .standing()
                        .pendingTier())
                .isEqualTo("PREMIER");
        assertThat(decided(reseller, pending, changed(2, Status.GOOD, "PREMIER", List.of(), null))
                        .standing()
                        .pendingTier())
                .isNull();
        assertThat(decided(reseller, pending, qualified(2, "RESELLER", Movement.NONE, false))
                        .standing())
                .isEqualTo(Standing.good("RESELLER", DAY));
    }

    @Test
    void anApplicantWhoseApprovalIsNotWantedAnyMoreHasNotLapsed() {
        Decided decided = decided(
                List.of(said(0, null)),
                qualified(1, "PREMIER", Movement.ADMISSION, true),
                qualified(2, null, Movement.NONE, false));

        assertThat(decided.standing()).isEqualTo(Standing.applicant());
    }

    @Test
    void whoLostTheLowestTierHasLapsedAndNoLossIsAheadOfIt() {
        Decided decided = decided(
                List.of(said(0, "RESELLER")),
                changed(1, Status.AT_RISK, "RESELLER", List.of("LICENSE_SALES"), new LossTold(DAY.plusDays(90), 90)),
                qualified(2, null, Movement.LAPSE, false));

        assertThat(decided.standing()).isEqualTo(Standing.lapsed(DAY));
        assertThat(decided.lossTold()).isEmpty();
    }

    @Test
    void whatWasToldOfALossIsRememberedWithItsDayUntilItIsAverted() {
        Told warned = changed(1, Status.GOOD, "RESELLER", List.of(), new LossTold(DAY.plusDays(60), 30));

        assertThat(decided(List.of(said(0, "RESELLER")), warned).lossTold())
                .contains(new Warnings.Told(DAY.plusDays(60), DAY.plusDays(30)));
        assertThat(decided(List.of(said(0, "RESELLER")), warned, changed(2, Status.GOOD, "RESELLER", List.of(), null))
                        .lossTold())
                .isEmpty();
    }

    @Test
    void decisionsInAnotherEnrollmentAreNotOfThisOne() {
        Told before = new Told(
                BEGIN,
                Decided.TIER_QUALIFIED,
                new Decided.Told(UUID.randomUUID(), null, null, Movement.LAPSE, false, DAY, null));

        assertThat(decided(List.of(said(1, "RESELLER")), before).standing()).isEqualTo(Standing.good("RESELLER", DAY));
    }

    @Test
    void decisionsAboutSomebodyOfWhomNothingIsSaidAreAboutNothing() {
        assertThat(new History(
                                PARTNER,
                                List.of(),
                                List.of(qualified(1, "RESELLER", Movement.ADMISSION, false)),
                                List.of())
                        .isEmpty())
                .isTrue();
    }

    @Test
    void whoMovedOverStandsUnderTheVersionThatWasToldLast() {
        Told moved = new Told(
                BEGIN.plus(Duration.ofHours(2)),
                Decided.TIER_QUALIFIED,
                new Decided.Told(ENROLLMENT, "3.0", "SILVER", Movement.TRANSFER, false, DAY, null));

        Decided decided = decided(
                List.of(said(0, null)),
                qualified(1, "RESELLER", Movement.ADMISSION, false),
                moved,
                changed(2, Status.GOOD, "SILVER", List.of(), null));

        assertThat(decided.programVersion()).isEqualTo("3.0");
        assertThat(decided.standing().tier()).isEqualTo("SILVER");
    }

    private static Decided decided(List<Said> said, Told... told) {
        return new History(PARTNER, said, List.of(told), List.of())
                .decided(
                        new Enrollment(ENROLLMENT, null, "PREMIER", null, EnrollmentDates.NONE),
                        PROGRAMS,
                        PROGRAM::dayOf);
    }

    private static Said said(int hours, String tier) {
        Instant at = BEGIN.plus(Duration.ofHours(hours));
        return new Said(
                at,
                new EnrollmentNews(
                        PARTNER, hours + 1, at, ENROLLMENT, "ACTIVE", tier, "PREMIER", DAY, DAY, null, null));
    }

    private static Told qualified(int hours, String tier, Movement movement, boolean requiresApproval) {
        return new Told(
                BEGIN.plus(Duration.ofHours(hours)),
                Decided.TIER_QUALIFIED,
                new Decided.Told(ENROLLMENT, "2.0", tier, movement, requiresApproval, DAY, null));
    }

    private static Told changed(int hours, Status status, String tier, List<String> unmet, LossTold loss) {
        LocalDate cureEndsOn = status == Status.AT_RISK ? DAY.plusDays(90) : null;
        return new Told(
                BEGIN.plus(Duration.ofHours(hours)),
                Decided.STANDING_CHANGED,
                new Decided.Told(
                        ENROLLMENT,
                        null,
                        null,
                        null,
                        false,
                        null,
                        new StandingTold(status, tier, DAY, cureEndsOn, unmet, loss)));
    }
}
