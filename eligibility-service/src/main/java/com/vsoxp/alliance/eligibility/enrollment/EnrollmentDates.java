package com.vsoxp.alliance.eligibility.enrollment;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * The days of an enrollment that an evaluation depends on. Each may be null.
 *
 * @param appliedOn the day of the application
 * @param since the first day as a partner; null while it is only applied for
 * @param previousEndedOn the day the partner's previous enrollment ended; null in the first
 */
public record EnrollmentDates(LocalDate appliedOn, LocalDate since, LocalDate previousEndedOn) {

    /** A company that never applied. */
    public static final EnrollmentDates NONE = new EnrollmentDates(null, null, null);

    /** The day from which enrollment years run: joining, or the application for as long as it is not decided. */
    public Optional<LocalDate> start() {
        return Optional.ofNullable(since != null ? since : appliedOn);
    }

    /** The first day without grace. Empty before joining, where grace runs from the day one asks and never ends. */
    public Optional<LocalDate> endOf(Period grace) {
        return Optional.ofNullable(since).map(joined -> joined.plus(grace));
    }

    /** Whether a fact of this day belongs to the current enrollment rather than to a previous one. */
    public boolean owns(LocalDate day) {
        return previousEndedOn == null || day.isAfter(previousEndedOn);
    }
}
