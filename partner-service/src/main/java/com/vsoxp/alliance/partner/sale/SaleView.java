package com.vsoxp.alliance.partner.sale;

import com.vsoxp.alliance.partner.sale.share.ShareView;
import com.vsoxp.alliance.platform.money.Money;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sale as callers see it. */
@Schema(name = "Sale", description = "Licenses that a partner sold.")
public record SaleView(
        @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000d001")
        UUID id,

        @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000a001")
        UUID partnerId,

        @NotNull @Schema(description = "The system that reported it.", examples = "crm-salesforce")
        String system,

        @NotNull @Schema(examples = "SO-2026-0117") String orderNumber,

        @NotNull @Schema(examples = "15") int licenses,

        @NotNull @Schema(description = "How many of them came back.", examples = "1")
        int licensesReversed,

        @NotNull @Schema(examples = "VSO-XP") String product,

        @NotNull Money listTotal,
        @NotNull Money netTotal,

        @NotNull @Schema(examples = "2026-03-02") LocalDate soldOn,

        @NotNull @Schema(examples = "2026-03-02T10:15:00Z") Instant recordedAt,

        @NotNull @Schema(description = "Who has how much of it; empty when the partner has all.")
        List<ShareView> shares,

        @Schema(
                nullable = true,
                description = "The quote it was sold by; absent for none.",
                examples = "019abf10-0000-7000-8000-00000000f001")
        UUID quoteId) {

    /** The sale as it is now. */
    public static SaleView of(Sale sale) {
        return new SaleView(
                sale.id,
                sale.partnerId,
                sale.system,
                sale.orderNumber,
                sale.licenses,
                sale.licensesReversed,
                sale.product,
                sale.listTotal(),
                sale.netTotal(),
                sale.soldOn,
                sale.recordedAt,
                shares(sale),
                sale.quoteId);
    }

    private static List<ShareView> shares(Sale sale) {
        return sale.shares.isEmpty()
                ? List.of()
                : sale.parts().stream()
                        .map(part -> new ShareView(part.partnerId(), part.percent(), part.licenses()))
                        .toList();
    }
}
