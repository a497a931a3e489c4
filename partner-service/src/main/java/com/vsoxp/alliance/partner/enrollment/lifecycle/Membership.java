package com.vsoxp.alliance.partner.enrollment.lifecycle;

import com.vsoxp.alliance.partner.enrollment.term.RenewalWindow;
import com.vsoxp.alliance.partner.enrollment.term.Term;
import java.time.LocalDate;

/**
 * The tier an enrollment holds.
 *
 * @param held the tier, and the version of the program it was assigned under
 * @param since the day the enrollment first held a tier
 * @param tierSince the day it came to this tier
 * @param term the last year it was renewed for; the first begins with the membership
 */
public record Membership(Qualification held, LocalDate since, LocalDate tierSince, Term term) {

    /** The membership of one that held no tier before. */
    static Membership begin(Qualification qualification, LocalDate on) {
        return new Membership(qualification, on, on, Term.from(on));
    }

    /** The membership after a move to what it now qualifies for; the same tier again keeps its first day. */
    Membership moveTo(Qualification qualification, LocalDate on) {
        boolean sameTier = held.tier().equals(qualification.tier());
        return new Membership(qualification, since, sameTier ? tierSince : on, term);
    }

    /** The membership for one more year. */
    Membership renew(RenewalWindow window, LocalDate on) {
        return new Membership(held, since, tierSince, window.of(term).on(on));
    }
}
