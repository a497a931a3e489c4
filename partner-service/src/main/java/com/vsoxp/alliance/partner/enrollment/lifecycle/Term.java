package com.vsoxp.alliance.partner.enrollment.lifecycle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The yearly terms of an enrollment. */
public final class Term {

    private Term() {}

    /**
     * The day on which the term that runs on {@code today} ends: the first anniversary of {@code since} after it. One
     * that began on February 29 has its anniversary on February 28 in years without that day.
     */
    public static LocalDate endOf(LocalDate since, LocalDate today) {
        // Anniversaries are counted from the first day, or a February 29 would wander to the 28th for good.
        long years = Math.max(0, ChronoUnit.YEARS.between(since, today));
        LocalDate end;
        do {
            years++;
            end = since.plusYears(years);
        } while (!end.isAfter(today));
        return end;
    }
}
