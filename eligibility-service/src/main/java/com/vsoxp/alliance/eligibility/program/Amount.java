package com.vsoxp.alliance.eligibility.program;

import com.vsoxp.alliance.platform.money.Money;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * A target, or what has been reached of it. Each kind can be told as one whole number ({@link #number()}: units, or
 * the currency's minor units, or one for held), so that an evaluation adds and compares nothing but whole numbers.
 */
public sealed interface Amount {

    /** Things counted. */
    record Units(long count) implements Amount {}

    /** A sum of money. */
    record Sum(Money money) implements Amount {}

    /** Whether something valid is there. */
    record Held(boolean held) implements Amount {}

    default long number() {
        return switch (this) {
            case Units units -> units.count();
            case Sum sum -> minorUnits(sum.money());
            case Held held -> held.held() ? 1 : 0;
        };
    }

    /** The amount of the same kind that this number tells. */
    default Amount withNumber(long number) {
        return switch (this) {
            case Units _ -> new Units(number);
            case Sum sum -> new Sum(ofMinorUnits(number, sum.money().currency()));
            case Held _ -> new Held(number > 0);
        };
    }

    /** Cents of a dollar, yen of a yen. */
    static long minorUnits(Money money) {
        return money.amount().unscaledValue().longValueExact();
    }

    private static Money ofMinorUnits(long number, Currency currency) {
        return new Money(BigDecimal.valueOf(number, currency.getDefaultFractionDigits()), currency);
    }
}
