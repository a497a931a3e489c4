package com.vsoxp.alliance.eligibility.evaluation;

import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.platform.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any facts of the program's kinds, in the years around {@link Given#JOINED}. */
public final class FactArbitraries {

    private FactArbitraries() {}

    /** With license sales of so many licenses; fees are paid in two currencies. */
    public static Arbitrary<Fact> facts(int fewestLicenses, int mostLicenses) {
        Arbitrary<String> kinds = Arbitraries.of(
                "LICENSE_SALE",
                "LICENSE_SALE",
                "LICENSE_SALE",
                "FEE_PAYMENT",
                "WEB_APPLICATIONS_ON_WINDOWS",
                "CONSULTANT",
                "INTERNAL_USE",
                "SUCCESS_STORY",
                "SUCCESS_STORY",
                "WEBSITE_LISTING");
        Arbitrary<LocalDate> days = Arbitraries.integers().between(-500, 800).map(Given.JOINED::plusDays);
        Arbitrary<Integer> lifetimes = Arbitraries.integers().between(0, 600).injectNull(0.6);
        Arbitrary<Integer> licenses = Arbitraries.integers().between(fewestLicenses, mostLicenses);
        Arbitrary<Money> payments =
                Arbitraries.of(Money.of("500.00", "USD"), Money.of("250.00", "USD"), Money.of("500.00", "EUR"));
        Arbitrary<UUID> ids = Arbitraries.create(UUID::randomUUID);
        return Combinators.combine(ids, kinds, days, lifetimes, licenses, payments)
                .as((id, kind, on, life, quantity, money) -> new Fact(
                        id,
                        kind,
                        on,
                        life == null ? null : on.plusDays(life),
                        kind.equals("LICENSE_SALE") ? quantity : 1,
                        kind.equals("FEE_PAYMENT") ? money : null));
    }
}
