package com.vsoxp.alliance.eligibility.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.eligibility.document.BundledProgram;
import com.vsoxp.alliance.eligibility.document.ExampleProgram;
import com.vsoxp.alliance.eligibility.enrollment.EnrollmentDates;
import com.vsoxp.alliance.eligibility.evaluation.RequirementScore.Days;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.program.Amount;
import com.vsoxp.alliance.eligibility.program.Level;
import com.vsoxp.alliance.eligibility.program.Measure;
import com.vsoxp.alliance.eligibility.program.Measure.Aggregate;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.platform.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * An evaluation follows verdicts from change to change. On any day they are those that the definition gives, which looks back
 * from the day at all facts, whatever the program.
 */
class VerdictDefinitionTest {

    @Property(tries = 2000)
    void onAnyDayAVerdictIsWhatLookingBackFromTheDayGives(
            @ForAll("programs") Program program,
            @ForAll("facts") List<Fact> facts,
            @ForAll("dates") EnrollmentDates dates,
            @ForAll("days") LocalDate day) {
        Evaluation evaluation = Evaluation.of(program, facts, dates);

        program.requirements().forEach(requirement -> program.tiers()
                .forEach(tier -> assertThat(evaluation.verdict(requirement, tier, day))
                        .as("%s for %s", requirement.measure(), requirement.levelOf(tier))
                        .isEqualTo(verdict(requirement.measure(), requirement.levelOf(tier), facts, dates, day))));
    }

    private static Verdict verdict(
            Measure measure, Level level, List<Fact> facts, EnrollmentDates dates, LocalDate day) {
        return switch (level) {
            case Level.NotApplicable _ -> Verdict.NOT_APPLICABLE;
            case Level.Encouraged encouraged -> measured(measure, encouraged.target(), facts, dates, day);
            case Level.Required required -> {
                Verdict measured = measured(measure, required.target(), facts, dates, day);
                LocalDate joined = dates.since() == null ? day : dates.since();
                boolean inGrace = !required.grace().isZero() && day.isBefore(joined.plus(required.grace()));
                yield measured != Verdict.MET && inGrace ? Verdict.IN_GRACE : measured;
            }
        };
    }

    private static Verdict measured(
            Measure measure, Amount target, List<Fact> facts, EnrollmentDates dates, LocalDate day) {
        long reached = 0;
        boolean mayBeMore = false;
        boolean mayBeLess = false;
        boolean windowsAreKnown = true;
        for (Measure.Part part : measure.parts()) {
            Optional<Days> window = Counting.days(part.window(), day, dates);
            windowsAreKnown &= window.isPresent();
            for (Fact fact : facts) {
                if (fact.kind().equals(part.of()) && window.isPresent() && counts(fact, window.get())) {
                    Optional<Long> worth = worth(measure.aggregate(), part.weight(), target, fact);
                    reached += worth.orElse(0L);
                    mayBeMore |= worth.isEmpty() && fact.quantity() >= 0;
                    mayBeLess |= worth.isEmpty() && fact.quantity() < 0;
                }
            }
        }
        boolean isMet = reached >= target.number();
        if (isMet ? mayBeLess : mayBeMore || !windowsAreKnown) {
            return Verdict.INDETERMINATE;
        }
        return isMet ? Verdict.MET : Verdict.UNMET;
    }

    private static boolean counts(Fact fact, Days window) {
        boolean isInWindow = (window.from() == null || !fact.on().isBefore(window.from()))
                && !fact.on().isAfter(window.to());
        return isInWindow && (fact.until() == null || window.to().isBefore(fact.until()));
    }

    /** Empty for money that is not told in the target's currency. */
    private static Optional<Long> worth(Aggregate aggregate, long weight, Amount target, Fact fact) {
        return switch (aggregate) {
            case COUNT, HOLDS -> Optional.of(1L);
            case POINTS -> Optional.of(fact.quantity() * weight);
            case SUM ->
                target instanceof Amount.Sum sum
                        ? Optional.ofNullable(fact.money())
                                .filter(money ->
                                        money.currency().equals(sum.money().currency()))
                                .map(Amount::minorUnits)
                        : Optional.of(fact.quantity());
        };
    }

    @Provide
    static Arbitrary<Program> programs() {
        return Arbitraries.of(
                BundledProgram.VERSION_2,
                BundledProgram.with("window: ROLLING_12_MONTHS", "window: CALENDAR_YEAR"),
                BundledProgram.with("window: ROLLING_12_MONTHS", "window: ENROLLMENT_YEAR"),
                BundledProgram.with("window: EVER", "window: ENROLLMENT"),
                BundledProgram.with("target: 15", "target: 15, grace: P1M"),
                ExampleProgram.GROWTH);
    }

    @Provide
    static Arbitrary<List<Fact>> facts() {
        Arbitrary<Money> money =
                Arbitraries.of(Money.of("250.00", "USD"), Money.of("4000.00", "USD"), Money.of("500.00", "EUR"));
        return Combinators.combine(FactArbitraries.facts(-5, 20), money.injectNull(0.2))
                .as((fact, sum) -> new Fact(fact.id(), fact.kind(), fact.on(), fact.until(), fact.quantity(), sum))
                .list()
                .ofMaxSize(20);
    }

    @Provide
    static Arbitrary<EnrollmentDates> dates() {
        return Combinators.combine(days().injectNull(0.3), days().injectNull(0.3), days().injectNull(0.7))
                .as(EnrollmentDates::new);
    }

    @Provide
    static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-400, 1_000).map(Given.JOINED::plusDays);
    }
}
