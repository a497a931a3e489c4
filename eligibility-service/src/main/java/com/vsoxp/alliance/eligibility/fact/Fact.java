package com.vsoxp.alliance.eligibility.fact;

import com.vsoxp.alliance.platform.money.Money;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * Something that happened to a partner and may count toward a requirement.
 *
 * @param kind what happened, for instance {@code LICENSE_SALE}
 * @param on the first day on which it can count
 * @param until the first day on which it counts no longer (expiry, departure, withdrawal); null for never
 * @param quantity how many; negative for a reversal
 * @param money the sum paid; null where no money is involved
 */
public record Fact(UUID id, String kind, LocalDate on, LocalDate until, long quantity, Money money) {

    public Fact {
        Objects.requireNonNull(id, "a fact has an id");
        Objects.requireNonNull(kind, "a fact has a kind");
        Objects.requireNonNull(on, "a fact has a day");
    }
}
