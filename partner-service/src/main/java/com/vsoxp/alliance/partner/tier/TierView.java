package com.vsoxp.alliance.partner.tier;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tier as callers see it. */
@Schema(name = "Tier", description = "A level of partnership.")
record TierView(
        @NotNull @Schema(description = "What an application names.", examples = "PREMIER")
        String code,

        @NotNull @Schema(description = "What people call it.", examples = "Premier Partner")
        String name,

        @NotNull @Schema(description = "The higher, the better.", examples = "2")
        Integer rank,

        @Schema(description = "Who it is for; null for no words.")
        String description) {

    static TierView of(Tier tier) {
        return new TierView(tier.code(), tier.name(), tier.rank(), tier.description());
    }
}
