package com.vsoxp.alliance.partner.evidence.fee;

import com.vsoxp.alliance.platform.money.Money;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A payment of the program fee as callers see it. */
@Schema(name = "FeePayment", description = "A payment of the program fee.")
record FeePaymentView(
        @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000f001")
        UUID id,

        @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000a001")
        UUID partnerId,

        @NotNull Money money,

        @NotNull @Schema(examples = "2026-01-13") LocalDate paidOn,

        @NotNull @Schema(examples = "INV-2026-0042") String reference,

        @NotNull @Schema(examples = "2026-01-13T09:30:00Z") Instant recordedAt,

        @Schema(description = "Null while the money is kept; from this day it no longer counts.")
        LocalDate refundedOn,

        @Schema(description = "Why it was refunded; null if nobody said.")
        String refundReason) {

    static FeePaymentView of(FeePayment payment) {
        return new FeePaymentView(
                payment.id,
                payment.partnerId,
                payment.money(),
                payment.paidOn,
                payment.reference,
                payment.recordedAt,
                payment.refundedOn,
                payment.refundReason);
    }
}
