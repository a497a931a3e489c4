package com.vsoxp.alliance.partner.person;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an erasure erased. All zeros, if nothing was held. */
@Schema(description = "What was erased; all zeros if nothing was held about the person.")
record ErasureReport(
        @NotNull
        @Schema(description = "What the audit calls this erasure.", examples = "019abf10-0000-7000-8000-00000000aa02")
        UUID id,

        @NotNull @Schema(examples = "2026-03-02T10:15:01Z") Instant erasedAt,

        @NotNull
        @Schema(
                description = "Authorizations that were withdrawn, with all that was held of the contact.",
                examples = "1")
        int contactsWithdrawn,

        @NotNull
        @Schema(description = "Consultants whose entries stay and count, without name and address.", examples = "2")
        int consultantsErased,

        @NotNull
        @Schema(
                description = "First answers, kept under an Idempotency-Key, that told of the person: a retry of those "
                        + "requests is 410 from now on.",
                examples = "3")
        int answersForgotten) {}
