package com.vsoxp.alliance.platform.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void itIsWrittenAsADecimalStringAndReadBack() throws Exception {
        ObjectMapper json = new ObjectMapper();
        Money fee = Money.of("500.00", "USD");
        assertEquals("{\"amount\":\"500.00\",\"currency\":\"USD\"}", json.writeValueAsString(fee));
        assertEquals(fee, json.readValue("{\"amount\":\"500.00\",\"currency\":\"USD\"}", Money.class));
    }

    @Test
    void itKeepsTheScaleOfItsCurrency() {
        assertThrows(IllegalArgumentException.class, () -> Money.of("500", "USD"));
        assertThrows(IllegalArgumentException.class, () -> Money.of("500.00", "JPY"));
        assertEquals("1.500", Money.of("1.500", "KWD").amount().toPlainString());
    }

    @Test
    void halvesAreRoundedToTheEvenNeighbor() {
        assertEquals(Money.of("0.12", "USD"), Money.rounded(new BigDecimal("0.125"), Currency.getInstance("USD")));
        assertEquals(Money.of("0.14", "USD"), Money.rounded(new BigDecimal("0.135"), Currency.getInstance("USD")));
    }
}
