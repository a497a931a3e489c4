package com.vsoxp.alliance.platform.money;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says what is wrong with the two fields of a {@link Money} before one is made of them. */
public final class MoneyFields {

    // Fifteen digits before the point hold any sum of this program and fit the database's columns.
    private static final Pattern PLAIN_DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,4})?");

    // Looked up at every sum of money that is read, while the JDK would make a new set of all of them each time.
    private static final Map<String, Currency> COUNTED = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Function.identity()));

    private MoneyFields() {}

    /** Whether the text is a plain decimal of a length that is kept: no exponent, no sign but a minus. */
    public static boolean isPlainDecimal(String amount) {
        return PLAIN_DECIMAL.matcher(amount).matches();
    }

    /** The currency of that code, if money is counted in it. */
    public static Optional<Currency> currency(String code) {
        return Optional.ofNullable(COUNTED.get(code));
    }

    /** What is wrong with the scale of a plain decimal in that currency; empty when nothing is. */
    public static Optional<String> scaleFault(String amount, Currency currency) {
        return new BigDecimal(amount).scale() == currency.getDefaultFractionDigits()
                ? Optional.empty()
                : Optional.of(currency + " takes exactly " + Money.decimals(currency) + ".");
    }
}
