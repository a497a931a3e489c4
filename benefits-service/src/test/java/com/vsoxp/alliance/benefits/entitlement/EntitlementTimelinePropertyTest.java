package com.vsoxp.alliance.benefits.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.benefits.program.BenefitMatrix;
import com.vsoxp.alliance.benefits.program.Program20;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EntitlementTimelinePropertyTest {

    private static final LocalDate START = LocalDate.parse("2026-01-01");
    private static final Map<String, BenefitMatrix> PROGRAMS =
            Map.of("2.0", Program20.matrix(), "2.1", Program20.matrix("2.1", "40"));

    @Property
    void periodsAreHalfOpenAndNeverOverlap(@ForAll("lives") List<EnrollmentState> life) {
        forEachBenefit(life, periods -> {
            for (int i = 0; i < periods.size(); i++) {
                var period = periods.get(i);
                assertThat(period.isOpen() || period.since().isBefore(period.until()))
                        .isTrue();
                if (i > 0) {
                    var before = periods.get(i - 1);
                    assertThat(before.until()).isNotNull().isBeforeOrEqualTo(period.since());
                    assertThat(before.isContinuedBy(period)).isFalse();
                }
            }
        });
    }

    @Property
    void theOrderOfArrivalDoesNotMatter(@ForAll("lives") List<EnrollmentState> life, @ForAll Random random) {
        var shuffled = new ArrayList<>(life);
        Collections.shuffle(shuffled, random);

        assertThat(EntitlementTimeline.of(shuffled, PROGRAMS).grants())
                .isEqualTo(EntitlementTimeline.of(life, PROGRAMS).grants());
    }

    @Property
    void aSecondHearingOfTheLastStateChangesNothing(@ForAll("lives") List<EnrollmentState> life) {
        var last = life.getLast();
        var again = new ArrayList<>(life);
        again.add(new EnrollmentState(
                last.sequence() + 1,
                last.status(),
                last.tier(),
                last.programVersion(),
                last.tierSince(),
                last.endedOn(),
                last.recordedAt().plusSeconds(86_400)));

        assertThat(EntitlementTimeline.of(again, PROGRAMS).grants())
                .isEqualTo(EntitlementTimeline.of(life, PROGRAMS).grants());
    }

    @Property
    void whatIsHeldNowIsWhatTheLastStateSays(@ForAll("lives") List<EnrollmentState> life) {
        var last = life.getLast();
        var open = EntitlementTimeline.of(life, PROGRAMS).grants().stream()
                .filter(Grant::isOpen)
                .toList();

        switch (last.status()) {
            case ACTIVE -> {
                var values = PROGRAMS.get(last.programVersion()).valuesFor(last.tier());
                assertThat(open).hasSameSizeAs(values.keySet());
                assertThat(open).allSatisfy(grant -> assertThat(grant.value()).isEqualTo(values.get(grant.code())));
            }
            case SUSPENDED ->
                assertThat(open).allMatch(grant -> grant.value().text().equals("NOT_AVAILABLE"));
            case TERMINATED, REJECTED, WITHDRAWN -> assertThat(open).isEmpty();
            case APPLIED -> throw new AssertionError("no life ends with an application");
        }
    }

    private static void forEachBenefit(List<EnrollmentState> life, Consumer<List<Grant>> check) {
        var grants = EntitlementTimeline.of(life, PROGRAMS).grants();
        grants.stream()
                .map(Grant::code)
                .distinct()
                .forEach(code -> check.accept(grants.stream()
                        .filter(grant -> grant.code().equals(code))
                        .toList()));
    }

    /** Any succession of states: a few days apart, on one day, or dated back. */
    @Provide
    Arbitrary<List<EnrollmentState>> lives() {
        var step = Combinators.combine(
                        Arbitraries.of(
                                EnrollmentStatus.ACTIVE,
                                EnrollmentStatus.ACTIVE,
                                EnrollmentStatus.SUSPENDED,
                                EnrollmentStatus.TERMINATED),
                        Arbitraries.of(Program20.RESELLER, Program20.PREMIER),
                        Arbitraries.of("2.0", "2.1"),
                        Arbitraries.integers().between(-20, 40))
                .as(Step::new);
        return step.list().ofMinSize(1).ofMaxSize(12).map(EntitlementTimelinePropertyTest::live);
    }

    private record Step(EnrollmentStatus status, String tier, String program, int daysLater) {}

    private static List<EnrollmentState> live(List<Step> steps) {
        var states = new ArrayList<EnrollmentState>();
        var day = START;
        for (var step : steps) {
            day = day.plusDays(step.daysLater);
            var ends = step.status == EnrollmentStatus.TERMINATED;
            states.add(Enrollments.state(
                    states.size() + 1,
                    step.status,
                    ends ? null : step.tier,
                    ends ? null : step.program,
                    ends ? null : day.toString(),
                    ends ? day.toString() : null,
                    day.toString()));
        }
        return states;
    }
}
