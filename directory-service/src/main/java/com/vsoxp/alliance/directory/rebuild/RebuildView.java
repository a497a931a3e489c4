package com.vsoxp.alliance.directory.rebuild;

import com.vsoxp.alliance.platform.rebuild.Rebuild;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rebuild as callers see it. */
@Schema(name = "Rebuild", description = "The directory, built anew from the topics.")
record RebuildView(
        UUID id,
        Rebuild.Status status,
        Phase phase,

        @Schema(description = "In percent.", minimum = "0", maximum = "100")
        int progress,

        @Schema(nullable = true, description = "What it came to, once it is completed.")
        Summary summary,

        @Schema(nullable = true, description = "Why it failed, if it did.")
        String failure,

        Instant startedAt,
        @Schema(nullable = true) Instant finishedAt) {

    /** What it is at, or was at when it ended. */
    enum Phase {
        READING,
        MENDING,
        TELLING,
        DONE
    }

    /** What it came to. */
    @Schema(name = "RebuildSummary")
    record Summary(
            @Schema(description = "Events read.") long events,

            @Schema(description = "Of them, those that could not be taken: they are on the dead letter topics.")
            long unreadable,

            @Schema(description = "Partners that did not stand as they should have, and do now.")
            long partnersMended) {}

    static RebuildView of(Rebuild rebuild) {
        return new RebuildView(
                rebuild.id(),
                rebuild.status(),
                Phase.valueOf(rebuild.phase()),
                rebuild.progress(),
                rebuild.summaryAs(Summary.class),
                rebuild.failure(),
                rebuild.startedAt(),
                rebuild.finishedAt());
    }
}
