package com.vsoxp.alliance.eligibility.rehearsal.columns;

import com.vsoxp.alliance.eligibility.program.Benefit;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.platform.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;

/**
 * What a program's tiers are worth: their ranks, and their discounts on licenses.
 *
 * @param ranks by tier code
 * @param discounts in percent, by tier code; a tier that is given none is absent
 */
record Terms(Map<String, Integer> ranks, Map<String, BigDecimal> discounts) {

    /** Of the program's benefits, the one by which a partner pays less for the licenses it sells. */
    private static final String LICENSE_DISCOUNT = "LICENSE_DISCOUNT";

    static Terms of(Program program) {
        Map<String, Integer> ranks = new HashMap<>();
        program.tiers().forEach(tier -> ranks.put(tier.code(), tier.rank()));
        Map<String, BigDecimal> discounts = new HashMap<>();
        program.benefits().stream()
                .filter(benefit -> benefit.code().equals(LICENSE_DISCOUNT))
                .forEach(benefit -> benefit.values().forEach((tier, value) -> {
                    if (value instanceof Benefit.Percent(BigDecimal percent)) {
                        discounts.put(tier, percent);
                    }
                }));
        return new Terms(ranks, discounts);
    }

    /** No tier at all ranks below every tier. */
    int rank(String tier) {
        return tier == null ? 0 : ranks.getOrDefault(tier, 0);
    }

    BigDecimal discount(String tier) {
        return tier == null ? BigDecimal.ZERO : discounts.getOrDefault(tier, BigDecimal.ZERO);
    }

    /** What the discount on a sum in minor units comes to, half to even. */
    static Money discountOn(long listTotal, Currency currency, BigDecimal percent) {
        BigDecimal list = BigDecimal.valueOf(listTotal, currency.getDefaultFractionDigits());
        return Money.rounded(list.multiply(percent).movePointLeft(2), currency);
    }
}
