package com.vsoxp.alliance.benefits.quote;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.vsoxp.alliance.benefits.money.Amounts;
import com.vsoxp.alliance.platform.money.Money;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One position of a quote, priced.
 *
 * @param unitListPrice of one
 * @param percent what is taken off, 0 to 100
 * @param list of all of them
 * @param discount in the currency's scale, rounded half to even
 */
@Schema(description = "One position, priced: list = discount + net.")
public record QuoteLine(
        QuotedKind kind,

        @Schema(examples = "VSO-XP-50") String sku,
        @Schema(examples = "15") int quantity,
        Money unitListPrice,

        @Schema(description = "What is taken off", examples = "33")
        BigDecimal percent,

        Money list,
        Money discount,
        Money net) {

    static QuoteLine priced(QuoteRequest.Line asked, BigDecimal percent) {
        var price = asked.unitListPrice();
        var amounts = Amounts.discounted(Money.rounded(asked.list(), price.currency()), percent);
        return new QuoteLine(
                asked.kind(),
                asked.sku(),
                asked.quantity(),
                price,
                percent,
                amounts.list(),
                amounts.discount(),
                amounts.net());
    }

    /** What so many of them come to: what a quote of that many would say. */
    public Amounts amountsOf(int some) {
        var whole = unitListPrice.amount().multiply(BigDecimal.valueOf(some));
        return Amounts.discounted(Money.rounded(whole, unitListPrice.currency()), percent);
    }

    @JsonIgnore
    Amounts amounts() {
        return new Amounts(list, discount, net);
    }
}
