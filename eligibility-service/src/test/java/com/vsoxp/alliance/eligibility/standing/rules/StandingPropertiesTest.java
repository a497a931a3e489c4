package com.vsoxp.alliance.eligibility.standing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.eligibility.document.BundledProgram;
import com.vsoxp.alliance.eligibility.evaluation.Evaluation;
import com.vsoxp.alliance.eligibility.evaluation.FactArbitraries;
import com.vsoxp.alliance.eligibility.evaluation.Given;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.standing.rules.StandingRules.Course;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every standing, whatever the facts. */
class StandingPropertiesTest {

    private static final List<Program> PROGRAMS =
            List.of(BundledProgram.VERSION_2, BundledProgram.with("promotion: AUTOMATIC", "promotion: REVIEW"));

    @Property
    void jumpingOverTimeIsTheSameAsLivingThroughEveryDay(
            @ForAll("rules") StandingRules rules, @ForAll("days") LocalDate first) {
        LocalDate last = first.plusMonths(20);
        Course start = rules.look(Standing.applicant(), first);
        List<Move> lived = new ArrayList<>();
        Standing standing = start.standing();
        for (LocalDate day = first.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            Course course = rules.look(standing, day);
            lived.addAll(course.moves());
            standing = course.standing();
        }

        LocalDate due = rules.nextTransition(start.standing(), first).orElse(null);
        Course jumped = rules.passTime(start.standing(), due, last);

        assertThat(jumped.standing()).isEqualTo(standing);
        assertThat(jumped.moves()).isEqualTo(lived);
    }

    @Property
    void lookingTwiceOnOneDayMovesNothingMore(@ForAll("rules") StandingRules rules, @ForAll("days") LocalDate day) {
        Standing once = rules.step(Standing.applicant(), day);

        assertThat(rules.look(once, day).moves()).isEmpty();
    }

    @Property
    void theForeseenLossIsTheFirstOneThatTimeBrings(
            @ForAll("rules") StandingRules rules, @ForAll("days") LocalDate day) {
        Standing standing = rules.step(Standing.applicant(), day);
        LocalDate due = rules.nextTransition(standing, day).orElse(null);
        List<Move> future = rules.passTime(standing, due, day.plusYears(6)).moves();

        assertThat(rules.nextLoss(standing, day))
                .isEqualTo(future.stream()
                        .filter(move -> move.movement() == Movement.DEMOTION || move.movement() == Movement.LAPSE)
                        .findFirst());
    }

    @Property
    void theForeseenLossIsForRequirementsThatAreUnmetOnItsDay(
            @ForAll("rules") StandingRules rules, @ForAll("days") LocalDate day) {
        Standing standing = rules.step(Standing.applicant(), day);

        rules.foreseenLoss(standing, day).ifPresent(loss -> {
            assertThat(loss.on()).isAfter(day);
            assertThat(loss.requirements()).isNotEmpty();
            assertThat(rules.nextLoss(standing, day)).hasValueSatisfying(move -> {
                assertThat(move.on()).isEqualTo(loss.on());
                assertThat(move.to().tier()).isEqualTo(loss.fallsTo());
            });
        });
    }

    @Property
    void aLossIsForeseenAlikeUntilItComes(@ForAll("rules") StandingRules rules, @ForAll("days") LocalDate day) {
        Standing standing = rules.step(Standing.applicant(), day);

        rules.foreseenLoss(standing, day).ifPresent(loss -> {
            LocalDate later = loss.on().minusDays(1);
            LocalDate due = rules.nextTransition(standing, day).orElse(null);
            Course course = rules.passTime(standing, due, later);
            assertThat(rules.foreseenLoss(course.standing(), later))
                    .hasValueSatisfying(then -> assertThat(then.on()).isEqualTo(loss.on()));
        });
    }

    @Provide
    static Arbitrary<StandingRules> rules() {
        Arbitrary<List<Fact>> facts = FactArbitraries.facts(1, 20).list().ofMaxSize(25);
        Arbitrary<List<Fact>> nearlyPremier = facts.map(more -> {
            List<Fact> all = new ArrayList<>(Given.premierButForSales().facts());
            all.addAll(more);
            return all;
        });
        return Arbitraries.oneOf(facts, nearlyPremier).flatMap(all -> Arbitraries.of(PROGRAMS)
                .map(program -> new StandingRules(Evaluation.of(program, all, Given.enrolled()), null)));
    }

    @Provide
    static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-30, 500).map(Given.JOINED::plusDays);
    }
}
