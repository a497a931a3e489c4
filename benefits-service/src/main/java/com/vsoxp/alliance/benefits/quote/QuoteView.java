package com.vsoxp.alliance.benefits.quote;

import com.vsoxp.alliance.benefits.money.Amounts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A quote as callers see it. */
@Schema(name = "Quote", description = "Prices promised to a partner. It never changes.")
public record QuoteView(
        @Schema(description = "What a sale names it by", examples = "019abf10-0000-7000-8000-00000000f001")
        UUID id,

        UUID partnerId,

        @Schema(examples = "2026-03-02T10:15:00Z") Instant issuedAt,

        @Schema(description = "The last day on which a sale may name it", examples = "2026-04-01")
        LocalDate validUntil,

        @Schema(description = "The subject that asked for it", examples = "crm-salesforce")
        String issuedBy,

        @Schema(description = "The entitlements that give the discounts, one for each kind of line")
        List<UsedEntitlement> entitlements,

        List<QuoteLine> lines,

        @Schema(description = "The sum of the lines") Amounts totals) {

    static QuoteView of(Quote quote) {
        return new QuoteView(
                quote.id,
                quote.partnerId,
                quote.issuedAt,
                quote.validUntil,
                quote.issuedBy,
                quote.terms.entitlements(),
                quote.terms.lines(),
                quote.terms.totals());
    }
}
