package com.vsoxp.alliance.partner.evidence.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;

class ListingWatchTest {

    private static final ListingRules RULES = new ListingRules(Duration.ofDays(7), 3, Period.ofDays(30));
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void theThirdMissInARowBeginsTheGrace() {
        ListingWatch watch = ListingWatch.from(START).missed(day(0), RULES).missed(day(7), RULES);
        assertThat(watch.strikes()).isEqualTo(2);
        assertThat(watch.lapsesOn()).isNull();
        watch = watch.missed(day(14), RULES);
        assertThat(watch.strikes()).isEqualTo(3);
        assertThat(watch.lapsesOn()).isEqualTo("2026-04-15");
    }

    @Test
    void askingManyTimesOnOneDayIsOneStrike() {
        ListingWatch watch = ListingWatch.from(START);
        for (int i = 0; i < 5; i++) {
            watch = watch.missed(START.plus(Duration.ofHours(i)), RULES);
        }
        assertThat(watch.strikes()).isEqualTo(1);
        assertThat(watch.lapsesOn()).isNull();
    }

    @Test
    void oneLookThatFindsItClearsEverything() {
        ListingWatch watch = threeStrikes().missed(day(21), RULES).seen(day(22), RULES);
        assertThat(watch).isEqualTo(new ListingWatch(0, null, null, day(29)));
        assertThat(watch.missed(day(29), RULES).strikes()).isEqualTo(1);
    }

    @Test
    void furtherMissesDoNotMoveTheDayOfTheLapse() {
        assertThat(threeStrikes().missed(day(21), RULES).missed(day(28), RULES).lapsesOn())
                .isEqualTo("2026-04-15");
    }

    @Test
    void theLastLookIsOnTheDayOfTheLapse() {
        ListingWatch watch = threeStrikes().missed(day(42), RULES);
        assertThat(watch.nextProbeAt()).isEqualTo("2026-04-15T00:00:00Z");
        assertThat(watch.isOverOn(LocalDate.parse("2026-04-14"))).isFalse();
        assertThat(watch.isOverOn(LocalDate.parse("2026-04-15"))).isTrue();
        assertThat(ListingWatch.from(START).isOverOn(LocalDate.MAX)).isFalse();
    }

    private static ListingWatch threeStrikes() {
        return ListingWatch.from(START)
                .missed(day(0), RULES)
                .missed(day(7), RULES)
                .missed(day(14), RULES);
    }

    private static Instant day(int days) {
        return START.plus(Duration.ofDays(days));
    }
}
