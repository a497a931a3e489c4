package com.vsoxp.alliance.benefits.money;

import com.vsoxp.alliance.platform.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What something costs at list prices, what is given off, and what is left to pay: {@code list = discount + net}, all in one
 * currency and in its scale.
 *
 * @param discount never negative and never more than {@code list}
 */
@Schema(
        description =
                "What it costs at list prices, what is given off, and what is left to pay: list = discount + net.")
public record Amounts(Money list, Money discount, Money net) {

    private static final int PERCENT = 2;

    public Amounts {
        if (!list.currency().equals(discount.currency()) || !list.currency().equals(net.currency())) {
            throw new IllegalArgumentException("amounts are in one currency");
        }
        if (discount.amount().signum() < 0
                || net.amount().signum() < 0
                || discount.amount().add(net.amount()).compareTo(list.amount()) != 0) {
            throw new IllegalArgumentException("no part of " + list.amount() + " may be negative, or missing");
        }
    }

    /** Nothing. */
    public static Amounts none(Currency currency) {
        var nothing = Money.rounded(BigDecimal.ZERO, currency);
        return new Amounts(nothing, nothing, nothing);
    }

    /**
     * Takes a percentage off a list price, rounded half to even in the currency's scale.
     *
     * @param list not negative
     * @param percent from 0 to 100
     */
    public static Amounts discounted(Money list, BigDecimal percent) {
        var discount = Money.rounded(list.amount().multiply(percent).scaleByPowerOfTen(-PERCENT), list.currency());
        return new Amounts(list, discount, minus(list, discount));
    }

    /** Both, of the same currency. */
    public Amounts plus(Amounts other) {
        return new Amounts(plus(list, other.list), plus(discount, other.discount), plus(net, other.net));
    }

    private static Money plus(Money one, Money other) {
        if (!one.currency().equals(other.currency())) {
            throw new IllegalArgumentException("amounts of several currencies are not added");
        }
        return new Money(one.amount().add(other.amount()), one.currency());
    }

    private static Money minus(Money one, Money other) {
        return new Money(one.amount().subtract(other.amount()), one.currency());
    }
}
