package com.vsoxp.alliance.partner.enrollment.term;

/**
 * The days around the end of a term in which it is renewed without a gap.
 *
 * @param daysBefore from so many days before its last day
 * @param daysAfter to so many days after it
 */
public record RenewalWindow(int daysBefore, int daysAfter) {

    /** When that term can be renewed. */
    public Renewal of(Term term) {
        return new Renewal(
                term, term.endsOn().minusDays(daysBefore), term.endsOn().plusDays(daysAfter));
    }
}
