package com.vsoxp.alliance.benefits.logo;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A partner's right to use the logo, as the partner reads it. */
@Schema(name = "LogoGrant", description = "The right of a partner to use the alliance's logo.")
record LogoGrantView(
        @NotNull
        @Schema(
                description =
                        "By which everybody may ask about it; another one after the enrollment ended and began anew",
                examples = "Zm9vYmFyYmF6cXV4cXV1eA")
        String token,

        @NotNull @Schema(description = "The page that a badge should link to")
        String verificationUrl,

        @NotNull @Schema(description = "The badge, to be embedded from there")
        String badgeUrl,

        @NotNull @Schema(description = "The Open Badges credential, while the right is valid")
        String credentialUrl,

        @NotNull LogoStatus status) {

    static LogoGrantView of(LogoStanding standing, LogoLinks links) {
        return new LogoGrantView(
                standing.token(),
                links.verification(standing.token()),
                links.badge(standing.token()),
                links.credential(standing.token()),
                standing.status());
    }
}
