package com.vsoxp.alliance.eligibility.evaluation;

import com.vsoxp.alliance.eligibility.evaluation.RequirementScore.Shortfall;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.program.Amount;
import com.vsoxp.alliance.eligibility.program.Level;
import com.vsoxp.alliance.eligibility.program.Measure;
import com.vsoxp.alliance.eligibility.program.Requirement;
import com.vsoxp.alliance.eligibility.program.Tier;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells an evaluation as a scorecard.
 *
 * @param cureEndsOn the day until which the partner may cure what is unmet; empty unless it holds the tier at risk
 */
public record Scoring(Evaluation evaluation, Tier tier, LocalDate day, Optional<LocalDate> cureEndsOn) {

    /** Every requirement of the program, in its order, and what they come to. */
    public Scorecard scorecard() {
        Optional<LocalDate> next = Stream.concat(
                        evaluation.nextChangeAfter(day).stream(), cureEndsOn.filter(day::isBefore).stream())
                .min(LocalDate::compareTo);
        return new Scorecard(
                evaluation.program().version(),
                tier.code(),
                day,
                evaluation.outcome(tier, day),
                evaluation.qualifiedTier(day).map(Tier::code).orElse(null),
                next.orElse(null),
                evaluation.program().requirements().stream().map(this::score).toList());
    }

    private RequirementScore score(Requirement requirement) {
        Level level = requirement.levelOf(tier);
        return level.goal()
                .map(goal -> score(requirement, level, goal))
                .orElseGet(() -> new RequirementScore(
                        requirement, level, Verdict.NOT_APPLICABLE, null, null, null, List.of(), null, null));
    }

    private RequirementScore score(Requirement requirement, Level level, Amount goal) {
        Timeline timeline = evaluation.timeline(requirement);
        Verdict verdict = evaluation.verdict(requirement, tier, day);
        List<Fact> evidence = timeline.factsOn(day).stream()
                .sorted(Comparator.comparing(Fact::on).thenComparing(Fact::id))
                .toList();
        return new RequirementScore(
                requirement,
                level,
                verdict,
                goal,
                goal.withNumber(timeline.on(day).number()),
                Counting.days(requirement.measure().window(), day, evaluation.dates())
                        .orElse(null),
                evidence,
                shortfall(requirement, level, goal, verdict),
                verdict.passes() ? evaluation.lapseAfter(requirement, tier, day).orElse(null) : null);
    }

    private Shortfall shortfall(Requirement requirement, Level level, Amount goal, Verdict verdict) {
        return switch (verdict) {
            case MET, NOT_APPLICABLE -> null;
            case UNMET ->
                missing(requirement, goal, day, level instanceof Level.Required ? cureEndsOn : Optional.empty());
            case IN_GRACE -> graceShortfall(requirement, (Level.Required) level);
            case INDETERMINATE -> unclear(requirement, goal);
        };
    }

    /** What counts when grace ends is what will still be in the window on that day. */
    private Shortfall graceShortfall(Requirement requirement, Level.Required level) {
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
        if (!Counting.isKnown(requirement.measure(), day, evaluation.dates())) {
            return new Shortfall("the day of enrollment is unknown", null, null);
        }
        Shortfall missing = missing(requirement, goal, day, Optional.empty());
        return missing == null
                ? new Shortfall("what some of it comes to is not known", null, null)
                : new Shortfall(
                        missing.words() + ", unless what is not told in this currency comes to it",
                        missing.amount(),
                        null);
    }

    private static String words(Amount missing, Measure.Unit unit) {
        return switch (missing) {
            case Amount.Units units -> units.count() + " more " + (units.count() == 1 ? unit.one() : unit.other());
            case Amount.Sum sum -> sum.money().amount() + " " + sum.money().currency() + " more";
            case Amount.Held _ -> "a " + unit.one();
        };
    }
}
