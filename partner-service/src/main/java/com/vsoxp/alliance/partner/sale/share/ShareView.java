package com.vsoxp.alliance.partner.sale.share;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A partner's share in a sale as callers see it.
 *
 * @param licenses of those sold, before reversals
 */
@Schema(name = "Share", description = "A partner's share in a sale.")
public record ShareView(
        @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000a001")
        UUID partnerId,

        @NotNull @Schema(examples = "60") int percent,

        @NotNull @Schema(description = "Its part of the licenses, before reversals.", examples = "9")
        long licenses) {}
