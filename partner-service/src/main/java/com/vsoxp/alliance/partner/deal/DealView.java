package com.vsoxp.alliance.partner.deal;

import com.vsoxp.alliance.partner.deal.conflict.DealConflict;
import com.vsoxp.alliance.partner.deal.life.DealStatus;
import com.vsoxp.alliance.platform.money.Money;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A deal as callers see it. */
@Schema(name = "Deal", description = "A sale that a partner works on together with the vendor.")
public record DealView(
        @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000d001")
        UUID id,

        @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000a001")
        UUID partnerId,

        @NotNull Customer customer,

        @NotNull @Schema(examples = "VSO-XP") String product,

        @NotNull @Schema(examples = "40") Integer expectedLicenses,

        @NotNull Money expectedValue,

        @NotNull @Schema(examples = "QUALIFIED") DealStage stage,

        @NotNull @Schema(examples = "2026-12-15") LocalDate expectedCloseOn,

        @Schema(examples = "Replaces a system that is out of support.")
        String notes,

        @NotNull
        @Schema(
                description =
                        "An `APPROVED` one protects the customer until `expiresOn`; a `REGISTERED` one waits for a "
                                + "program manager.",
                examples = "APPROVED")
        DealStatus status,

        @NotNull @Schema(examples = "2026-09-28T09:00:00Z") Instant registeredAt,

        @NotNull @Schema(description = "The first day on which it protects no longer.", examples = "2026-12-29")
        LocalDate expiresOn,

        @Schema(
                description = "When its status was last decided about; absent until then.",
                examples = "2026-09-30T09:00:00Z")
        Instant decidedAt,

        @Schema(description = "Of that decision; absent for none.", examples = "First to visit the customer")
        String reason,

        @Schema(description = "The sale that came of it.", examples = "019abf10-0000-7000-8000-00000000c001")
        UUID saleId,

        @Schema(
                description =
                        "Open deals of other partners that seem to be about the same customer, the oldest first, 20 at "
                                + "most. Partners do not see them, and lists leave them out.")
        List<DealConflict> conflicts) {

    /** @param conflicts null to leave them out */
    static DealView of(Deal deal, LocalDate today, List<DealConflict> conflicts) {
        return new DealView(
                deal.id,
                deal.partnerId,
                new Customer(deal.customerName, deal.customerCountry, deal.customerWebsite),
                deal.product,
                deal.expectedLicenses,
                deal.expectedValue(),
                deal.stage,
                deal.expectedCloseOn,
                deal.notes,
                deal.statusOn(today),
                deal.registeredAt,
                deal.expiresOn,
                deal.decidedAt,
                deal.reason,
                deal.saleId,
                conflicts);
    }
}
