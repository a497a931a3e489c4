package com.vsoxp.alliance.eligibility.evaluation;

import com.vsoxp.alliance.eligibility.enrollment.EnrollmentDates;
import com.vsoxp.alliance.eligibility.program.Level;
import com.vsoxp.alliance.eligibility.program.Requirement;
import com.vsoxp.alliance.eligibility.program.Tier;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How one requirement stands for one tier on every day, past and to come, if nothing new happens. A verdict changes on few days:
 * these are found once, and every question is a look at them.
 */
final class VerdictCourse {

    private final Requirement requirement;
    private final Level level;
    private final Steps<Verdict> verdicts;

    private VerdictCourse(Requirement requirement, Level level, Steps<Verdict> verdicts) {
        this.requirement = requirement;
        this.level = level;
        this.verdicts = verdicts;
    }

    /**
     * Of what a tier expects, by what is reached.
     *
     * @param isDoubted whether facts that are measured may be missing
     */
    static VerdictCourse of(
            Requirement requirement, Tier tier, Timeline timeline, EnrollmentDates dates, boolean isDoubted) {
        Level level = requirement.levelOf(tier);
        Steps<Verdict> verdicts =
                switch (level) {
                    case Level.NotApplicable _ -> new Steps<>(Verdict.NOT_APPLICABLE);
                    case Level.Encouraged encouraged ->
                        follow(timeline.reached(), VerdictRule.of(encouraged, requirement.measure(), dates, isDoubted));
                    case Level.Required required ->
                        follow(timeline.reached(), VerdictRule.of(required, requirement.measure(), dates, isDoubted));
                };
        return new VerdictCourse(requirement, level, verdicts);
    }

    /** From one day to the next on which something begins or ceases to count, or the rule turns. */
    private static Steps<Verdict> follow(Steps<Timeline.Reached> reached, VerdictRule rule) {
        Steps<Verdict> verdicts = new Steps<>(rule.on(LocalDate.MIN, reached.after(0)));
        int come = 0;
        LocalDate day = Counting.earlier(reached.dayAfter(come), rule.turnsAfter(LocalDate.MIN));
        while (!day.equals(Steps.NEVER)) {
            come += reached.dayAfter(come).equals(day) ? 1 : 0;
            verdicts.step(day, rule.on(day, reached.after(come)));
            day = Counting.earlier(reached.dayAfter(come), rule.turnsAfter(day));
        }
        return verdicts;
    }

    String code() {
        return requirement.code();
    }

    boolean isRequired() {
        return level instanceof Level.Required;
    }

    Verdict on(LocalDate day) {
        return verdicts.on(day);
    }

    /** The next day after this one on which the verdict changes; {@link Steps#NEVER} if there is none. */
    LocalDate changeAfter(LocalDate day) {
        return verdicts.dayAfter(verdicts.comeBy(day));
    }

    /** The first change after this day to a verdict that does not pass. */
    Optional<LocalDate> lapseAfter(LocalDate day) {
        for (int come = verdicts.comeBy(day) + 1; come <= verdicts.count(); come++) {
            if (!verdicts.after(come).passes()) {
                return Optional.of(verdicts.dayAfter(come - 1));
            }
        }
        return Optional.empty();
    }
}
