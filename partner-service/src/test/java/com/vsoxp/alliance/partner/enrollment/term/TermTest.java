package com.vsoxp.alliance.partner.enrollment.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermTest {

    private static final RenewalWindow WINDOW = new RenewalWindow(60, 30);
    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

    @ParameterizedTest
    @CsvSource({
        "2026-01-12, 1, 2026-01-12, 2027-01-11",
        "2026-01-12, 2, 2027-01-12, 2028-01-11",
        "2024-02-29, 1, 2024-02-29, 2025-02-27",
        "2024-02-29, 2, 2025-02-28, 2026-02-27",
        "2024-02-29, 4, 2027-02-28, 2028-02-28",
        "2024-02-29, 5, 2028-02-29, 2029-02-27",
        "2023-03-01, 1, 2023-03-01, 2024-02-29"
    })
    void aTermRunsFromAnAnniversaryToTheDayBeforeTheNext(
            LocalDate anchor, int number, LocalDate first, LocalDate last) {
        Term term = new Term(anchor, number);
        assertThat(term.startsOn()).isEqualTo(first);
        assertThat(term.endsOn()).isEqualTo(last);
    }

    @Test
    void termsAreCountedFromOne() {
        assertThatThrownBy(() -> new Term(LocalDate.EPOCH, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theWindowIsOpenFromSixtyDaysBeforeTheEndToThirtyAfter() {
        Renewal renewal = WINDOW.of(Term.from(LocalDate.of(2026, 1, 12)));
        assertThat(renewal.from()).isEqualTo("2026-11-12");
        assertThat(renewal.until()).isEqualTo("2027-02-10");
        assertThat(renewal.statusOn(LocalDate.of(2026, 11, 11))).isEqualTo(RenewalStatus.NOT_DUE);
        assertThat(renewal.statusOn(LocalDate.of(2026, 11, 12))).isEqualTo(RenewalStatus.DUE);
        assertThat(renewal.statusOn(LocalDate.of(2027, 1, 11))).isEqualTo(RenewalStatus.DUE);
        assertThat(renewal.statusOn(LocalDate.of(2027, 1, 12))).isEqualTo(RenewalStatus.OVERDUE);
        assertThatThrownBy(() -> renewal.on(LocalDate.of(2026, 11, 11)))
                .isInstanceOf(RenewalTooEarlyException.class)
                .hasMessageContaining("2026-11-12");
        assertThat(renewal.on(LocalDate.of(2026, 11, 12)).startsOn()).isEqualTo("2027-01-12");
        assertThat(renewal.on(LocalDate.of(2027, 2, 10)).startsOn()).isEqualTo("2027-01-12");
        assertThat(renewal.on(LocalDate.of(2027, 2, 11)).startsOn()).isEqualTo("2027-02-11");
    }

    @Property
    void termsThatAreRenewedInTheirWindowHaveNeitherGapNorOverlap(
            @ForAll("days") LocalDate since,
            @ForAll @Size(max = 30) List<@IntRange(min = -60, max = 30) Integer> days) {
        Term term = Term.from(since);
        for (int day : days) {
            Term next = WINDOW.of(term).on(term.endsOn().plusDays(day));
            assertThat(next.startsOn()).isEqualTo(term.endsOn().plusDays(1));
            term = next;
        }
        assertThat(term.startsOn()).isEqualTo(since.plusYears(days.size()));
    }

    @Property
    void aTermIsAYearLong(@ForAll("days") LocalDate since, @ForAll @IntRange(min = 1, max = 60) int number) {
        Term term = new Term(since, number);
        assertThat(ChronoUnit.DAYS.between(term.startsOn(), term.endsOn()) + 1).isBetween(365L, 366L);
    }

    @Property
    void theLeapDayIsBackInEveryLeapYear(@ForAll @IntRange(min = 1, max = 60) int number) {
        Term term = new Term(LocalDate.of(2024, 2, 29), number);
        MonthDay anniversary = MonthDay.from(term.startsOn());
        assertThat(anniversary).isEqualTo(Year.isLeap(term.startsOn().getYear()) ? LEAP_DAY : MonthDay.of(2, 28));
    }

    @Property
    void aRenewalAfterTheWindowStartsOnItsDayAndCountsAnew(
            @ForAll("days") LocalDate since,
            @ForAll @IntRange(min = 1, max = 40) int number,
            @ForAll @IntRange(min = 31, max = 4_000) int late) {
        Term term = new Term(since, number);
        LocalDate day = term.endsOn().plusDays(late);
        assertThat(WINDOW.of(term).on(day)).isEqualTo(new Term(day, 1));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 20_000).map(LocalDate.of(2000, 1, 1)::plusDays);
    }
}
