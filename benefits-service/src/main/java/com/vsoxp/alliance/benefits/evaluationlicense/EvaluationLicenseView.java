package com.vsoxp.alliance.benefits.evaluationlicense;

import com.vsoxp.alliance.benefits.evaluationlicense.EvaluationLicense.Status;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An evaluation license as it stands now. */
@Schema(name = "EvaluationLicense", description = "A key with which a partner evaluates or demonstrates a product.")
record EvaluationLicenseView(
        @NotNull UUID id,

        @NotNull
        @Schema(
                description =
                        "Who holds it. After a merge that is the survivor, while the key names whom it was issued to.")
        UUID partnerId,

        @NotNull
        @Schema(
                description =
                        "A compact JWS (RFC 7515), signed by EdDSA with Ed25519. Its payload claims `iss`, `jti` (the "
                                + "license), `sub` (the partner's id), `holder` (its name), `product`, `iat` and `exp`; its header's "
                                + "`kid` names a key of `/.well-known/jwks.json`, and `typ` is `evaluation-license+jwt`.")
        String key,

        @NotNull @Schema(examples = "VSO-XP Help Desk") String product,
        @NotNull Status status,
        @NotNull Instant issuedAt,

        @NotNull @Schema(description = "The first moment at which it is not valid any more")
        Instant expiresAt,

        @Schema(nullable = true) Instant revokedAt,
        @Schema(nullable = true) String revocationReason) {

    static EvaluationLicenseView of(EvaluationLicense license, UUID holder, Instant now) {
        return new EvaluationLicenseView(
                license.id,
                holder,
                license.licenseKey,
                license.product,
                license.statusAt(now),
                license.issuedAt,
                license.expiresAt,
                license.revokedAt,
                license.revocationReason);
    }

    /** Nothing of a license ever changes but these. */
    String etag() {
        return "\"" + status + "-" + partnerId + "\"";
    }
}
