package com.vsoxp.alliance.eligibility.scorecard;

import com.vsoxp.alliance.eligibility.document.Expectation;
import com.vsoxp.alliance.eligibility.evaluation.RequirementScore;
import com.vsoxp.alliance.eligibility.evaluation.RequirementScore.Shortfall;
import com.vsoxp.alliance.eligibility.evaluation.Scorecard;
import com.vsoxp.alliance.eligibility.evaluation.Scorecard.Outcome;
import com.vsoxp.alliance.eligibility.evaluation.Verdict;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.program.Amount;
import com.vsoxp.alliance.platform.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A scorecard as callers see it. */
@Schema(name = "Scorecard", description = "How a partner stands against every requirement of a tier.")
public record ScorecardView(
        UUID partnerId,
        @Schema(examples = "2.0") String program,
        @Schema(examples = "PREMIER") String tier,
        LocalDate asOf,

        @Schema(description = "Whether the tier can be held. Encouraged requirements never decide.")
        Outcome outcome,

        @Schema(
                description = "The highest tier whose required requirements all pass; absent if none.",
                examples = "RESELLER")
        String qualifiedTier,

        @Schema(description = "The next day on which any verdict or the standing changes if nothing new happens.")
        LocalDate nextTransitionOn,

        @Schema(description = "What changes on that day.") NextTransition nextTransition,

        @Schema(description = "The moment whose knowledge it is made from; absent for now.")
        Instant knownAt,

        List<Row> requirements) {

    /** One requirement. */
    @Schema(name = "RequirementScore")
    record Row(
            @Schema(examples = "LICENSE_SALES") String code,
            String title,
            Expectation level,
            Verdict verdict,

            @Schema(
                    description = "Which data is missing, of what is indeterminate.",
                    examples = "1 of the facts is not told in USD")
            String why,

            @Schema(
                    description = "The target: a number, an amount of money, or true.",
                    oneOf = {Long.class, Money.class, Boolean.class},
                    examples = "15")
            Object required,

            @Schema(
                    description = "What counts toward it.",
                    oneOf = {Long.class, Money.class, Boolean.class},
                    examples = "11")
            Object actual,

            @Schema(description = "The days looked at, both inclusive; no `from` means since ever.")
            Days window,

            @Schema(description = "The facts behind the actual amount, oldest first.")
            List<Evidence> evidence,

            @Schema(description = "What is still to be done, in words.", examples = "4 more licenses by 2027-03-01")
            String missing,

            @Schema(
                    description = "What is still to be done, as an amount.",
                    oneOf = {Long.class, Money.class, Boolean.class},
                    examples = "4")
            Object missingAmount,

            @Schema(description = "The last day on which it helps to keep the tier.", examples = "2027-03-01")
            LocalDate missingBy,

            @Schema(description = "The first day on which it will not pass any more if nothing new happens.")
            LocalDate lapsesOn,

            @Schema(
                    description = "What a met requirement needs anew by then, so that it does not lapse.",
                    examples = "15 more licenses by 2027-03-01")
            String toKeep) {}

    /** Calendar days. */
    @Schema(name = "Days")
    record Days(LocalDate from, LocalDate to) {}

    /** A fact that counts. */
    @Schema(name = "Evidence")
    record Evidence(
            @Schema(examples = "LICENSE_SALE") String kind,
            UUID id,
            LocalDate on,

            @Schema(description = "First day on which it counts no longer.")
            LocalDate until,

            @Schema(description = "Negative for a reversal.")
            long quantity,

            Money money) {

        static Evidence of(Fact fact) {
            return new Evidence(fact.kind(), fact.id(), fact.on(), fact.until(), fact.quantity(), fact.money());
        }
    }

    static ScorecardView of(UUID partnerId, Scorecard scorecard, NextTransition next, Instant knownAt) {
        return new ScorecardView(
                partnerId,
                scorecard.programVersion(),
                scorecard.tier(),
                scorecard.asOf(),
                scorecard.outcome(),
                scorecard.qualifiedTier(),
                scorecard.nextTransitionOn(),
                next,
                knownAt,
                scorecard.requirements().stream().map(ScorecardView::row).toList());
    }

    private static Row row(RequirementScore score) {
        Optional<Shortfall> missing = Optional.ofNullable(score.missing());
        return new Row(
                score.requirement().code(),
                score.requirement().title(),
                Expectation.of(score.level()),
                score.verdict(),
                score.why(),
                amount(score.required()),
                amount(score.actual()),
                score.window() == null
                        ? null
                        : new Days(score.window().from(), score.window().to()),
                score.evidence().stream().map(Evidence::of).toList(),
                missing.map(Shortfall::words).orElse(null),
                amount(missing.map(Shortfall::amount).orElse(null)),
                missing.map(Shortfall::by).orElse(null),
                score.lapsesOn(),
                Optional.ofNullable(score.toKeep()).map(Shortfall::words).orElse(null));
    }

    private static Object amount(Amount amount) {
        return switch (amount) {
            case null -> null;
            case Amount.Units units -> units.count();
            case Amount.Sum sum -> sum.money();
            case Amount.Held held -> held.held();
        };
    }
}
