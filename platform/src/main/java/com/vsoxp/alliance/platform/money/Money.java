package com.vsoxp.alliance.platform.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount in a currency of ISO 4217, always in that currency's own scale, so that equal amounts are equal objects. In
 * JSON the amount is a decimal string, never a number: {@code {"amount": "500.00", "currency": "USD"}}.
 *
 * @param amount may be negative; its scale is the currency's
 * @param currency one that money is counted in, so neither gold nor the test currency
 */
@Embeddable
@Schema(description = "An amount as a decimal string in the currency's own scale.")
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, pattern = "^-?\\d{1,15}(\\.\\d{1,4})?$", examples = "500.00")
        BigDecimal amount,

        @Schema(
                type = SchemaType.STRING,
                description = "ISO 4217.",
                pattern = "^[A-Z]{3}$",
                examples = "USD",
                implementation = String.class)
        Currency currency) {

    /** Refuses a scale that is not the currency's own. */
    public Money {
        if (amount.scale() != currency.getDefaultFractionDigits()) {
            throw new IllegalArgumentException(currency + " takes exactly " + decimals(currency));
        }
    }

    /**
     * Reads what JSON carries.
     *
     * @throws IllegalArgumentException when the amount is no plain decimal, the currency is unknown or the scale is not its
     */
    @JsonCreator
    public static Money of(@JsonProperty("amount") String amount, @JsonProperty("currency") String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    /** Brings an amount into the currency's scale, half to even. */
    public static Money rounded(BigDecimal amount, Currency currency) {
        return new Money(amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_EVEN), currency);
    }

    /** Whether it is more than nothing. */
    @JsonIgnore
    public boolean isPositive() {
        return amount.signum() > 0;
    }

    static String decimals(Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        return switch (digits) {
            case 0 -> "no decimals";
            case 1 -> "1 decimal";
            default -> digits + " decimals";
        };
    }
}
