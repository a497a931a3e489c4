package com.vsoxp.alliance.eligibility.evaluation;

import com.vsoxp.alliance.eligibility.evaluation.RequirementScore.Shortfall;
import com.vsoxp.alliance.eligibility.program.Amount;
import com.vsoxp.alliance.eligibility.program.Level;
import com.vsoxp.alliance.eligibility.program.Measure;
import com.vsoxp.alliance.eligibility.program.Requirement;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is missing of a requirement on a day, in words and numbers, and what will be.
 *
 * @param cureEndsOn the day until which the partner may cure what is unmet; empty unless it holds the tier at risk
 */
record Shortfalls(Evaluation evaluation, LocalDate day, Optional<LocalDate> cureEndsOn) {

    /** What is still to be done; null if nothing. */
    Shortfall missing(Requirement requirement, Level level, Amount goal, Verdict verdict) {
        return switch (verdict) {
            case MET, NOT_APPLICABLE -> null;
            case UNMET ->
                missing(requirement, goal, day, level instanceof Level.Required ? cureEndsOn : Optional.empty());
            case IN_GRACE -> inGrace(requirement, (Level.Required) level);
            case INDETERMINATE -> unclear(requirement, goal);
        };
    }

    /** What a met requirement needs anew, so that it does not lapse on the day it would; null for nothing. */
    Shortfall toKeep(Requirement requirement, Amount goal, Verdict verdict, Optional<LocalDate> lapse) {
        return verdict == Verdict.MET
                ? lapse.map(on -> missing(requirement, goal, on, lapse)).orElse(null)
                : null;
    }

    /** Which data is missing, in words; null unless it is indeterminate for that. */
    String why(Requirement requirement, Amount goal, Verdict verdict) {
        return verdict == Verdict.INDETERMINATE
                ? Stream.of(dates(requirement), sums(requirement, goal), doubts(requirement))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining("; "))
                : null;
    }

    /** What counts when grace ends is what will still be in the window on that day. */
    private Shortfall inGrace(Requirement requirement, Level.Required level) {
        Optional<LocalDate> graceEnd = evaluation.dates().endOf(level.grace());
        return missing(requirement, level.target(), graceEnd.orElse(day), graceEnd);
    }

    private Shortfall missing(Requirement requirement, Amount goal, LocalDate reckoned, Optional<LocalDate> by) {
        long missing =
                goal.number() - evaluation.timeline(requirement).on(reckoned).number();
        if (missing <= 0) {
            return null;
        }
        Amount amount = goal.withNumber(missing);
        String words = words(amount, requirement.measure().unit());
        return new Shortfall(by.map(last -> words + " by " + last).orElse(words), amount, by.orElse(null));
    }

    private Shortfall unclear(Requirement requirement, Amount goal) {
        if (!datesAreKnown(requirement)) {
            return new Shortfall("the day of enrollment is unknown", null, null);
        }
        Shortfall missing = missing(requirement, goal, day, Optional.empty());
        if (missing == null) {
            return new Shortfall("what some of it comes to is not known", null, null);
        }
        String unless = sums(requirement, goal).isPresent()
                ? ", unless what is not told in this currency comes to it"
                : ", unless what could not be taken tells of it";
        return new Shortfall(missing.words() + unless, missing.amount(), null);
    }

    private Optional<String> dates(Requirement requirement) {
        return datesAreKnown(requirement) ? Optional.empty() : Optional.of("the day of enrollment is unknown");
    }

    private boolean datesAreKnown(Requirement requirement) {
        return !day.isBefore(Counting.knownFrom(requirement.measure(), evaluation.dates()));
    }

    private Optional<String> sums(Requirement requirement, Amount goal) {
        Timeline.Reached reached = evaluation.timeline(requirement).on(day);
        int unclear = reached.more() + reached.less();
        return unclear > 0 && goal instanceof Amount.Sum sum
                ? Optional.of("%d of the facts %s not told in %s"
                        .formatted(
                                unclear,
                                unclear == 1 ? "is" : "are",
                                sum.money().currency()))
                : Optional.empty();
    }

    private Optional<String> doubts(Requirement requirement) {
        return evaluation
                .doubts(requirement)
                .map(doubt -> "event %d of %s could not be taken".formatted(doubt.sequence(), doubt.topic()))
                .reduce((one, other) -> one + ", " + other);
    }

    private static String words(Amount missing, Measure.Unit unit) {
        return switch (missing) {
            case Amount.Units units -> units.count() + " more " + (units.count() == 1 ? unit.one() : unit.other());
            case Amount.Sum sum -> sum.money().amount() + " " + sum.money().currency() + " more";
            case Amount.Held _ -> "a " + unit.one();
        };
    }
}
