package com.vsoxp.alliance.local.demo.plot;

import java.time.LocalDate;

/**
 * The 365 days that end today, in twelve months of equal length.
 *
 * @param end the last day: today
 */
public record Year(LocalDate end) {

    /** The number of months. */
    public static final int MONTHS = 12;

    private static final int DAYS = 365;

    /** The day on which so many months of the year have passed: 0 for its first day, 12 for today. */
    public LocalDate after(int months) {
        return end.minusDays(daysBeforeEnd(months));
    }

    /** How far that day lies in the past. */
    public int daysBeforeEnd(int months) {
        return DAYS - DAYS * months / MONTHS;
    }
}
