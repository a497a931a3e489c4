package com.vsoxp.alliance.directory.rebuild;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rebuild as callers see it. */
@Schema(name = "Rebuild", description = "The directory, built anew from the topics.")
record RebuildView(
        UUID id,
        RebuildRow.Status status,
        RebuildRow.Phase phase,

        @Schema(description = "In percent.", minimum = "0", maximum = "100")
        int progress,

        @Schema(nullable = true, description = "What it came to, once it is completed.")
        Summary summary,

        @Schema(nullable = true, description = "Why it failed, if it did.")
        String failure,

        Instant startedAt,
        @Schema(nullable = true) Instant finishedAt) {

    /** What it came to. */
    @Schema(name = "RebuildSummary")
    record Summary(
            @Schema(description = "Events read.") long events,

            @Schema(description = "Of them, those that could not be taken: they are on the dead letter topics.")
            long unreadable,

            @Schema(description = "Partners that did not stand as they should have, and do now.")
            long partnersMended) {}

    static RebuildView of(RebuildRow row) {
        return new RebuildView(
                row.id,
                row.status,
                row.phase,
                row.progress,
                row.status == RebuildRow.Status.COMPLETED
                        ? new Summary(row.events, row.unreadable, row.partnersMended)
                        : null,
                row.failure,
                row.startedAt,
                row.finishedAt);
    }
}
