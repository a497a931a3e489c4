package com.vsoxp.alliance.partner.enrollment.term;

import java.time.LocalDate;

/**
 * When a term can be renewed.
 *
 * @param term the term that is to be followed by another
 * @param from the first day on which it can be
 * @param until the last day on which the new term still starts the day after the old one ends; a later one leaves a gap
 */
public record Renewal(Term term, LocalDate from, LocalDate until) {

    /** How urgent it is on a day. */
    public RenewalStatus statusOn(LocalDate day) {
        if (day.isBefore(from)) {
            return RenewalStatus.NOT_DUE;
        }
        return day.isAfter(term.endsOn()) ? RenewalStatus.OVERDUE : RenewalStatus.DUE;
    }

    /**
     * The term after one that is renewed on a day.
     *
     * @throws RenewalTooEarlyException before the first day on which it can be
     */
    public Term on(LocalDate day) {
        if (day.isBefore(from)) {
            throw new RenewalTooEarlyException(this);
        }
        return day.isAfter(until) ? Term.from(day) : term.next();
    }
}
