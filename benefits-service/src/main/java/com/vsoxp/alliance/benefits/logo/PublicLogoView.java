package com.vsoxp.alliance.benefits.logo;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What everybody may know of a partner's right to use the logo. */
@Schema(
        name = "LogoVerification",
        description = "What everybody may know of a partner's right to use the logo, as of now.")
record PublicLogoView(
        @NotNull
        @Schema(description = "The partner's name; empty until its record is known", examples = "Northwind Help Desk")
        String partner,

        @Schema(
                nullable = true,
                description = "The tier it holds, be it suspended; absent if it holds none",
                examples = "PREMIER")
        String tier,

        @NotNull LogoStatus status) {

    static PublicLogoView of(LogoStanding standing) {
        return new PublicLogoView(
                standing.partner(),
                standing.status() == LogoStatus.REVOKED ? null : standing.tier(),
                standing.status());
    }
}
