package com.vsoxp.alliance.benefits.usage;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A fact that uses some of a benefit. Of one fact there is one use, which a later one replaces.
 *
 * @param benefit the code of the benefit that is used
 * @param factId the sale, the quote whose training was booked, or the evaluation license
 * @param usedOn the day it counts on
 * @param programVersion the version that governed it; null for none
 * @param quantity of licenses, seats or keys; at least 1
 * @param amounts empty for what costs nothing
 */
public record Use(
        UUID partnerId,
        String benefit,
        UUID factId,
        LocalDate usedOn,
        String programVersion,
        int quantity,
        Optional<UsedAmounts> amounts) {

    /** What a use replaces: whatever was noted of the same fact. */
    public record Key(UUID partnerId, String benefit, UUID factId) {}

    Key key() {
        return new Key(partnerId, benefit, factId);
    }

    /** Of one thing that costs nothing. */
    public static Use of(UUID partnerId, String benefit, UUID factId, LocalDate usedOn, String programVersion) {
        return new Use(partnerId, benefit, factId, usedOn, programVersion, 1, Optional.empty());
    }
}
