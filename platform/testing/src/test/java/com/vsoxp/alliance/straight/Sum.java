package com.vsoxp.alliance.straight;

import com.vsoxp.alliance.platform.money.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** A rule as rules should be. */
public record Sum(int one, int other) {

    /** What they come to. */
    public int total() {
        return one + other;
    }

    LocalDate today(Clock clock, Money[] unused, List<int[]> alsoUnused) {
        return LocalDate.now(clock);
    }
}
