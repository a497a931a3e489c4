package com.vsoxp.alliance.benefits.entitlement;

import com.vsoxp.alliance.benefits.program.BenefitValue;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One benefit at one value over the days {@code [since, until)}.
 *
 * @param value what the partner may use; {@code NOT_AVAILABLE} throughout a suspension
 * @param withheld the value that a suspension holds back and a reinstatement brings back; null if nothing is held back
 * @param until the first day without it; null while it lasts
 * @param programVersion the version of the program that gives it; of several in turn, the last
 * @param tier the tier that gives it; of several in turn, the last
 */
public record Grant(
        String code,
        BenefitValue value,
        BenefitValue withheld,
        LocalDate since,
        LocalDate until,
        String programVersion,
        String tier) {

    /** Whether it has no end yet. */
    public boolean isOpen() {
        return until == null;
    }

    Grant endingOn(LocalDate day) {
        return new Grant(code, value, withheld, since, day, programVersion, tier);
    }

    boolean isContinuedBy(Grant next) {
        return next.since.equals(until) && next.value.equals(value) && Objects.equals(next.withheld, withheld);
    }

    Grant continuedBy(Grant next) {
        return new Grant(code, value, withheld, since, next.until, next.programVersion, next.tier);
    }
}
