package com.vsoxp.alliance.partner.enrollment.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vsoxp.alliance.partner.enrollment.lifecycle.EnrollmentState.Active;
import com.vsoxp.alliance.partner.enrollment.lifecycle.EnrollmentState.Applied;
import com.vsoxp.alliance.partner.enrollment.lifecycle.EnrollmentState.Rejected;
import com.vsoxp.alliance.partner.enrollment.lifecycle.EnrollmentState.Suspended;
import com.vsoxp.alliance.partner.enrollment.lifecycle.EnrollmentState.Terminated;
import com.vsoxp.alliance.partner.enrollment.lifecycle.EnrollmentState.Withdrawn;
import com.vsoxp.alliance.partner.enrollment.lifecycle.Move.Absorb;
import com.vsoxp.alliance.partner.enrollment.lifecycle.Move.Approve;
import com.vsoxp.alliance.partner.enrollment.lifecycle.Move.Lapse;
import com.vsoxp.alliance.partner.enrollment.lifecycle.Move.Qualify;
import com.vsoxp.alliance.partner.enrollment.lifecycle.Move.Reinstate;
import com.vsoxp.alliance.partner.enrollment.lifecycle.Move.Reject;
import com.vsoxp.alliance.partner.enrollment.lifecycle.Move.Renew;
import com.vsoxp.alliance.partner.enrollment.lifecycle.Move.Suspend;
import com.vsoxp.alliance.partner.enrollment.lifecycle.Move.Terminate;
import com.vsoxp.alliance.partner.enrollment.lifecycle.Move.Withdraw;
import com.vsoxp.alliance.partner.enrollment.term.RenewalTooEarlyException;
import com.vsoxp.alliance.partner.enrollment.term.RenewalWindow;
import com.vsoxp.alliance.partner.enrollment.term.Term;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LifecycleTest {

    private static final LocalDate JOINED = LocalDate.of(2026, 1, 12);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String WHY = "because";

    private static final RenewalWindow WINDOW = new RenewalWindow(60, 30);
    private static final LocalDate NEXT_YEAR = LocalDate.of(2026, 12, 24);

    private static final Qualification RESELLER = new Qualification("RESELLER", "2.0");
    private static final Qualification PREMIER = new Qualification("PREMIER", "2.0");
    private static final Membership RESELLS = new Membership(RESELLER, JOINED, JOINED, Term.from(JOINED));

    private static final EnrollmentState APPLIED = new Applied(null);
    private static final EnrollmentState WAITING = new Applied(PREMIER);
    private static final EnrollmentState ACTIVE = new Active(RESELLS, null, null);
    private static final EnrollmentState RISING = new Active(RESELLS, PREMIER, null);
    private static final EnrollmentState SUSPENDED = new Suspended(RESELLS, null, "audit");
    private static final EnrollmentState TERMINATED = new Terminated(JOINED, JOINED, "over");
    private static final EnrollmentState REJECTED = new Rejected(JOINED, "no");
    private static final EnrollmentState WITHDRAWN = new Withdrawn(null, JOINED, "bye");

    static Stream<Arguments> possibleMoves() {
        return Stream.of(
                Arguments.of(
                        WAITING,
                        new Approve(WHY),
                        new Active(new Membership(PREMIER, TODAY, TODAY, Term.from(TODAY)), null, WHY)),
                Arguments.of(APPLIED, new Reject(WHY), new Rejected(TODAY, WHY)),
                Arguments.of(APPLIED, new Withdraw(WHY), new Withdrawn(null, TODAY, WHY)),
                Arguments.of(
                        RISING,
                        new Approve(WHY),
                        new Active(new Membership(PREMIER, JOINED, TODAY, Term.from(JOINED)), null, WHY)),
                Arguments.of(RISING, new Reject(WHY), new Active(RESELLS, null, WHY)),
                Arguments.of(ACTIVE, new Withdraw(WHY), new Withdrawn(JOINED, TODAY, WHY)),
                Arguments.of(ACTIVE, new Suspend(WHY), new Suspended(RESELLS, null, WHY)),
                Arguments.of(ACTIVE, new Terminate(WHY), new Terminated(JOINED, TODAY, WHY)),
                Arguments.of(SUSPENDED, new Withdraw(WHY), new Withdrawn(JOINED, TODAY, WHY)),
                Arguments.of(SUSPENDED, new Reinstate(WHY), new Active(RESELLS, null, WHY)),
                Arguments.of(SUSPENDED, new Terminate(WHY), new Terminated(JOINED, TODAY, WHY)));
    }

    @ParameterizedTest
    @MethodSource("possibleMoves")
    void aPossibleDecisionLeadsOn(EnrollmentState from, Move move, EnrollmentState to) {
        assertThat(Lifecycle.after(from, move, TODAY)).isEqualTo(to);
    }

    @Test
    void anOpenEnrollmentEndsWhenItsPartnerBecomesPartOfAnother() {
        Absorb absorb = new Absorb(WHY);
        assertThat(Lifecycle.after(WAITING, absorb, TODAY)).isEqualTo(new Terminated(null, TODAY, WHY));
        assertThat(Lifecycle.after(RISING, absorb, TODAY)).isEqualTo(new Terminated(JOINED, TODAY, WHY));
        assertThat(Lifecycle.after(SUSPENDED, absorb, TODAY)).isEqualTo(new Terminated(JOINED, TODAY, WHY));
    }

    static Stream<Arguments> impossibleMoves() {
        List<Move> all = List.of(
                new Approve(WHY),
                new Reject(WHY),
                new Withdraw(WHY),
                new Suspend(WHY),
                new Reinstate(WHY),
                new Terminate(WHY),
                new Renew(WINDOW),
                new Absorb(WHY));
        Stream<Arguments> ofOpen = Stream.of(
                Arguments.of(APPLIED, new Renew(WINDOW)),
                Arguments.of(APPLIED, new Approve(WHY)),
                Arguments.of(APPLIED, new Suspend(WHY)),
                Arguments.of(APPLIED, new Reinstate(WHY)),
                Arguments.of(APPLIED, new Terminate(WHY)),
                Arguments.of(ACTIVE, new Approve(WHY)),
                Arguments.of(ACTIVE, new Reject(WHY)),
                Arguments.of(ACTIVE, new Reinstate(WHY)),
                Arguments.of(SUSPENDED, new Approve(WHY)),
                Arguments.of(SUSPENDED, new Reject(WHY)),
                Arguments.of(SUSPENDED, new Suspend(WHY)));
        Stream<Arguments> ofEnded = Stream.of(TERMINATED, REJECTED, WITHDRAWN)
                .flatMap(ended -> all.stream().map(move -> Arguments.of(ended, move)));
        return Stream.concat(ofOpen, ofEnded);
    }

    @ParameterizedTest
    @MethodSource("impossibleMoves")
    void anImpossibleDecisionIsRefusedAndSaysTheState(EnrollmentState from, Move move) {
        assertThatThrownBy(() -> Lifecycle.after(from, move, TODAY))
                .isInstanceOf(ImpossibleMoveException.class)
                .hasMessageContaining(from.status().name());
    }

    @Test
    void aRenewalAddsAYearAndChangesNothingElse() {
        Membership renewed = new Membership(RESELLER, JOINED, JOINED, new Term(JOINED, 2));
        assertThat(Lifecycle.after(RISING, new Renew(WINDOW), NEXT_YEAR)).isEqualTo(new Active(renewed, PREMIER, null));
        assertThat(Lifecycle.after(SUSPENDED, new Renew(WINDOW), NEXT_YEAR))
                .isEqualTo(new Suspended(renewed, null, "audit"));
    }

    @Test
    void aRenewalThatComesTooEarlyIsRefused() {
        assertThatThrownBy(() -> Lifecycle.after(ACTIVE, new Renew(WINDOW), TODAY))
                .isInstanceOf(RenewalTooEarlyException.class)
                .hasMessageContaining("2026-11-12");
    }

    @Test
    void aMoveToAnotherTierKeepsTheTerm() {
        Membership second = new Membership(RESELLER, JOINED, JOINED, new Term(JOINED, 2));
        assertThat(Lifecycle.after(new Active(second, null, null), new Qualify(PREMIER, false), TODAY))
                .isEqualTo(new Active(new Membership(PREMIER, JOINED, TODAY, new Term(JOINED, 2)), null, null));
    }

    @Test
    void anApplicantWhoQualifiesIsInAtOnce() {
        assertThat(Lifecycle.after(APPLIED, new Qualify(RESELLER, false), TODAY))
                .isEqualTo(new Active(new Membership(RESELLER, TODAY, TODAY, Term.from(TODAY)), null, null));
    }

    @Test
    void whereAPersonMustApproveAQualificationWaits() {
        Qualify found = new Qualify(PREMIER, true);
        assertThat(Lifecycle.after(APPLIED, found, TODAY)).isEqualTo(new Applied(PREMIER));
        assertThat(Lifecycle.after(ACTIVE, found, TODAY)).isEqualTo(new Active(RESELLS, PREMIER, null));
        assertThat(Lifecycle.after(SUSPENDED, found, TODAY)).isEqualTo(new Suspended(RESELLS, PREMIER, "audit"));
    }

    @Test
    void aPromotionKeepsTheFirstDayAndBeginsTheTierToday() {
        assertThat(Lifecycle.after(RISING, new Qualify(PREMIER, false), TODAY))
                .isEqualTo(new Active(new Membership(PREMIER, JOINED, TODAY, Term.from(JOINED)), null, null));
    }

    @Test
    void theSameTierUnderANewProgramKeepsItsFirstDay() {
        Qualification underNew = new Qualification("RESELLER", "3.0");
        assertThat(Lifecycle.after(ACTIVE, new Qualify(underNew, false), TODAY))
                .isEqualTo(new Active(new Membership(underNew, JOINED, JOINED, Term.from(JOINED)), null, null));
    }

    @Test
    void aSuspendedPartnerMovesBetweenTiersAndStaysSuspended() {
        assertThat(Lifecycle.after(SUSPENDED, new Qualify(PREMIER, false), TODAY))
                .isEqualTo(new Suspended(new Membership(PREMIER, JOINED, TODAY, Term.from(JOINED)), null, "audit"));
    }

    @Test
    void whoMeetsNoTierAnyMoreIsOutAndAnApplicantGoesOnWaiting() {
        Lapse lapse = new Lapse(WHY);
        assertThat(Lifecycle.after(ACTIVE, lapse, TODAY)).isEqualTo(new Terminated(JOINED, TODAY, WHY));
        assertThat(Lifecycle.after(SUSPENDED, lapse, TODAY)).isEqualTo(new Terminated(JOINED, TODAY, WHY));
        assertThat(Lifecycle.after(WAITING, lapse, TODAY)).isEqualTo(APPLIED);
    }

    @Test
    void whatHasEndedIsNoLongerMovedByFindings() {
        for (EnrollmentState ended : List.of(TERMINATED, REJECTED, WITHDRAWN)) {
            assertThat(Lifecycle.after(ended, new Qualify(PREMIER, false), TODAY))
                    .isEqualTo(ended);
            assertThat(Lifecycle.after(ended, new Lapse(WHY), TODAY)).isEqualTo(ended);
        }
    }
}
