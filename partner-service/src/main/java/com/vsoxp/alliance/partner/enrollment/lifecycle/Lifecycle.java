package com.vsoxp.alliance.partner.enrollment.lifecycle;

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
import java.time.LocalDate;

/** The rules of an enrollment's life: which move leads where. */
public final class Lifecycle {

    private Lifecycle() {}

    /**
     * The state after a move on a day.
     *
     * <p>What the evaluation finds never fails: an enrollment that has ended stays as it is.
     *
     * @throws ImpossibleMoveException if people cannot decide this where the enrollment stands
     * @throws RenewalTooEarlyException if it is to be renewed before it can be
     */
    public static EnrollmentState after(EnrollmentState from, Move move, LocalDate on) {
        return switch (from) {
            case Applied applied -> afterApplied(applied, move, on);
            case Active active -> afterActive(active, move, on);
            case Suspended suspended -> afterSuspended(suspended, move, on);
            case Terminated ended -> afterEnd(ended, move);
            case Rejected ended -> afterEnd(ended, move);
            case Withdrawn ended -> afterEnd(ended, move);
        };
    }

    private static EnrollmentState afterApplied(Applied from, Move move, LocalDate on) {
        return switch (move) {
            case Approve(String reason) ->
                new Active(Membership.begin(pending(from.pending(), from), on), null, reason);
            case Reject(String reason) -> new Rejected(on, reason);
            case Withdraw(String reason) -> new Withdrawn(null, on, reason);
            case Suspend _ -> throw impossible(from, "suspended");
            case Reinstate _ -> throw impossible(from, "reinstated");
            case Terminate _ -> throw impossible(from, "terminated");
            case Renew _ -> throw impossible(from, "renewed");
            case Absorb(String reason) -> new Terminated(null, on, reason);
            case Qualify(Qualification found, boolean requiresApproval) ->
                requiresApproval ? new Applied(found) : new Active(Membership.begin(found, on), null, null);
            case Lapse _ -> new Applied(null);
        };
    }

    private static EnrollmentState afterActive(Active from, Move move, LocalDate on) {
        Membership membership = from.membership();
        return switch (move) {
            case Approve(String reason) ->
                new Active(membership.moveTo(pending(from.pending(), from), on), null, reason);
            case Reject(String reason) -> declined(from, reason);
            case Withdraw(String reason) -> new Withdrawn(membership.since(), on, reason);
            case Suspend(String reason) -> new Suspended(membership, from.pending(), reason);
            case Reinstate _ -> throw impossible(from, "reinstated");
            case Terminate(String reason) -> new Terminated(membership.since(), on, reason);
            case Renew(RenewalWindow window) -> new Active(membership.renew(window, on), from.pending(), from.reason());
            case Absorb(String reason) -> new Terminated(membership.since(), on, reason);
            case Qualify(Qualification found, boolean requiresApproval) ->
                requiresApproval
                        ? new Active(membership, found, from.reason())
                        : new Active(membership.moveTo(found, on), null, null);
            case Lapse(String reason) -> new Terminated(membership.since(), on, reason);
        };
    }

    private static EnrollmentState afterSuspended(Suspended from, Move move, LocalDate on) {
        Membership membership = from.membership();
        return switch (move) {
            case Approve _ -> throw impossible(from, "approved");
            case Reject _ -> throw impossible(from, "rejected");
            case Withdraw(String reason) -> new Withdrawn(membership.since(), on, reason);
            case Suspend _ -> throw impossible(from, "suspended");
            case Reinstate(String reason) -> new Active(membership, from.pending(), reason);
            case Terminate(String reason) -> new Terminated(membership.since(), on, reason);
            case Renew(RenewalWindow window) ->
                new Suspended(membership.renew(window, on), from.pending(), from.reason());
            case Absorb(String reason) -> new Terminated(membership.since(), on, reason);
            case Qualify(Qualification found, boolean requiresApproval) ->
                requiresApproval
                        ? new Suspended(membership, found, from.reason())
                        : new Suspended(membership.moveTo(found, on), null, from.reason());
            case Lapse(String reason) -> new Terminated(membership.since(), on, reason);
        };
    }

    private static EnrollmentState afterEnd(EnrollmentState from, Move move) {
        return switch (move) {
            case Approve _ -> throw impossible(from, "approved");
            case Reject _ -> throw impossible(from, "rejected");
            case Withdraw _ -> throw impossible(from, "withdrawn");
            case Suspend _ -> throw impossible(from, "suspended");
            case Reinstate _ -> throw impossible(from, "reinstated");
            case Terminate _ -> throw impossible(from, "terminated");
            case Renew _ -> throw impossible(from, "renewed");
            case Absorb _ -> throw impossible(from, "merged into another");
            case Qualify _ -> from;
            case Lapse _ -> from;
        };
    }

    private static Active declined(Active from, String reason) {
        pending(from.pending(), from);
        return new Active(from.membership(), null, reason);
    }

    private static Qualification pending(Qualification pending, EnrollmentState from) {
        if (pending == null) {
            throw new ImpossibleMoveException(
                    from.status(),
                    "The enrollment is " + from.status()
                            + " and no tier that the partner qualifies for awaits approval");
        }
        return pending;
    }

    private static ImpossibleMoveException impossible(EnrollmentState from, String participle) {
        return new ImpossibleMoveException(
                from.status(), "An enrollment that is " + from.status() + " cannot be " + participle);
    }
}
