package com.vsoxp.alliance.eligibility.rehearsal.columns;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.eligibility.document.BundledProgram;
import com.vsoxp.alliance.eligibility.document.ExampleProgram;
import com.vsoxp.alliance.eligibility.enrollment.Enrollment;
import com.vsoxp.alliance.eligibility.enrollment.EnrollmentDates;
import com.vsoxp.alliance.eligibility.evaluation.Doubt;
import com.vsoxp.alliance.eligibility.evaluation.Evaluation;
import com.vsoxp.alliance.eligibility.evaluation.FactArbitraries;
import com.vsoxp.alliance.eligibility.evaluation.Given;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.program.Amount;
import com.vsoxp.alliance.eligibility.program.Policies;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.program.Succession;
import com.vsoxp.alliance.eligibility.program.Tier;
import com.vsoxp.alliance.eligibility.rehearsal.columns.Prospect.Direction;
import com.vsoxp.alliance.eligibility.standing.rules.Passage;
import com.vsoxp.alliance.eligibility.standing.rules.Passage.Place;
import com.vsoxp.alliance.eligibility.standing.rules.Standing;
import com.vsoxp.alliance.eligibility.standing.rules.Standing.Status;
import com.vsoxp.alliance.eligibility.standing.rules.StandingRules;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** The columns tell of every partner what the rules themselves say, whatever the program and the facts. */
class ForesightPropertiesTest {

    private static final List<Program> PROGRAMS = List.of(
            BundledProgram.VERSION_2,
            BundledProgram.with("promotion: AUTOMATIC", "promotion: REVIEW"),
            BundledProgram.with("window: ROLLING_12_MONTHS", "window: CALENDAR_YEAR"),
            BundledProgram.with("window: ROLLING_12_MONTHS", "window: ENROLLMENT_YEAR"),
            BundledProgram.with("window: EVER", "window: ENROLLMENT"),
            BundledProgram.with("grace: P12M", "grace: P1M"));

    /** A partner as it stands before the program comes into force. */
    record Case(
            Program program,
            List<Fact> facts,
            List<Doubt> doubts,
            EnrollmentDates dates,
            Standing was,
            String enrolledTier) {}

    @Property(tries = 2000)
    void theColumnsSayWhatTheRulesSay(@ForAll("cases") Case given, @ForAll("days") LocalDate day) {
        Evaluation evaluation = Evaluation.of(given.program, given.facts, given.dates, given.doubts);
        Standing then = new StandingRules(evaluation, given.enrolledTier).step(given.was, day);

        Prospect told = told(given, day);

        if (given.was.status() == Status.LAPSED) {
            assertThat(told.direction()).isEqualTo(Direction.UNCHANGED);
            return;
        }
        boolean cureBegins = then.status() == Status.AT_RISK && day.equals(then.since());
        String tierThen = then.pendingTier() != null
                ? then.pendingTier()
                : cureBegins ? below(evaluation, then.tier(), day) : then.tier();
        assertThat(told.tierThen()).isEqualTo(tierThen);
        assertThat(told.direction()).isEqualTo(direction(given.program, given.was.tier(), tierThen));
        if (then.pendingTier() == null) {
            assertThat(told.newlyAtRisk()).isEqualTo(cureBegins && given.was.status() != Status.AT_RISK);
            assertThat(told.cureEndsOn()).isEqualTo(told.newlyAtRisk() ? then.cureEndsOn() : null);
            assertThat(told.relieved())
                    .isEqualTo(given.was.status() == Status.AT_RISK
                            && then.status() == Status.GOOD
                            && told.direction() != Direction.DEMOTED);
            if (then.status() == Status.AT_RISK) {
                Tier held = given.program.tier(then.tier()).orElseThrow();
                assertThat(told.unmet()).isEqualTo(evaluation.unmet(held, day));
            }
        }
    }

    /** What a publication does, {@code Passage} does: the partner moves over, and is looked at on the same day. */
    @Property(tries = 2000)
    void theColumnsSayWhatAPublicationThenDoes(@ForAll("moves") Case given, @ForAll("days") LocalDate day) {
        Standing was = given.was.cureEndsOn() == null
                ? given.was
                : new Standing(
                        given.was.status(),
                        given.was.tier(),
                        given.was.pendingTier(),
                        given.was.since(),
                        day.plusDays(30),
                        given.was.unmet());
        Case moving = new Case(given.program, given.facts, given.doubts, given.dates, was, was.tier());
        Passage passage = passage(moving, day, null);

        Place place = passage.passTime(BundledProgram.VERSION_2, was, null, day);

        assertSays(told(moving, BundledProgram.VERSION_2, day, null), was, passage, place, day);
    }

    /** Each on the day on which its publication moves it, and to what was said if the evidence still says the same by then. */
    @Property(tries = 3000)
    void theColumnsSayWhenAPublicationMovesEachOver(
            @ForAll("moves") Case given,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(min = -400, max = 1200) int termEndsAfter,
            @ForAll Policies.Transition transition) {
        LocalDate termEndsOn = day.plusDays(termEndsAfter);
        Program program = with(transition, given.program);
        Standing good = given.was.cureEndsOn() == null ? given.was : Standing.good(given.was.tier(), given.was.since());
        Case moving = new Case(program, given.facts, given.doubts, given.dates, good, good.tier());
        Passage passage = passage(moving, day, termEndsOn);

        Prospect told = told(moving, BundledProgram.VERSION_2, day, termEndsOn);

        LocalDate movesOn = told.movesOn();
        assertThat(movesOn).isAfterOrEqualTo(day);
        assertThat(passage.passTime(BundledProgram.VERSION_2, good, null, movesOn.minusDays(1))
                        .program())
                .isEqualTo(BundledProgram.VERSION_2);
        Place place = passage.passTime(BundledProgram.VERSION_2, good, null, movesOn);
        assertThat(place.program().version()).isEqualTo(program.version());
        boolean later = movesOn.isAfter(day);
        boolean alike = saysTheSame(passage.rules(place.program()).evaluation(), day, movesOn);
        if (alike) {
            assertSays(told, good, passage, place, movesOn);
        }
        Statistics.label("moves later, by evidence that says the same").collect(later && alike);
        Statistics.label("moves later, by evidence that says the same")
                .coverage(all -> all.check(true).percentage(share -> share > 5));
    }

    private static boolean saysTheSame(Evaluation evaluation, LocalDate one, LocalDate other) {
        return evaluation.program().tiers().stream()
                .allMatch(tier -> evaluation.program().requirements().stream().allMatch(requirement -> evaluation
                        .verdict(requirement, tier, one)
                        .equals(evaluation.verdict(requirement, tier, other))));
    }

    /** From version 2.0 to the other program, which comes into force on the day. */
    private static Passage passage(Case moving, LocalDate day, LocalDate termEndsOn) {
        Succession succession = new Succession(List.of(BundledProgram.VERSION_2, moving.program.effectiveFrom(day)));
        String tier = moving.was.tier();
        Enrollment enrollment = new Enrollment(UUID.randomUUID(), tier, tier, termEndsOn, moving.dates);
        return new Passage(
                succession, enrollment, program -> Evaluation.of(program, moving.facts, moving.dates, moving.doubts));
    }

    private static void assertSays(Prospect told, Standing was, Passage passage, Place place, LocalDate day) {
        Standing then = place.standing();
        Evaluation evaluation = passage.rules(place.program()).evaluation();
        boolean newlyAtRisk = then.status() == Status.AT_RISK && was.status() != Status.AT_RISK;
        String tierThen = then.pendingTier() != null
                ? then.pendingTier()
                : newlyAtRisk ? below(evaluation, then.tier(), day) : then.tier();
        assertThat(told.tierThen()).isEqualTo(tierThen);
        assertThat(told.requiresApproval()).isEqualTo(then.pendingTier() != null);
        if (then.pendingTier() == null) {
            assertThat(told.newlyAtRisk()).isEqualTo(newlyAtRisk);
            assertThat(told.cureEndsOn()).isEqualTo(newlyAtRisk ? then.cureEndsOn() : null);
            assertThat(told.relieved()).isEqualTo(was.status() == Status.AT_RISK && then.status() == Status.GOOD);
        }
    }

    private static Prospect told(Case given, LocalDate day) {
        return told(given, given.program, day, null);
    }

    private static Prospect told(Case given, Program under, LocalDate day, LocalDate termEndsOn) {
        Demands demands = Demands.of(given.program, day);
        PartnerColumns columns = new PartnerColumns(demands, 1);
        UUID id = UUID.randomUUID();
        int partner = columns.add(
                id.getMostSignificantBits(),
                id.getLeastSignificantBits(),
                given.was.status(),
                given.was.tier(),
                given.was.pendingTier(),
                Demands.toNumber(given.was.cureEndsOn()),
                under.version());
        columns.enroll(
                partner,
                given.enrolledTier,
                Demands.toNumber(given.dates.appliedOn()),
                Demands.toNumber(given.dates.since()),
                Demands.toNumber(given.dates.previousEndedOn()),
                Demands.toNumber(termEndsOn));
        for (Fact fact : given.facts) {
            columns.count(
                    columns.find(id.getMostSignificantBits(), id.getLeastSignificantBits()),
                    fact.kind(),
                    Demands.toNumber(fact.on()),
                    fact.until() == null ? Integer.MAX_VALUE : Demands.toNumber(fact.until()),
                    fact.quantity(),
                    fact.money() == null ? 0 : Amount.minorUnits(fact.money()),
                    fact.money() == null ? null : fact.money().currency());
        }
        given.doubts.forEach(doubt -> columns.doubt(partner, doubt.kind()));
        List<Prospect> affected = new ArrayList<>();
        Foresight foresight = new Foresight(demands, columns, _ -> under);
        Summary summary = foresight.tell(affected::add).summary();
        Prospect prospect = foresight.of(partner);
        assertThat(affected).isEqualTo(prospect.isAffected() ? List.of(prospect) : List.of());
        if (given.was.status() != Status.LAPSED) {
            YearMonth month = YearMonth.from(prospect.movesOn());
            assertThat(summary.spread())
                    .containsExactly(new Summary.Month(
                            month.toString(), 1, summary.promoted(), summary.demoted(), summary.atRisk()));
        }
        assertThat(summary.promoted() + summary.demoted() + summary.unchanged()).isEqualTo(summary.partners());
        return prospect;
    }

    private static String below(Evaluation evaluation, String held, LocalDate day) {
        Tier tier = evaluation.program().tier(held).orElseThrow();
        return evaluation.tenableTierBelow(tier, day).map(Tier::code).orElse(null);
    }

    private static Direction direction(Program program, String now, String then) {
        if (program.ranksAbove(then, now)) {
            return Direction.PROMOTED;
        }
        return program.ranksAbove(now, then) ? Direction.DEMOTED : Direction.UNCHANGED;
    }

    @Provide
    static Arbitrary<Case> cases() {
        Arbitrary<List<Fact>> few = FactArbitraries.facts(-3, 20).list().ofMaxSize(20);
        Arbitrary<List<Fact>> facts = Arbitraries.oneOf(few, few.map(more -> {
            List<Fact> all = new ArrayList<>(Given.premierButForSales().facts());
            all.addAll(more);
            return all;
        }));
        return Combinators.combine(
                        Arbitraries.of(PROGRAMS), facts, doubts(), dates(), standings(), tiers().injectNull(0.3))
                .as(Case::new);
    }

    /** Partners under version 2.0, and another program to which they move. */
    @Provide
    static Arbitrary<Case> moves() {
        List<Program> others = Stream.concat(PROGRAMS.stream(), Stream.of(ExampleProgram.GROWTH))
                .map(program -> with(Policies.Transition.AT_ONCE, program))
                .toList();
        return Combinators.combine(cases(), Arbitraries.of(others))
                .as((given, program) ->
                        new Case(program, given.facts, given.doubts, given.dates, given.was, given.enrolledTier))
                .filter(given -> given.was.status() != Status.LAPSED);
    }

    private static Program with(Policies.Transition transition, Program program) {
        Policies policies = program.policies();
        return new Program(
                "next",
                program.title(),
                program.effectiveFrom(),
                program.timeZone(),
                program.tiers(),
                program.requirements(),
                program.benefits(),
                new Policies(policies.promotion(), policies.curePeriod(), transition, policies.interpretation()));
    }

    @Provide
    static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-60, 800).map(Given.JOINED::plusDays);
    }

    private static Arbitrary<EnrollmentDates> dates() {
        Arbitrary<LocalDate> day = days();
        return Combinators.combine(day.injectNull(0.2), day.injectNull(0.2), day.injectNull(0.7))
                .as(EnrollmentDates::new);
    }

    private static Arbitrary<List<Doubt>> doubts() {
        return Arbitraries.of("LICENSE_SALE", "SUCCESS_STORY", "INTERNAL_USE")
                .injectNull(0.2)
                .map(kind -> new Doubt("alliance.sales", 1, null, kind))
                .list()
                .ofMaxSize(2)
                .filter(all -> all.size() != 1);
    }

    private static Arbitrary<String> tiers() {
        return Arbitraries.of("RESELLER", "PREMIER");
    }

    private static Arbitrary<Standing> standings() {
        Arbitrary<Standing> good = Combinators.combine(tiers(), days()).as(Standing::good);
        Arbitrary<Standing> atRisk = Combinators.combine(
                        tiers(), days(), Arbitraries.integers().between(1, 120))
                .as((tier, since, cure) -> new Standing(
                        Status.AT_RISK, tier, null, since.minusYears(5), since.plusDays(cure), List.of("ANY")));
        Arbitrary<Standing> pending = Combinators.combine(days(), Arbitraries.of(Status.GOOD, Status.AT_RISK))
                .as((since, status) -> new Standing(
                        status,
                        "RESELLER",
                        "PREMIER",
                        since.minusYears(5),
                        status == Status.AT_RISK ? since : null,
                        List.of()));
        Arbitrary<Standing> others = Arbitraries.of(
                Standing.applicant(), new Standing(Status.LAPSED, null, null, Given.JOINED, null, List.of()));
        return Arbitraries.frequencyOf(
                Tuple.of(4, good), Tuple.of(4, atRisk), Tuple.of(2, pending), Tuple.of(1, others));
    }
}
