package com.vsoxp.alliance.eligibility.standing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.eligibility.standing.rules.Warnings.Notice;
import com.vsoxp.alliance.eligibility.standing.rules.Warnings.Told;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WarningsTest {

    private static final Warnings WARNINGS = new Warnings(List.of(7, 90, 30));
    private static final LocalDate LOSS = LocalDate.of(2027, 6, 18);

    /** One who listens, and remembers as the standing does. */
    private static final class Listener {

        private Optional<Told> told = Optional.empty();
        private final List<LocalDate> warned = new ArrayList<>();
        private final List<LocalDate> calmed = new ArrayList<>();

        Listener look(LocalDate day, LocalDate lossOn) {
            Optional<Loss> loss =
                    Optional.ofNullable(lossOn).map(on -> new Loss(on, "PREMIER", null, List.of("LICENSE_SALES")));
            Notice notice = WARNINGS.notice(told, loss, day);
            if (notice != Notice.NOTHING) {
                (notice == Notice.LOSS_AHEAD ? warned : calmed).add(day);
                told = WARNINGS.near(loss, day).map(near -> new Told(near.on(), day));
            }
            return this;
        }

        Listener live(LocalDate from, LocalDate until, LocalDate lossOn) {
            from.datesUntil(until).forEach(day -> look(day, lossOn));
            return this;
        }
    }

    @Test
    void aLossIsToldOfNinetyThirtyAndSevenDaysBeforeAndEachOnce() {
        Listener listener = new Listener().live(LOSS.minusYears(1), LOSS, LOSS);

        assertThat(listener.warned).containsExactly(LOSS.minusDays(90), LOSS.minusDays(30), LOSS.minusDays(7));
        assertThat(listener.calmed).isEmpty();
    }

    @Test
    void aLossThatIsSuddenlyNearIsToldOfAtOnce() {
        Listener listener = new Listener().live(LOSS.minusDays(20), LOSS, LOSS);

        assertThat(listener.warned).containsExactly(LOSS.minusDays(20), LOSS.minusDays(7));
    }

    @Test
    void whoeverLooksLateTellsOfItOnce() {
        Listener listener = new Listener().look(LOSS.minusDays(28), LOSS).look(LOSS.minusDays(27), LOSS);

        assertThat(listener.warned).containsExactly(LOSS.minusDays(28));
    }

    @Test
    void aLossThatIsAvertedIsToldOfOnceToo() {
        LocalDate averted = LOSS.minusDays(80);
        Listener listener = new Listener().look(LOSS.minusDays(90), LOSS).live(averted, LOSS, null);

        assertThat(listener.calmed).containsExactly(averted);
    }

    @Test
    void aLossThatMovesBeyondTheFirstWarningIsAverted() {
        LocalDate moved = LOSS.minusDays(80);
        LocalDate later = moved.plusDays(91);
        Listener listener = new Listener().look(LOSS.minusDays(90), LOSS).live(moved, later.minusDays(60), later);

        assertThat(listener.calmed).containsExactly(moved);
        assertThat(listener.warned).containsExactly(LOSS.minusDays(90), later.minusDays(90));
    }

    @Test
    void aDateThatMovesBackAndForthIsToldOnceEachWayAndNoMore() {
        LocalDate day = LOSS.minusDays(60);
        Listener listener = new Listener().look(LOSS.minusDays(90), LOSS);

        for (int flip = 0; flip < 5; flip++) {
            listener.look(day, LOSS.plusDays(9)).look(day, LOSS);
        }

        assertThat(listener.warned).containsExactly(LOSS.minusDays(90), day, day);
        assertThat(listener.calmed).isEmpty();
    }

    @Test
    void aLossThatComesSoonerThanToldIsToldOfAtOnce() {
        LocalDate day = LOSS.minusDays(85);
        Listener listener = new Listener()
                .look(LOSS.minusDays(90), LOSS)
                .look(day, LOSS.minusDays(20))
                .look(day, LOSS)
                .look(day, LOSS.minusDays(20));

        assertThat(listener.warned).containsExactly(LOSS.minusDays(90), day);
    }

    @Test
    void aLossThatMovedAwayIsToldOfWhenItsOwnNextDayComes() {
        LocalDate later = LOSS.plusDays(20);
        Listener listener = new Listener()
                .live(LOSS.minusDays(90), LOSS.minusDays(29), LOSS)
                .live(LOSS.minusDays(29), later, later);

        assertThat(listener.warned)
                .containsExactly(LOSS.minusDays(90), LOSS.minusDays(30), later.minusDays(30), later.minusDays(7));
    }

    @Property
    void nothingIsToldBeforeTheForeseenDayOfNoticeUnlessSomethingMoves(
            @ForAll("days") LocalDate first, @ForAll("days") LocalDate lossOn) {
        Optional<Loss> loss = Optional.of(new Loss(lossOn, "PREMIER", null, List.of()));
        Listener listener = new Listener().look(first, lossOn);
        int told = listener.warned.size();
        LocalDate next = WARNINGS.nextNoticeAfter(first, loss).orElse(lossOn);

        if (next.isAfter(first)) {
            listener.live(first.plusDays(1), next, lossOn);
            assertThat(listener.warned).hasSize(told);
            if (next.isBefore(lossOn)) {
                assertThat(listener.look(next, lossOn).warned)
                        .hasSize(told + 1)
                        .last()
                        .isEqualTo(next);
            }
        }
    }

    @Provide
    static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-200, 200).map(LOSS::plusDays);
    }
}
