package com.vsoxp.alliance.eligibility.rebuild;

import com.vsoxp.alliance.eligibility.rebuild.replay.Replay;
import com.vsoxp.alliance.platform.rebuild.Rebuild;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rebuild as callers see it. */
@Schema(name = "Rebuild", description = "All that is known of partners, built anew from the topics.")
public record RebuildView(
        UUID id,
        Rebuild.Status status,
        @Schema(examples = "READING") String phase,

        @Schema(description = "In percent.", minimum = "0", maximum = "100")
        int progress,

        @Schema(description = "What it came to, once it is completed.")
        Summary summary,

        @Schema(description = "Why it failed, if it did.") String failure,

        Instant startedAt,
        Instant finishedAt) {

    /** What it came to. */
    @Schema(name = "RebuildSummary")
    public record Summary(
            @Schema(description = "Events read.") long events,

            @Schema(description = "Of them, those that could not be taken: they are on the dead letter topics.")
            long unreadable,

            @Schema(description = "Partners that did not stand as they should have, and do now.")
            long partnersMended,

            @Schema(description = "Published versions of the program that were missing, and are there again.")
            Integer versionsRestored) {}

    static RebuildView of(Rebuild rebuild) {
        return new RebuildView(
                rebuild.id(),
                rebuild.status(),
                rebuild.phase(),
                rebuild.progress(),
                rebuild.summaryAs(Summary.class),
                rebuild.failure(),
                rebuild.startedAt(),
                rebuild.finishedAt());
    }

    static Summary summary(Replay.Result result) {
        return new Summary(result.events(), result.unreadable(), result.partnersMended(), result.versionsRestored());
    }
}
