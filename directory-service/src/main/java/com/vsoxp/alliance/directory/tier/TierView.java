package com.vsoxp.alliance.directory.tier;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tier as the public sees it. */
@Schema(name = "Tier", description = "A level of partnership.")
public record TierView(
        @Schema(examples = "PREMIER") String code,

        @Schema(description = "What people call it", examples = "Premier Partner")
        String name,

        @Schema(nullable = true, description = "Who it is for")
        String description) {

    static TierView of(Tier tier) {
        return new TierView(tier.code(), tier.name(), tier.description());
    }
}
