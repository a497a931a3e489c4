package com.vsoxp.alliance.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TravelClockTest {

    private static final Clock BASE = Clock.fixed(Instant.parse("2024-03-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void withoutItsFileItTellsTheTimeOfNow() {
        assertThat(new TravelClock(BASE, folder.resolve("absent")).instant()).isEqualTo(BASE.instant());
    }

    @Test
    void aPeriodIsCountedByTheCalendar() throws IOException {
        Path file = Files.writeString(folder.resolve("clock"), "-P1D\n");

        assertThat(new TravelClock(BASE, file).instant()).isEqualTo(Instant.parse("2024-02-29T12:00:00Z"));
    }

    @Test
    void aDurationIsCountedByTheSecond() throws IOException {
        Path file = Files.writeString(folder.resolve("clock"), "PT36H");

        assertThat(new TravelClock(BASE, file).instant()).isEqualTo(Instant.parse("2024-03-03T00:00:00Z"));
    }
}
