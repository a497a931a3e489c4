package com.vsoxp.alliance.benefits.usage;

import com.vsoxp.alliance.platform.money.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The sum of what a partner used of one benefit in one month under one version of the program, in one currency.
 *
 * @param period the month
 * @param program null where no tier was held
 * @param discount list - net; null, as the other amounts, for what costs nothing
 * @param beyond how much of the discount neither an entitlement nor a quote gave
 */
@Schema(
        name = "UsageLine",
        description =
                "What a partner used of one benefit in a month, under one version of the program, in one currency.")
public record UsageLine(
        UUID partnerId,

        @Schema(description = "The month in which it counts", examples = "2026-03", pattern = "^\\d{4}-\\d{2}$")
        String period,

        @Schema(examples = "LICENSE_DISCOUNT") String benefit,

        @Schema(nullable = true, description = "Absent where no tier was held", examples = "2.0")
        String program,

        @Schema(description = "Licenses sold and not reversed, seats of training, or keys", examples = "15")
        long quantity,

        @Schema(nullable = true, description = "At list prices; absent, with the other amounts, for what costs nothing")
        Money list,

        @Schema(nullable = true, description = "What was given off; negative where more than the list was paid")
        Money discount,

        @Schema(nullable = true, description = "What was paid")
        Money net,

        @Schema(nullable = true, description = "How much of the discount neither an entitlement nor a quote gave")
        Money beyond) {

    static UsageLine read(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        var program = row.getString("program_version");
        return new UsageLine(
                row.getObject("partner_id", UUID.class),
                YearMonth.from(row.getObject("period", LocalDate.class)).toString(),
                row.getString("benefit"),
                program.isEmpty() ? null : program,
                row.getLong("quantity"),
                money(row.getBigDecimal("list"), currency),
                money(row.getBigDecimal("discount"), currency),
                money(row.getBigDecimal("net"), currency),
                money(row.getBigDecimal("beyond"), currency));
    }

    private static Money money(BigDecimal amount, String currency) {
        return currency.isEmpty() ? null : Money.rounded(amount, Currency.getInstance(currency));
    }

    String currency() {
        return list == null ? "" : list.currency().getCurrencyCode();
    }
}
