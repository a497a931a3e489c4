package com.vsoxp.alliance.benefits.usage;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * The money of a use: {@code list = discount + net}, in the currency's scale.
 *
 * @param discount below nothing where more was paid than the list says
 * @param beyond how much of the discount neither an entitlement nor a quote gave; never negative
 */
public record UsedAmounts(Currency currency, BigDecimal list, BigDecimal discount, BigDecimal net, BigDecimal beyond) {}
