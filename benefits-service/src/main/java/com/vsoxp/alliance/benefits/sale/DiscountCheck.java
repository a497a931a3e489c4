package com.vsoxp.alliance.benefits.sale;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How much of a discount was due. As far as a quote goes, its own discount is due, in proportion; beyond that, and without a
 * quote, what the entitlement of the day of the sale takes off. What is due is rounded up to the currency's smallest unit, so
 * that nobody is found out for a rounding.
 */
public final class DiscountCheck {

    /**
     * What is left of a quote when the sale comes to it.
     *
     * @param list the quoted list price of all licenses
     * @param discount what the quote takes off that
     * @param usedBefore the list prices of sales that were recorded before and are honored by the same quote
     * @param wholeSale the list prices of all parts of the sale, of which each has so much of what is left as it is of the sale
     */
    public record Quoted(BigDecimal list, BigDecimal discount, BigDecimal usedBefore, BigDecimal wholeSale) {

        /** How much of a part of the sale the quote is good for; rounded down, so that all parts never have more than is left. */
        BigDecimal goodFor(BigDecimal part) {
            var left = list.subtract(usedBefore).max(BigDecimal.ZERO);
            return left.compareTo(wholeSale) >= 0
                    ? part
                    : left.multiply(part).divide(wholeSale, part.scale(), RoundingMode.FLOOR);
        }
    }

    private static final int PERCENT = 2;

    private DiscountCheck() {}

    /**
     * What may be given off a sale at most.
     *
     * @param list of the sale, in the scale of its currency, not negative
     * @param percent what the entitlement takes off
     * @param quote the one that the sale is honored by
     */
    public static BigDecimal due(BigDecimal list, BigDecimal percent, Optional<Quoted> quote) {
        var byQuote = quote.map(quoted -> quoted.goodFor(list)).orElse(BigDecimal.ZERO);
        var due = list.subtract(byQuote).multiply(percent).scaleByPowerOfTen(-PERCENT);
        if (byQuote.signum() > 0) {
            due = due.add(byQuote.multiply(quote.orElseThrow().discount())
                    .divide(quote.orElseThrow().list(), list.scale() + PERCENT + PERCENT, RoundingMode.CEILING));
        }
        return due.setScale(list.scale(), RoundingMode.CEILING);
    }

    /** So much of an amount as is left when of so many so many are left; rounded down. */
    public static BigDecimal partOf(BigDecimal amount, int left, int whole) {
        return amount.multiply(BigDecimal.valueOf(left))
                .divide(BigDecimal.valueOf(whole), amount.scale(), RoundingMode.FLOOR);
    }
}
