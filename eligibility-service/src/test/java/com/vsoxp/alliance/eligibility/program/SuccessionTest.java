package com.vsoxp.alliance.eligibility.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.eligibility.document.BundledProgram;
import com.vsoxp.alliance.eligibility.program.Policies.Transition;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuccessionTest {

    private static final LocalDate BEGIN = LocalDate.of(2027, 3, 1);
    private static final Program OLD = BundledProgram.VERSION_2;
    private static final Program AT_ONCE = version("3.0", BEGIN, Transition.AT_ONCE);
    private static final Program AT_NEXT_TERM = version("3.0", BEGIN, Transition.AT_NEXT_TERM);

    @Test
    void whoComesNewStandsUnderTheVersionInForce() {
        Succession succession = new Succession(List.of(OLD, AT_NEXT_TERM));

        assertThat(succession.inForce(BEGIN.minusDays(1))).isEqualTo(OLD);
        assertThat(succession.inForce(BEGIN)).isEqualTo(AT_NEXT_TERM);
        assertThat(succession.inForce(LocalDate.of(1990, 1, 1)))
                .as("before there was a program")
                .isEqualTo(OLD);
    }

    @Test
    void atOnceMovesEverybodyOnTheFirstDayWhateverTheirTerm() {
        Succession succession = new Succession(List.of(OLD, AT_ONCE));
        LocalDate termEndsOn = LocalDate.of(2027, 9, 30);

        assertThat(succession.after(OLD, BEGIN.minusDays(1), termEndsOn)).isEqualTo(OLD);
        assertThat(succession.after(OLD, BEGIN, termEndsOn)).isEqualTo(AT_ONCE);
        assertThat(succession.nextSwitch(OLD, termEndsOn)).contains(BEGIN);
        assertThat(succession.nextSwitch(AT_ONCE, termEndsOn)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", delimiter = '|', textBlock = """
            2027-09-30 | 2027-10-01 | its term ends then
            2027-02-28 | 2027-03-01 | a term begins that very day
            2026-12-31 | 2027-03-01 | its term is overdue
            2028-02-27 | 2028-02-28 | its term began the day before
            2028-09-30 | 2027-10-01 | it renewed ahead, and the term it is in ends first
            none       | 2027-03-01 | it is in no term
            """)
    void atNextTermMovesWhenTheTermEndsInWhichTheFirstDayFalls(LocalDate termEndsOn, LocalDate expected, String why) {
        Succession succession = new Succession(List.of(OLD, AT_NEXT_TERM));

        assertThat(succession.nextSwitch(OLD, termEndsOn)).as(why).contains(expected);
        assertThat(succession.after(OLD, expected.minusDays(1), termEndsOn)).isEqualTo(OLD);
        assertThat(succession.after(OLD, expected, termEndsOn)).isEqualTo(AT_NEXT_TERM);
    }

    @Test
    void ofSeveralVersionsThatItCouldMoveToAPartnerMovesToTheLast() {
        LocalDate sooner = BEGIN.plusMonths(1);
        Program last = version("4.0", sooner, Transition.AT_ONCE);
        Succession succession = new Succession(List.of(OLD, AT_NEXT_TERM, last));
        LocalDate termEndsOn = LocalDate.of(2027, 9, 30);

        assertThat(succession.nextSwitch(OLD, termEndsOn)).contains(sooner);
        assertThat(succession.after(OLD, LocalDate.of(2027, 12, 1), termEndsOn)).isEqualTo(last);
        assertThat(succession.after(last, LocalDate.of(2027, 12, 1), termEndsOn))
                .isEqualTo(last);
    }

    private static Program version(String name, LocalDate from, Transition transition) {
        return new Program(
                name,
                OLD.title(),
                from,
                OLD.timeZone(),
                OLD.tiers(),
                OLD.requirements(),
                OLD.benefits(),
                new Policies(OLD.policies().promotion(), OLD.policies().curePeriod(), transition, null));
    }
}
