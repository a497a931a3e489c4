package com.vsoxp.alliance.partner.evidence.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ListingWatchTest {

    private static final ListingRules RULES = new ListingRules(Duration.ofDays(7), 3, Period.ofDays(30));
    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void theThirdMissInARowBeginsTheGrace() {
        ListingWatch watch = ListingWatch.from(START).missed(day(0), UTC, RULES).missed(day(7), UTC, RULES);
        assertThat(watch.strikes()).isEqualTo(2);
        assertThat(watch.lapsesOn()).isNull();
        watch = watch.missed(day(14), UTC, RULES);
        assertThat(watch.strikes()).isEqualTo(3);
        assertThat(watch.lapsesOn()).isEqualTo("2026-04-15");
    }

    @Test
    void askingManyTimesOnOneDayIsOneStrike() {
        ListingWatch watch = ListingWatch.from(START);
        for (int i = 0; i < 5; i++) {
            watch = watch.missed(START.plus(Duration.ofHours(i)), UTC, RULES);
        }
        assertThat(watch.strikes()).isEqualTo(1);
        assertThat(watch.lapsesOn()).isNull();
    }

    @Test
    void oneLookThatFindsItClearsEverything() {
        ListingWatch watch = threeStrikes().missed(day(21), UTC, RULES).seen(day(22), RULES);
        assertThat(watch).isEqualTo(new ListingWatch(0, null, null, day(29)));
        assertThat(watch.missed(day(29), UTC, RULES).strikes()).isEqualTo(1);
    }

    @Test
    void furtherMissesDoNotMoveTheDayOfTheLapse() {
        assertThat(threeStrikes()
                        .missed(day(21), UTC, RULES)
                        .missed(day(28), UTC, RULES)
                        .lapsesOn())
                .isEqualTo("2026-04-15");
    }

    @Test
    void theLastLookIsOnTheDayOfTheLapse() {
        ListingWatch watch = threeStrikes().missed(day(42), UTC, RULES);
        assertThat(watch.nextProbeAt()).isEqualTo("2026-04-15T00:00:00Z");
        assertThat(watch.isOverOn(LocalDate.parse("2026-04-14"))).isFalse();
        assertThat(watch.isOverOn(LocalDate.parse("2026-04-15"))).isTrue();
        assertThat(ListingWatch.from(START).isOverOn(LocalDate.MAX)).isFalse();
    }

    @Test
    void daysAreThoseOfTheZone() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        ListingWatch watch = ListingWatch.from(START).missed(Instant.parse("2026-03-02T22:59:00Z"), berlin, RULES);
        assertThat(watch.struckOn()).isEqualTo("2026-03-02");
        watch = watch.missed(Instant.parse("2026-03-02T23:01:00Z"), berlin, RULES)
                .missed(Instant.parse("2026-03-10T09:00:00Z"), berlin, RULES);
        assertThat(watch.strikes()).isEqualTo(3);
        assertThat(watch.lapsesOn()).isEqualTo("2026-04-09");
        // Midnight there, in summer time by then.
        assertThat(watch.missed(Instant.parse("2026-04-07T09:00:00Z"), berlin, RULES)
                        .nextProbeAt())
                .isEqualTo("2026-04-08T22:00:00Z");
    }

    private static ListingWatch threeStrikes() {
        return ListingWatch.from(START)
                .missed(day(0), UTC, RULES)
                .missed(day(7), UTC, RULES)
                .missed(day(14), UTC, RULES);
    }

    private static Instant day(int days) {
        return START.plus(Duration.ofDays(days));
    }
}
