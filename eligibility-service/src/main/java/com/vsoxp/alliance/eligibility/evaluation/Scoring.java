package com.vsoxp.alliance.eligibility.evaluation;

import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.program.Amount;
import com.vsoxp.alliance.eligibility.program.Level;
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
                .orElseGet(() -> RequirementScore.notApplicable(requirement, level));
    }

    private RequirementScore score(Requirement requirement, Level level, Amount goal) {
        Timeline timeline = evaluation.timeline(requirement);
        Verdict verdict = evaluation.verdict(requirement, tier, day);
        Optional<LocalDate> lapse = verdict.passes() ? evaluation.lapseAfter(requirement, tier, day) : Optional.empty();
        Shortfalls shortfalls = new Shortfalls(evaluation, day, cureEndsOn);
        List<Fact> evidence = timeline.factsOn(day).stream()
                .sorted(Comparator.comparing(Fact::on).thenComparing(Fact::id))
                .toList();
        return new RequirementScore(
                requirement,
                level,
                verdict,
                shortfalls.why(requirement, goal, verdict),
                goal,
                goal.withNumber(timeline.on(day).number()),
                Counting.days(requirement.measure().window(), day, evaluation.dates())
                        .orElse(null),
                evidence,
                shortfalls.missing(requirement, level, goal, verdict),
                lapse.orElse(null),
                shortfalls.toKeep(requirement, goal, verdict, lapse));
    }
}
