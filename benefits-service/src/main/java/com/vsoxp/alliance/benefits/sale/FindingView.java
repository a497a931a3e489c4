package com.vsoxp.alliance.benefits.sale;

import com.vsoxp.alliance.platform.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A finding as callers see it. */
@Schema(name = "DiscountFinding", description = "A sale on which more was given off than was due.")
public record FindingView(
        @Schema(examples = "019abf10-0000-7000-8000-00000000d001")
        UUID saleId,

        UUID partnerId,

        @Schema(examples = "SO-2026-0117") String orderNumber,
        @Schema(examples = "2026-03-02") LocalDate soldOn,
        @Schema(examples = "2026-03-02T10:15:00Z") Instant recordedAt,

        @Schema(
                description =
                        "What was overdrawn: the quote that the sale was honored by, or the entitlement of its day")
        DiscountFinding.Reason reason,

        @Schema(nullable = true, description = "The quote that the sale names; absent if it names none")
        UUID quoteId,

        @Schema(nullable = true, description = "Whether the quote's prices hold for the sale, and why if not")
        QuoteUse quoteUse,

        @Schema(description = "The entitlement of the day of the sale")
        DayEntitlement entitlement,

        @Schema(description = "At list prices, as reported") Money list,
        @Schema(description = "What was given off") Money discount,
        @Schema(description = "What was due at most") Money allowed,
        @Schema(description = "discount - allowed") Money beyond) {

    /**
     * What the day of the sale would take off.
     *
     * @param percent 0 where no tier was held
     */
    @Schema(description = "What the tier held on the day of the sale takes off.")
    record DayEntitlement(
            @Schema(description = "0 where there was none", examples = "25")
            BigDecimal percent,

            @Schema(nullable = true, examples = "2.0") String program,
            @Schema(nullable = true, examples = "RESELLER") String tier) {}

    static FindingView of(DiscountFinding finding) {
        return new FindingView(
                finding.key.saleId(),
                finding.key.partnerId(),
                finding.orderNumber,
                finding.soldOn,
                finding.recordedAt,
                finding.reason,
                finding.quoteId,
                finding.quoteUse,
                new DayEntitlement(finding.percent, finding.programVersion, finding.tier),
                finding.money(finding.listAmount),
                finding.money(finding.discount),
                finding.money(finding.allowed),
                finding.money(finding.discount.subtract(finding.allowed)));
    }
}
