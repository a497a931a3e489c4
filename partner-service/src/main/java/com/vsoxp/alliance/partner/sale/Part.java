package com.vsoxp.alliance.partner.sale;

import com.vsoxp.alliance.platform.money.Money;
import java.math.BigInteger;
import java.util.UUID;

/**
 * What a sale is for one partner: all of it, or its share.
 *
 * @param percent of the sale
 * @param licenses whole ones
 */
record Part(UUID partnerId, int percent, int licenses, Money listTotal, Money netTotal) {

    /** Both, of the same partner. */
    Part plus(Part other) {
        return new Part(
                partnerId,
                percent + other.percent,
                licenses + other.licenses,
                sum(listTotal, other.listTotal),
                sum(netTotal, other.netTotal));
    }

    /** What so many of its licenses came to, in the currency's minor units. */
    long netOf(int some) {
        return netTotal.amount()
                .unscaledValue()
                .multiply(BigInteger.valueOf(some))
                .divide(BigInteger.valueOf(licenses))
                .longValueExact();
    }

    private static Money sum(Money one, Money other) {
        return new Money(one.amount().add(other.amount()), one.currency());
    }
}
