package com.vsoxp.alliance.benefits.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.benefits.program.ProgramDay.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramDayTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Version FIRST = version(ZoneOffset.UTC, "2004-01-01", "2004-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-03-31T21:59:59Z, 2026-03-31",
        "2026-03-31T22:00:00Z, 2026-04-01",
        // In winter it is an hour less ahead.
        "2026-12-31T22:59:59Z, 2026-12-31",
        "2026-12-31T23:00:00Z, 2027-01-01",
    })
    void aDayEndsAtMidnightInTheZoneOfTheProgram(Instant moment, LocalDate day) {
        var zone = ProgramDay.zoneAt(moment, List.of(version(BERLIN, "2004-01-01", "2004-01-01T00:00:00Z")));

        assertThat(LocalDate.ofInstant(moment, zone)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-31T21:59:59Z, Z", "2026-03-31T22:00:00Z, Europe/Berlin"})
    void aVersionRulesFromTheMidnightOfItsOwnZoneOn(Instant moment, ZoneId zone) {
        var next = version(BERLIN, "2026-04-01", "2026-01-01T00:00:00Z");

        assertThat(ProgramDay.zoneAt(moment, List.of(next, FIRST))).isEqualTo(zone);
    }

    @Test
    void ofTwoWithTheSameFirstDayTheOnePublishedLastRules() {
        var mended = version(BERLIN, "2004-01-01", "2010-01-01T00:00:00Z");

        assertThat(ProgramDay.zoneAt(Instant.parse("2026-01-01T00:00:00Z"), List.of(mended, FIRST)))
                .isEqualTo(BERLIN);
        assertThat(ProgramDay.zoneAt(Instant.parse("2026-01-01T00:00:00Z"), List.of(FIRST, mended)))
                .isEqualTo(BERLIN);
    }

    @Test
    void oneWhoseFirstDayWasNotKeptRulesUntilAnotherBegins() {
        var old = new Version(BERLIN, null, Instant.parse("2020-01-01T00:00:00Z"));

        assertThat(ProgramDay.zoneAt(Instant.parse("2003-01-01T00:00:00Z"), List.of(FIRST, old)))
                .isEqualTo(BERLIN);
        assertThat(ProgramDay.zoneAt(Instant.parse("2026-01-01T00:00:00Z"), List.of(FIRST, old)))
                .isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void beforeTheFirstDayOfTheFirstItRulesAllTheSame() {
        var next = version(BERLIN, "2026-04-01", "2026-01-01T00:00:00Z");

        assertThat(ProgramDay.zoneAt(Instant.parse("2026-01-02T00:00:00Z"), List.of(next)))
                .isEqualTo(BERLIN);
        assertThat(ProgramDay.zoneAt(Instant.parse("2026-01-02T00:00:00Z"), List.of()))
                .isEqualTo(ZoneOffset.UTC);
    }

    private static Version version(ZoneId zone, String effectiveFrom, String publishedAt) {
        return new Version(zone, LocalDate.parse(effectiveFrom), Instant.parse(publishedAt));
    }
}
