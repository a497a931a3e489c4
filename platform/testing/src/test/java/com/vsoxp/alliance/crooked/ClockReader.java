package com.vsoxp.alliance.crooked;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Asks the system for the time, in three ways. */
class ClockReader {

    Object[] read() {
        return new Object[] {Instant.now(), LocalDate.now(ZoneOffset.UTC), System.currentTimeMillis()};
    }
}
