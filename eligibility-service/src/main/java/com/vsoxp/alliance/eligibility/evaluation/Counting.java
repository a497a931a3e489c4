package com.vsoxp.alliance.eligibility.evaluation;

import com.vsoxp.alliance.eligibility.enrollment.EnrollmentDates;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.program.Measure;
import com.vsoxp.alliance.eligibility.program.Window;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * On which days a fact counts. A window looks back from a day at facts; turned round, every fact counts from its own
 * day until it leaves the window, and that is what an evaluation is built from.
 */
public final class Counting {

    private Counting() {}

    /** The days on which a fact counts, {@code [from, until)}; for ever until {@link Steps#NEVER}. */
    record Span(Fact fact, LocalDate from, LocalDate until) {

        boolean contains(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }

        boolean isEmpty() {
            return !from.isBefore(until);
        }
    }

    /** The days on which this fact counts in this window. */
    static Span span(Window window, Fact fact, EnrollmentDates dates) {
        LocalDate on = fact.on();
        LocalDate ends = fact.until() == null ? Steps.NEVER : fact.until();
        return new Span(fact, on, reaches(window, on, dates) ? earlier(leaves(window, on, dates), ends) : on);
    }

    /** The days the window shows on this day, both inclusive; empty where a date it needs is unknown. */
    public static Optional<RequirementScore.Days> days(Window window, LocalDate day, EnrollmentDates dates) {
        return switch (window) {
            case ROLLING_12_MONTHS ->
                Optional.of(new RequirementScore.Days(day.minusMonths(12).plusDays(1), day));
            case CALENDAR_YEAR -> Optional.of(new RequirementScore.Days(day.withDayOfYear(1), day));
            case EVER -> Optional.of(new RequirementScore.Days(null, day));
            case ENROLLMENT -> Optional.of(new RequirementScore.Days(dayAfter(dates.previousEndedOn()), day));
            case ENROLLMENT_YEAR ->
                dates.start()
                        .filter(start -> !start.isAfter(day))
                        .map(start -> new RequirementScore.Days(yearStart(start, day), day));
        };
    }

    /** The first day on which all dates that the measure's windows need are known; {@link Steps#NEVER} if some never are. */
    static LocalDate knownFrom(Measure measure, EnrollmentDates dates) {
        for (Measure.Part part : measure.parts()) {
            if (part.window() == Window.ENROLLMENT_YEAR) {
                return dates.start().orElse(Steps.NEVER);
            }
        }
        return LocalDate.MIN;
    }

    private static boolean reaches(Window window, LocalDate on, EnrollmentDates dates) {
        return switch (window) {
            case ROLLING_12_MONTHS, CALENDAR_YEAR, EVER -> true;
            case ENROLLMENT -> dates.owns(on);
            case ENROLLMENT_YEAR ->
                dates.start().filter(start -> !start.isAfter(on)).isPresent();
        };
    }

    private static LocalDate leaves(Window window, LocalDate on, EnrollmentDates dates) {
        return switch (window) {
            case ROLLING_12_MONTHS -> twelveMonthsLater(on);
            case CALENDAR_YEAR -> on.withDayOfYear(1).plusYears(1);
            case EVER, ENROLLMENT -> Steps.NEVER;
            case ENROLLMENT_YEAR -> {
                LocalDate start = dates.start().orElseThrow();
                yield start.plusYears(yearsBetween(start, on) + 1);
            }
        };
    }

    /** The first day whose look back over twelve months no longer reaches the day: for February 29 that is March 1. */
    private static LocalDate twelveMonthsLater(LocalDate on) {
        LocalDate later = on.plusMonths(12);
        return later.getDayOfMonth() == on.getDayOfMonth() ? later : later.plusDays(1);
    }

    private static LocalDate yearStart(LocalDate start, LocalDate day) {
        return start.plusYears(yearsBetween(start, day));
    }

    /** Full enrollment years; one that began on February 29 has its anniversary on February 28 of common years. */
    private static long yearsBetween(LocalDate start, LocalDate day) {
        long years = ChronoUnit.YEARS.between(start, day);
        return start.plusYears(years + 1).isAfter(day) ? years : years + 1;
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate dayAfter(LocalDate day) {
        return day == null ? null : day.plusDays(1);
    }
}
