package com.vsoxp.alliance.eligibility.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.eligibility.document.BundledProgram;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.program.Level;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.program.Requirement;
import com.vsoxp.alliance.eligibility.program.Tier;
import com.vsoxp.alliance.eligibility.program.Window;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of every evaluation, whatever the facts. */
class EvaluationPropertiesTest {

    private static final Program PROGRAM = BundledProgram.VERSION_2;

    /** From bad to good. */
    private static final List<Verdict> BETTER =
            List.of(Verdict.UNMET, Verdict.INDETERMINATE, Verdict.IN_GRACE, Verdict.MET);

    @Property
    void moreEvidenceNeverLowersAVerdict(
            @ForAll("facts") List<Fact> facts, @ForAll("gains") List<Fact> more, @ForAll("days") LocalDate day) {
        List<Fact> all = new ArrayList<>(facts);
        all.addAll(more);
        Evaluation less = evaluation(facts);
        Evaluation fuller = evaluation(all);

        everyCell((requirement, tier) -> assertThat(BETTER.indexOf(fuller.verdict(requirement, tier, day)))
                .as("%s for %s", requirement.code(), tier.code())
                .isGreaterThanOrEqualTo(BETTER.indexOf(less.verdict(requirement, tier, day))));
    }

    @Property
    void theOrderOfFactsDoesNotMatter(
            @ForAll("facts") List<Fact> facts, @ForAll Random random, @ForAll("days") LocalDate day) {
        List<Fact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);

        assertThat(scorecards(shuffled, day)).isEqualTo(scorecards(facts, day));
    }

    @Property
    void factsOutsideTheWindowDoNotCount(@ForAll("facts") List<Fact> facts, @ForAll("days") LocalDate day) {
        Evaluation all = evaluation(facts);

        everyCell((requirement, tier) -> {
            Evaluation within = evaluation(facts.stream()
                    .filter(fact -> inWindow(requirement.measure().window(), fact, day))
                    .toList());
            assertThat(within.timeline(requirement).on(day))
                    .isEqualTo(all.timeline(requirement).on(day));
        });
    }

    @Property
    void anEvaluationOfAPastDayIsTheOneMadeOnThatDay(@ForAll("facts") List<Fact> facts, @ForAll("days") LocalDate day) {
        List<Fact> happenedByThen =
                facts.stream().filter(fact -> !fact.on().isAfter(day)).toList();

        assertThat(verdicts(evaluation(facts), day)).isEqualTo(verdicts(evaluation(happenedByThen), day));
    }

    @Property
    void noVerdictChangesBeforeTheNextChangeAndOneDoesOnIt(
            @ForAll("facts") List<Fact> facts, @ForAll("days") LocalDate day) {
        Evaluation evaluation = evaluation(facts);
        Map<String, Verdict> now = verdicts(evaluation, day);
        LocalDate horizon = day.plusMonths(30);
        LocalDate next = evaluation.nextChangeAfter(day).orElse(horizon);

        day.plusDays(1).datesUntil(next).forEach(quiet -> assertThat(verdicts(evaluation, quiet))
                .isEqualTo(now));
        evaluation.nextChangeAfter(day).ifPresent(changed -> assertThat(verdicts(evaluation, changed))
                .isNotEqualTo(now));
    }

    @Property
    void aRequirementLapsesOnTheDayItIsSaidToAndNotBefore(
            @ForAll("facts") List<Fact> facts, @ForAll("days") LocalDate day) {
        Evaluation evaluation = evaluation(facts);

        everyCell((requirement, tier) -> evaluation
                .lapseAfter(requirement, tier, day)
                .ifPresent(lapse -> {
                    assertThat(evaluation.verdict(requirement, tier, lapse).passes())
                            .isFalse();
                    if (evaluation.verdict(requirement, tier, day).passes()) {
                        assertThat(evaluation
                                        .verdict(requirement, tier, lapse.minusDays(1))
                                        .passes())
                                .isTrue();
                    }
                }));
    }

    @Property
    void whatIsEncouragedNeverGates(@ForAll("facts") List<Fact> facts, @ForAll("days") LocalDate day) {
        Evaluation all = evaluation(facts);

        PROGRAM.tiers().forEach(tier -> {
            Set<String> required = PROGRAM.requirements().stream()
                    .filter(requirement -> requirement.levelOf(tier) instanceof Level.Required)
                    .map(requirement -> requirement.measure().of())
                    .collect(Collectors.toSet());
            Evaluation withoutTheRest = evaluation(facts.stream()
                    .filter(fact -> required.contains(fact.kind()))
                    .toList());
            assertThat(withoutTheRest.outcome(tier, day)).isEqualTo(all.outcome(tier, day));
        });
    }

    @Property
    void whatIsMissingNeverMakesAVerdictUnmetAndNeverTakesWhatIsMet(
            @ForAll("facts") List<Fact> facts, @ForAll("days") LocalDate day) {
        Evaluation certain = evaluation(facts);
        Doubt anything = new Doubt("alliance.partners", 7, new UUID(0, 7), null);
        Evaluation doubtful = Evaluation.of(PROGRAM, facts, Given.enrolled(), List.of(anything));

        everyCell((requirement, tier) -> {
            Verdict was = certain.verdict(requirement, tier, day);
            assertThat(doubtful.verdict(requirement, tier, day))
                    .isEqualTo(was == Verdict.UNMET ? Verdict.INDETERMINATE : was);
        });
    }

    @Property
    void aFactCountsFromItsDayForTwelveMonthsWhateverYearIsALeapYear(
            @ForAll("soldOn") LocalDate on, @ForAll @IntRange(min = -3, max = 369) int later) {
        LocalDate day = on.plusDays(later);
        Evaluation evaluation = evaluation(Given.nothing().sold(15, on).facts());
        Requirement sales = PROGRAM.requirements().stream()
                .filter(requirement -> requirement.code().equals("LICENSE_SALES"))
                .findFirst()
                .orElseThrow();

        boolean inWindow = on.isAfter(day.minusMonths(12)) && !on.isAfter(day);
        assertThat(evaluation.timeline(sales).on(day).number()).isEqualTo(inWindow ? 15 : 0);
    }

    @Property
    void whatCountsNowAndLaterIsAllThatTheFutureDependsOn(
            @ForAll("facts") List<Fact> facts, @ForAll("days") LocalDate day) {
        Evaluation all = evaluation(facts);
        List<Fact> kept = new ArrayList<>(all.evidence(day));
        kept.addAll(all.evidenceAfter(day));
        Evaluation again = evaluation(kept);

        assertThat(again.evidence(day)).isEqualTo(all.evidence(day));
        assertThat(again.nextChangeAfter(day)).isEqualTo(all.nextChangeAfter(day));
        day.datesUntil(day.plusDays(400), Period.ofDays(20))
                .forEach(later -> assertThat(scorecards(kept, later)).isEqualTo(scorecards(facts, later)));
    }

    @Provide
    static Arbitrary<LocalDate> soldOn() {
        LocalDate first = LocalDate.of(2023, 1, 1);
        return Arbitraries.integers().between(0, 6 * 365).map(first::plusDays);
    }

    @Provide
    static Arbitrary<List<Fact>> facts() {
        return FactArbitraries.facts(-5, 20).list().ofMaxSize(14);
    }

    @Provide
    static Arbitrary<List<Fact>> gains() {
        return FactArbitraries.facts(1, 20).list().ofMaxSize(4);
    }

    @Provide
    static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-400, 1_000).map(Given.JOINED::plusDays);
    }

    private interface Cell {
        void check(Requirement requirement, Tier tier);
    }

    private static void everyCell(Cell cell) {
        PROGRAM.requirements().forEach(requirement -> PROGRAM.tiers().forEach(tier -> cell.check(requirement, tier)));
    }

    private static Evaluation evaluation(List<Fact> facts) {
        return Evaluation.of(PROGRAM, facts, Given.enrolled());
    }

    private static List<Scorecard> scorecards(List<Fact> facts, LocalDate day) {
        Evaluation evaluation = evaluation(facts);
        return PROGRAM.tiers().stream()
                .map(tier -> new Scoring(evaluation, tier, day, java.util.Optional.empty()).scorecard())
                .toList();
    }

    private static Map<String, Verdict> verdicts(Evaluation evaluation, LocalDate day) {
        return PROGRAM.requirements().stream()
                .flatMap(requirement -> PROGRAM.tiers().stream()
                        .map(tier -> Map.entry(
                                requirement.code() + " " + tier.code(), evaluation.verdict(requirement, tier, day))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** By the definition of the windows that version 2.0 uses, looked at from the day. */
    private static boolean inWindow(Window window, Fact fact, LocalDate day) {
        boolean since = window != Window.ROLLING_12_MONTHS || fact.on().isAfter(day.minusMonths(12));
        boolean valid = fact.until() == null || day.isBefore(fact.until());
        return since && valid && !fact.on().isAfter(day);
    }
}
