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

        @Schema(description = "Null once the person was erased.", examples = "Jo Weber")
        String name,

        @Schema(description = "Null once the person was erased.", examples = "jo@northwind.example")
        String email,

        @NotNull
        @Schema(
                description = "Whether the person's data was erased on request; the entry counts as it did.",
                examples = "false")
        boolean erased,

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
                consultant.isErased(),
                new ConsultantRequest.Certification(consultant.course, consultant.certifiedOn, consultant.expiresOn),
                consultant.leftOn,
                consultant.recordedAt);
    }
}
