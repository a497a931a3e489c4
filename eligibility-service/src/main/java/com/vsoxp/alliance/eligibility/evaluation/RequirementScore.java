package com.vsoxp.alliance.eligibility.evaluation;

import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.program.Amount;
import com.vsoxp.alliance.eligibility.program.Level;
import com.vsoxp.alliance.eligibility.program.Requirement;
import java.time.LocalDate;
import java.util.List;

/**
 * One row of a scorecard. Fields that say nothing here are null: a requirement that is not applicable has no target.
 *
 * @param why which data is missing, in words; null unless the verdict is indeterminate
 * @param required the target
 * @param actual what counts toward it on the day
 * @param window the days looked at; null where they are unknown
 * @param evidence the facts behind the actual amount, oldest first
 * @param missing what is still to be done; null if nothing
 * @param lapsesOn the first day on which it will not pass any more, if nothing new happens; null for never, or if it
 *     does not pass now
 * @param toKeep what a met requirement needs anew by that day, so that it does not lapse; null for nothing
 */
public record RequirementScore(
        Requirement requirement,
        Level level,
        Verdict verdict,
        String why,
        Amount required,
        Amount actual,
        Days window,
        List<Fact> evidence,
        Shortfall missing,
        LocalDate lapsesOn,
        Shortfall toKeep) {

    static RequirementScore notApplicable(Requirement requirement, Level level) {
        return new RequirementScore(
                requirement, level, Verdict.NOT_APPLICABLE, null, null, null, null, List.of(), null, null, null);
    }

    /** Calendar days, both inclusive; a null end is open. */
    public record Days(LocalDate from, LocalDate to) {}

    /**
     * What is missing, for a person and for a program.
     *
     * @param words for instance "4 more licenses by 2027-03-01"
     * @param amount how much; null where it cannot be told
     * @param by the last day on which it helps to keep the tier; null where nothing presses
     */
    public record Shortfall(String words, Amount amount, LocalDate by) {}
}
