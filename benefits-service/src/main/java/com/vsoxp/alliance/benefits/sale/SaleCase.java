package com.vsoxp.alliance.benefits.sale;

import com.vsoxp.alliance.benefits.quote.QuoteTerms;
import com.vsoxp.alliance.benefits.quote.QuotedKind;
import com.vsoxp.alliance.benefits.quote.UsedEntitlement;
import com.vsoxp.alliance.benefits.usage.Use;
import com.vsoxp.alliance.benefits.usage.UsedAmounts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/**
 * What a partner has of a sale, beside all that its discount is judged by.
 *
 * @param counted whether it is the partner's still
 * @param reversed how many of the licenses came back
 * @param currency null, as the totals, if the sale says nothing of money
 * @param percent what the entitlement on the day of the sale takes off: the highest of all who have or had some of the sale
 * @param program the version that governed the partner on that day; null for none
 * @param tier the one held on that day; null for none
 * @param quoteId null for none
 * @param quote null if there is none of that id
 */
record SaleCase(
        UUID partnerId,
        UUID saleId,
        boolean counted,
        String orderNumber,
        int licenses,
        int reversed,
        Currency currency,
        BigDecimal list,
        BigDecimal net,
        LocalDate soldOn,
        Instant recordedAt,
        BigDecimal percent,
        String program,
        String tier,
        UUID quoteId,
        NamedQuote quote) {

    /**
     * The quote that a sale names.
     *
     * @param isTheirs whether it was issued to a partner that has or had some of the sale
     * @param usedBefore the list prices of sales that were recorded before and are honored by the same quote, without what came back
     * @param wholeSale the list prices of all parts of this sale
     */
    record NamedQuote(
            QuoteTerms terms,
            LocalDate issuedOn,
            LocalDate validUntil,
            boolean isTheirs,
            BigDecimal usedBefore,
            BigDecimal wholeSale) {

        private UsedEntitlement entitlement() {
            return terms.entitlements().stream()
                    .filter(used -> used.code().equals(QuotedKind.LICENSE.benefit()))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** What the sale has of its quote; null if it names none. */
    QuoteUse quoteUse() {
        if (quoteId == null) {
            return null;
        }
        if (quote == null) {
            return QuoteUse.UNKNOWN;
        }
        if (!quote.isTheirs()) {
            return QuoteUse.OF_ANOTHER_PARTNER;
        }
        if (soldOn.isBefore(quote.issuedOn()) || soldOn.isAfter(quote.validUntil())) {
            return QuoteUse.NOT_VALID_THEN;
        }
        return quote.terms().totals().list().currency().equals(currency) ? QuoteUse.HONORED : QuoteUse.OTHER_CURRENCY;
    }

    /** What was given off, as reported. */
    BigDecimal discount() {
        return list.subtract(net);
    }

    /** What was due at most. */
    BigDecimal due() {
        return DiscountCheck.due(list, percent, honored());
    }

    /** Whether more was given off than was due, of a sale that still stands. */
    boolean isBeyond() {
        return hasUse() && discount().compareTo(due()) > 0;
    }

    /** What it adds to the ledger; empty if nothing of it is left. */
    Optional<Use> use() {
        if (!hasUse()) {
            return Optional.empty();
        }
        var listLeft = DiscountCheck.partOf(list, left(), licenses);
        var netLeft = DiscountCheck.partOf(net, left(), licenses);
        var beyond = discount().subtract(due()).max(BigDecimal.ZERO.setScale(list.scale()));
        return Optional.of(new Use(
                partnerId,
                QuotedKind.LICENSE.benefit(),
                saleId,
                soldOn,
                governingProgram(),
                left(),
                Optional.of(new UsedAmounts(
                        currency,
                        listLeft,
                        listLeft.subtract(netLeft),
                        netLeft,
                        DiscountCheck.partOf(beyond, left(), licenses)))));
    }

    Use.Key key() {
        return new Use.Key(partnerId, QuotedKind.LICENSE.benefit(), saleId);
    }

    private String governingProgram() {
        return quoteUse() == QuoteUse.HONORED && quote.entitlement() != null
                ? quote.entitlement().program()
                : program;
    }

    private boolean hasUse() {
        return counted && currency != null && left() > 0;
    }

    private int left() {
        return Math.max(0, licenses - reversed);
    }

    private Optional<DiscountCheck.Quoted> honored() {
        if (quoteUse() != QuoteUse.HONORED) {
            return Optional.empty();
        }
        var licenses = quote.terms().totalOf(QuotedKind.LICENSE);
        return Optional.of(new DiscountCheck.Quoted(
                licenses.list().amount(), licenses.discount().amount(), quote.usedBefore(), quote.wholeSale()));
    }
}
