package com.vsoxp.alliance.partner.enrollment.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-12, 2026-01-12, 2027-01-12",
        "2026-01-12, 2027-01-11, 2027-01-12",
        "2026-01-12, 2027-01-12, 2028-01-12",
        "2024-02-29, 2024-02-29, 2025-02-28",
        "2024-02-29, 2025-02-27, 2025-02-28",
        "2024-02-29, 2025-02-28, 2026-02-28",
        "2024-02-29, 2027-02-28, 2028-02-29",
        "2024-02-29, 2028-02-28, 2028-02-29",
        "2024-02-29, 2028-02-29, 2029-02-28"
    })
    void aTermEndsOnTheNextAnniversary(LocalDate since, LocalDate today, LocalDate end) {
        assertThat(Term.endOf(since, today)).isEqualTo(end);
    }

    @Test
    void anEnrollmentOfTomorrowEndsItsFirstTermAYearLater() {
        LocalDate tomorrow = LocalDate.of(2026, 11, 24);
        assertThat(Term.endOf(tomorrow, tomorrow.minusDays(1))).isEqualTo(tomorrow.plusYears(1));
    }

    @Property
    void theEndIsAfterTodayAndLessThanAYearAndADayAway(@ForAll int sinceDay, @ForAll int days) {
        LocalDate since = LocalDate.of(2000, 1, 1).plusDays(Math.floorMod(sinceDay, 20_000));
        LocalDate today = since.plusDays(Math.floorMod(days, 20_000));
        LocalDate end = Term.endOf(since, today);
        assertThat(end).isAfter(today).isBeforeOrEqualTo(today.plusYears(1).plusDays(1));
    }
}
