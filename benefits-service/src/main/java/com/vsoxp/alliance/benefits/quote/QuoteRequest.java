package com.vsoxp.alliance.benefits.quote;

import com.vsoxp.alliance.platform.money.Money;
import com.vsoxp.alliance.platform.money.NotBelowZero;
import com.vsoxp.alliance.platform.problem.FieldError;
import com.vsoxp.alliance.platform.problem.Problems;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a partner wants to have quoted. */
@Schema(description = "What a partner wants to have quoted, in one currency.")
public record QuoteRequest(
        @NotNull @Schema(description = "The partner's id", examples = "019abf10-0000-7000-8000-00000000a001")
        UUID partnerId,

        @NotNull @Size(min = 1, max = 100) List<Line> lines) {

    /** Fifteen digits before the point: what money is kept in. */
    private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(15);

    /**
     * One position.
     *
     * @param unitListPrice of one
     */
    @Schema(name = "QuoteRequestLine", description = "One position.")
    public record Line(
            @NotNull @Schema(description = "Which discount applies")
            QuotedKind kind,

            @NotBlank
            @Size(max = 100)
            @Pattern(regexp = "[^\\p{Cntrl}\\u2028\\u2029]*", message = "must be one line of text")
            @Schema(description = "What the price list calls it", examples = "VSO-XP-50")
            String sku,

            @NotNull @Min(1) @Max(1_000_000) @Schema(examples = "15")
            Integer quantity,

            @NotNull @NotBelowZero @Schema(description = "The list price of one")
            Money unitListPrice) {

        /** The list price of all of them. */
        BigDecimal list() {
            return unitListPrice.amount().multiply(BigDecimal.valueOf(quantity));
        }
    }

    /**
     * Checks what no single field shows.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 422 naming every field that breaks a rule
     */
    public void check() {
        var errors = new ArrayList<FieldError>();
        var currency = lines.getFirst().unitListPrice().currency();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).unitListPrice().currency().equals(currency)) {
                errors.add(new FieldError(
                        "/lines/" + i + "/unitListPrice/currency",
                        "CURRENCIES_DIFFER",
                        "must be " + currency + ", as in the first line: a quote is in one currency."));
            }
        }
        var total = lines.stream().map(Line::list).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (errors.isEmpty() && total.compareTo(TOO_MUCH) >= 0) {
            errors.add(new FieldError(
                    "/lines", "TOTAL_TOO_LARGE", "must come to less than " + TOO_MUCH + " at list prices."));
        }
        if (!errors.isEmpty()) {
            throw Problems.rule(errors);
        }
    }
}
