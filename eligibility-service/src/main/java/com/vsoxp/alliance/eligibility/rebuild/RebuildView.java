package com.vsoxp.alliance.eligibility.rebuild;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.eligibility.rebuild.replay.Replay;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rebuild as callers see it. */
@Schema(name = "Rebuild", description = "All that is known of partners, built anew from the topics.")
public record RebuildView(
        UUID id,
        RebuildRow.Status status,
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

    static RebuildView of(RebuildRow row, ObjectMapper json) {
        return new RebuildView(
                row.id,
                row.status,
                row.phase,
                row.progress,
                summary(row, json),
                row.failure,
                row.startedAt,
                row.finishedAt);
    }

    static Summary summary(Replay.Result result) {
        return new Summary(result.events(), result.unreadable(), result.partnersMended(), result.versionsRestored());
    }

    private static Summary summary(RebuildRow row, ObjectMapper json) {
        try {
            return row.summary == null ? null : json.readValue(row.summary, Summary.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
