package com.vsoxp.alliance.partner.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.vsoxp.alliance.partner.enrollment.lifecycle.EnrollmentStatus;
import com.vsoxp.alliance.partner.partner.duplicate.DuplicateCandidate;
import com.vsoxp.alliance.partner.partner.duplicate.RegistrationWarning;
import com.vsoxp.alliance.partner.partner.profile.PartnerProfile;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A partner as callers see it. */
@Schema(name = "Partner", description = "A partner of the alliance, or a company that would become one.")
record PartnerView(
        @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000a001")
        UUID id,

        @JsonUnwrapped PartnerProfile profile,

        @Schema(description = "Where its latest enrollment stands; null if it never applied.", examples = "ACTIVE")
        EnrollmentStatus status,

        @Schema(description = "The tier its enrollment holds; null for none.", examples = "PREMIER")
        String tier,

        @NotNull @Schema(examples = "2026-01-12T09:00:00Z") Instant registeredAt,

        @NotNull @Schema(description = "When any of this last changed.", examples = "2026-03-02T10:15:01Z")
        Instant updatedAt,

        @Schema(description = "What is odd about it; only in the answer to its registration.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<RegistrationWarning> warnings) {

    static PartnerView of(Partner partner) {
        return new PartnerView(
                partner.id,
                partner.profile,
                partner.status,
                partner.tier,
                partner.registeredAt,
                partner.updatedAt,
                null);
    }

    /** A partner that has just been registered. */
    static PartnerView of(Partner partner, List<DuplicateCandidate> duplicates) {
        return new PartnerView(
                partner.id,
                partner.profile,
                partner.status,
                partner.tier,
                partner.registeredAt,
                partner.updatedAt,
                RegistrationWarning.about(duplicates));
    }
}
