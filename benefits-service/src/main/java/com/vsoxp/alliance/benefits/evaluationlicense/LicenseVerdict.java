package com.vsoxp.alliance.benefits.evaluationlicense;

import com.vsoxp.alliance.benefits.signing.Signatures;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a key is good, and why. */
@Schema(name = "EvaluationLicenseVerdict", description = "Whether a key is good, and why.")
record LicenseVerdict(
        @NotNull Status status,
        @NotNull Reason reason,

        @Schema(nullable = true, description = "The license; absent for an INVALID key")
        UUID licenseId,

        @Schema(nullable = true, description = "What the key opens; absent for an INVALID key")
        String product,

        @Schema(nullable = true, description = "Absent for an INVALID key")
        Instant expiresAt) {

    /** What a key is good for. */
    @Schema(name = "EvaluationLicenseVerdictStatus")
    enum Status {
        VALID,
        EXPIRED,
        REVOKED,
        INVALID
    }

    /** Why. {@code NOT_ON_RECORD}: this service signed it and does not know it, as after a restored backup. */
    @Schema(name = "EvaluationLicenseVerdictReason")
    enum Reason {
        SIGNED_AND_CURRENT,
        PAST_ITS_EXPIRY,
        REVOKED_BY_ISSUER,
        NOT_A_KEY,
        UNKNOWN_SIGNER,
        BAD_SIGNATURE,
        NOT_ON_RECORD
    }

    static LicenseVerdict of(EvaluationLicense license, Instant now) {
        return switch (license.statusAt(now)) {
            case VALID -> of(license, Status.VALID, Reason.SIGNED_AND_CURRENT);
            case EXPIRED -> of(license, Status.EXPIRED, Reason.PAST_ITS_EXPIRY);
            case REVOKED -> of(license, Status.REVOKED, Reason.REVOKED_BY_ISSUER);
        };
    }

    static LicenseVerdict invalid(Signatures.Reason why) {
        return invalid(
                switch (why) {
                    case NOT_A_KEY -> Reason.NOT_A_KEY;
                    case UNKNOWN_SIGNER -> Reason.UNKNOWN_SIGNER;
                    case BAD_SIGNATURE -> Reason.BAD_SIGNATURE;
                });
    }

    static LicenseVerdict notOnRecord() {
        return invalid(Reason.NOT_ON_RECORD);
    }

    private static LicenseVerdict of(EvaluationLicense license, Status status, Reason reason) {
        return new LicenseVerdict(status, reason, license.id, license.product, license.expiresAt);
    }

    private static LicenseVerdict invalid(Reason reason) {
        return new LicenseVerdict(Status.INVALID, reason, null, null, null);
    }
}
