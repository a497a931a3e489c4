package com.vsoxp.alliance.partner.sale;

import com.vsoxp.alliance.platform.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sale as callers see it. */
@Schema(name = "Sale", description = "Licenses that a partner sold.")
record SaleView(
        @Schema(examples = "019abf10-0000-7000-8000-00000000d001")
        UUID id,

        @Schema(examples = "019abf10-0000-7000-8000-00000000a001")
        UUID partnerId,

        @Schema(description = "The system that reported it.", examples = "crm-salesforce")
        String system,

        @Schema(examples = "SO-2026-0117") String orderNumber,

        @Schema(examples = "15") int licenses,

        @Schema(description = "How many of them came back.", examples = "1")
        int licensesReversed,

        @Schema(examples = "VSO-XP") String product,

        Money listTotal,
        Money netTotal,

        @Schema(examples = "2026-03-02") LocalDate soldOn,

        @Schema(examples = "2026-03-02T10:15:00Z") Instant recordedAt) {

    static SaleView of(Sale sale) {
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
                sale.recordedAt);
    }
}
