package com.vsoxp.alliance.eligibility.evaluation;

import com.vsoxp.alliance.eligibility.enrollment.EnrollmentDates;
import com.vsoxp.alliance.eligibility.program.Level;
import com.vsoxp.alliance.eligibility.program.Measure;
import java.time.LocalDate;

/**
 * Which verdict a tier's level of a requirement gives, by what is reached and by the day.
 *
 * @param target what counts as met, as one whole number
 * @param graceEnds the first day on which the tier must be met; the first of all days where there is no grace
 * @param knownFrom the first day on which all dates that the measure's windows need are known
 * @param isDoubted whether facts that are measured may be missing
 */
record VerdictRule(long target, LocalDate graceEnds, LocalDate knownFrom, boolean isDoubted) {

    /** Of a requirement that must be met, unless the partner joined so recently that it need not yet. */
    static VerdictRule of(Level.Required level, Measure measure, EnrollmentDates dates, boolean isDoubted) {
        LocalDate graceEnds = level.grace().isZero()
                ? LocalDate.MIN
                : dates.endOf(level.grace()).orElse(Steps.NEVER);
        return new VerdictRule(level.target().number(), graceEnds, Counting.knownFrom(measure, dates), isDoubted);
    }

    /** Of a requirement that is scored only, for which there is no grace. */
    static VerdictRule of(Level.Encouraged level, Measure measure, EnrollmentDates dates, boolean isDoubted) {
        return new VerdictRule(level.target().number(), LocalDate.MIN, Counting.knownFrom(measure, dates), isDoubted);
    }

    Verdict on(LocalDate day, Timeline.Reached reached) {
        Verdict measured = measured(day, reached);
        return measured != Verdict.MET && day.isBefore(graceEnds) ? Verdict.IN_GRACE : measured;
    }

    private Verdict measured(LocalDate day, Timeline.Reached reached) {
        if (reached.isUnclearAgainst(target)) {
            return Verdict.INDETERMINATE;
        }
        if (reached.number() >= target) {
            return Verdict.MET;
        }
        return isDoubted || day.isBefore(knownFrom) ? Verdict.INDETERMINATE : Verdict.UNMET;
    }

    /** The next day after this one from which the same may be judged otherwise; {@link Steps#NEVER} if there is none. */
    LocalDate turnsAfter(LocalDate day) {
        return Counting.earlier(
                graceEnds.isAfter(day) ? graceEnds : Steps.NEVER, knownFrom.isAfter(day) ? knownFrom : Steps.NEVER);
    }
}
