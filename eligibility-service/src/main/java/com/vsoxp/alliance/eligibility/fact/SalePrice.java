package com.vsoxp.alliance.eligibility.fact;

import com.vsoxp.alliance.eligibility.program.Amount;
import com.vsoxp.alliance.platform.money.Money;
import java.util.UUID;

/**
 * What a sale comes to at list prices, which is what a discount is given on. It counts toward no requirement.
 *
 * @param listTotal null for a reversal, and where it was not told
 * @param ofSale of a reversal: the sale that it takes a part of back, at that sale's price per license; null for a sale
 */
public record SalePrice(Money listTotal, UUID ofSale) {

    /** Of what is no sale. */
    static final SalePrice NONE = new SalePrice(null, null);

    /** In minor units of the currency; null where there is none. */
    public Long minorUnits() {
        return listTotal == null ? null : Amount.minorUnits(listTotal);
    }

    /** ISO 4217; null where there is none. */
    public String currency() {
        return listTotal == null ? null : listTotal.currency().getCurrencyCode();
    }
}
