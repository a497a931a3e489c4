package com.vsoxp.alliance.partner.merge;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A merge as callers see it. */
@Schema(name = "Merge", description = "That one partner's record became part of another's.")
record MergeView(
        @NotNull @Schema(examples = "019abf10-0000-7000-8000-000000000a01")
        UUID id,

        @NotNull @Schema(description = "Whose record goes on.", examples = "019abf10-0000-7000-8000-00000000a001")
        UUID survivorId,

        @NotNull
        @Schema(
                description = "Whose id and external ids answer as the survivor's.",
                examples = "019abf10-0000-7000-8000-00000000a002")
        UUID absorbedId,

        @NotNull @Schema(examples = "The same company, entered twice")
        String reason,

        @NotNull @Schema(examples = "STANDING") Status status,

        @NotNull @Schema(examples = "2026-03-02T10:15:00Z") Instant mergedAt,

        @Schema(description = "Null while the merge stands.", examples = "2026-03-03T08:00:00Z")
        Instant undoneAt,

        @Schema(description = "Null while the merge stands.", examples = "Two subsidiaries after all")
        String undoReason) {

    /** Whether the two are one. */
    @Schema(name = "MergeStatus")
    enum Status {
        STANDING,
        UNDONE
    }

    static MergeView of(PartnerMerge merge) {
        return new MergeView(
                merge.id,
                merge.survivorId,
                merge.absorbedId,
                merge.reason,
                merge.undoneAt == null ? Status.STANDING : Status.UNDONE,
                merge.mergedAt,
                merge.undoneAt,
                merge.undoReason);
    }
}
