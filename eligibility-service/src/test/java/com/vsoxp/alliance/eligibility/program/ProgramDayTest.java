package com.vsoxp.alliance.eligibility.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.eligibility.document.BundledProgram;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days are cut where the program lives, whatever the zone of the machine. */
class ProgramDayTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            UTC,              2026-02-28T23:59:59Z, 2026-02-28
            UTC,              2026-03-01T00:00:00Z, 2026-03-01
            America/New_York, 2026-03-01T04:59:59Z, 2026-02-28
            America/New_York, 2026-03-01T05:00:00Z, 2026-03-01
            America/New_York, 2026-07-01T03:59:59Z, 2026-06-30
            America/New_York, 2026-07-01T04:00:00Z, 2026-07-01
            America/New_York, 2028-03-01T04:59:59Z, 2028-02-29
            Asia/Kolkata,     2026-12-31T18:29:59Z, 2026-12-31
            Asia/Kolkata,     2026-12-31T18:30:00Z, 2027-01-01
            Pacific/Auckland, 2026-11-27T11:00:00Z, 2026-11-28
            """)
    void anInstantNearMidnightFallsOnTheDayOfTheProgramsZone(String zone, Instant instant, LocalDate day) {
        Program program = BundledProgram.with("timeZone: UTC", "timeZone: " + zone);

        assertThat(program.dayOf(instant)).isEqualTo(day);
    }
}
