package com.vsoxp.alliance.local.demo;

import com.vsoxp.alliance.local.client.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;

/** What licenses cost in a partner's currency: as the price list says, and with a reseller's 25% off. */
record Prices(String currency, int licensePrice) {

    private static final BigDecimal AFTER_DISCOUNT = new BigDecimal("0.75");

    Map<String, Object> list(int licenses) {
        return money(total(licenses));
    }

    Map<String, Object> net(int licenses) {
        return money(total(licenses).multiply(AFTER_DISCOUNT));
    }

    private BigDecimal total(int licenses) {
        return BigDecimal.valueOf((long) licensePrice * licenses);
    }

    private Map<String, Object> money(BigDecimal amount) {
        int scale = Currency.getInstance(currency).getDefaultFractionDigits();
        return Json.object(
                "amount", amount.setScale(scale, RoundingMode.HALF_EVEN).toPlainString(), "currency", currency);
    }
}
