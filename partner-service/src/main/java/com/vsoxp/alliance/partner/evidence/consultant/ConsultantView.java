package com.vsoxp.alliance.partner.evidence.consultant;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A consultant as callers see them. */
@Schema(name = "Consultant", description = "A trained person on a partner's staff.")
record ConsultantView(
        @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000f003")
        UUID id,

        @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000a001")
        UUID partnerId,

        @NotNull @Schema(examples = "Jo Weber") String name,
        @NotNull @Schema(examples = "jo@northwind.example") String email,
        @NotNull ConsultantRequest.Certification certification,

        @Schema(description = "The day from which the person is no longer on this staff; null while they are.")
        LocalDate leftOn,

        @NotNull @Schema(examples = "2026-01-21T08:00:00Z") Instant recordedAt) {

    static ConsultantView of(Consultant consultant) {
        return new ConsultantView(
                consultant.id,
                consultant.partnerId,
                consultant.name,
                consultant.email,
                new ConsultantRequest.Certification(consultant.course, consultant.certifiedOn, consultant.expiresOn),
                consultant.leftOn,
                consultant.recordedAt);
    }
}
