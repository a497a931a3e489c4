package com.vsoxp.alliance.partner.enrollment.term;

import java.time.LocalDate;

/**
 * A year of membership: the {@code number}th, from 1, of those that follow each other from {@code anchor} without a gap.
 * All anniversaries are counted from the anchor, so that a February 29 is back in every leap year; in years without that
 * day it is February 28.
 *
 * @param anchor the first day of the first of them
 */
public record Term(LocalDate anchor, int number) {

    public Term {
        if (number < 1) {
            throw new IllegalArgumentException("Terms are counted from 1");
        }
    }

    /** The first of its row. */
    public static Term from(LocalDate first) {
        return new Term(first, 1);
    }

    /** Its first day. */
    public LocalDate startsOn() {
        return anchor.plusYears(number - 1L);
    }

    /** Its last day: the one before the next anniversary. */
    public LocalDate endsOn() {
        return anchor.plusYears(number).minusDays(1);
    }

    /** The one that starts the day after this one ends. */
    public Term next() {
        return new Term(anchor, number + 1);
    }
}
