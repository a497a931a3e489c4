package com.vsoxp.alliance.partner.evidence.attestation;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An attestation as callers see it. */
@Schema(name = "Attestation", description = "A partner's claim about itself, and what a program manager found.")
record AttestationView(
        @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000f002")
        UUID id,

        @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000a001")
        UUID partnerId,

        @NotNull @Schema(examples = "WEBSITE_LISTING") AttestationKind kind,

        @Schema(examples = "https://northwind.example/partners")
        String evidenceUrl,

        @Schema(examples = "Our partner page tells of VSO-XP.")
        String statement,

        @NotNull @Schema(description = "Only a `VERIFIED` one counts.", examples = "VERIFIED")
        AttestationStatus status,

        @NotNull @Schema(examples = "2026-01-14T09:00:00Z") Instant submittedAt,

        @Schema(description = "The day from which it has counted without a break.", examples = "2026-01-15")
        LocalDate verifiedOn,

        @Schema(description = "The day from which it no longer counts; null for no end.", examples = "2027-01-15")
        LocalDate validUntil,

        @Schema(description = "When it was last decided about.", examples = "2026-01-15T10:00:00Z")
        Instant decidedAt,

        @Schema(description = "The reason of that decision; null for none.", examples = "Seen on the page")
        String reason,

        @Schema(description = "Of a verified listing on a web site: how it holds up.")
        ListingWatch listing) {

    static AttestationView of(Attestation attestation) {
        return new AttestationView(
                attestation.id,
                attestation.partnerId,
                attestation.kind,
                attestation.evidenceUrl,
                attestation.statement,
                attestation.status,
                attestation.submittedAt,
                attestation.verifiedOn,
                attestation.validUntil,
                attestation.decidedAt,
                attestation.reason,
                attestation.listing);
    }
}
