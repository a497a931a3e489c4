package com.vsoxp.alliance.partner.enrollment.lifecycle;

import com.vsoxp.alliance.partner.enrollment.term.RenewalWindow;

/**
 * What can happen to an enrollment. The first six are decisions of people and carry their reason, a renewal is a wish of the
 * partner's, and a merge is of two records; the last two are what the evaluation of the requirements found.
 */
public sealed interface Move {

    /** Let in an applicant, or let through a promotion, that waits for a program manager's word. */
    record Approve(String reason) implements Move {}

    /** Refuse an applicant, or a promotion that waits for a program manager's word. */
    record Reject(String reason) implements Move {}

    /** The partner leaves. */
    record Withdraw(String reason) implements Move {}

    /** Rest the benefits for now. */
    record Suspend(String reason) implements Move {}

    /** End a suspension. */
    record Reinstate(String reason) implements Move {}

    /** The program ends the enrollment. */
    record Terminate(String reason) implements Move {}

    /** Go on for another year. */
    record Renew(RenewalWindow window) implements Move {}

    /** The partner's record becomes part of another one, whose enrollment goes on. */
    record Absorb(String reason) implements Move {}

    /** A tier was found to be met; where the program says so, it waits for approval. */
    record Qualify(Qualification qualification, boolean requiresApproval) implements Move {}

    /** No tier is met any more. */
    record Lapse(String reason) implements Move {}
}
