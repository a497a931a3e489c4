package com.vsoxp.alliance.partner.deal;

import com.vsoxp.alliance.partner.constraint.CalendarDay;
import com.vsoxp.alliance.partner.constraint.Line;
import com.vsoxp.alliance.partner.sale.SaleRequest;
import com.vsoxp.alliance.platform.money.Money;
import com.vsoxp.alliance.platform.money.NotBelowZero;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A deal as it is registered.
 *
 * @param partnerId exactly one of this and {@code partnerExternalId}
 */
@Schema(description = "A deal. Names the partner by `partnerId` or by `partnerExternalId`.")
record DealRequest(
        @Schema(description = "Who would sell.", examples = "019abf10-0000-7000-8000-00000000a001")
        UUID partnerId,

        @Schema(description = "Who would sell, by another system's key.")
        SaleRequest.PartnerKey partnerExternalId,

        @NotNull Customer customer,

        @NotNull @Line @Size(max = 200) @Schema(examples = "VSO-XP")
        String product,

        @NotNull @Min(1) @Max(1_000_000) @Schema(examples = "40")
        Integer expectedLicenses,

        @NotNull @NotBelowZero @Schema(description = "At list prices.")
        Money expectedValue,

        @NotNull @Schema(examples = "PROSPECT") DealStage stage,

        @NotNull @CalendarDay @Schema(examples = "2026-12-15")
        LocalDate expectedCloseOn,

        @Size(min = 1, max = 4_000)
        @Schema(description = "Name no person.", examples = "Replaces a system that is out of support.")
        String notes) {

    DealExpectations expectations() {
        return new DealExpectations(product, expectedLicenses, expectedValue, stage, expectedCloseOn, notes);
    }
}
