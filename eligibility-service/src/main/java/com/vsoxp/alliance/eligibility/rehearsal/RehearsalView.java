package com.vsoxp.alliance.eligibility.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.eligibility.rehearsal.columns.Summary;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rehearsal as callers see it. */
@Schema(name = "Rehearsal", description = "A version of the program, run over all real partners.")
public record RehearsalView(
        UUID id,
        @Schema(examples = "2.1") String programVersion,

        @Schema(description = "SHA-256 of the document as it was rehearsed, in hexadecimal.")
        String documentDigest,

        RehearsalRow.Status status,

        @Schema(description = "In percent.", minimum = "0", maximum = "100")
        int progress,

        @Schema(description = "The day on which the version is taken to come into force: the one it was rehearsed on.")
        LocalDate asOf,

        @Schema(description = "What it came to, once it is completed.")
        Summary summary,

        @Schema(description = "Why it failed, if it did.") String failure,

        Instant startedAt,
        Instant finishedAt) {

    static RehearsalView of(RehearsalRow row, ObjectMapper json) {
        return new RehearsalView(
                row.id,
                row.programVersion,
                row.documentDigest,
                row.status,
                row.progress,
                row.asOf,
                summary(row, json),
                row.failure,
                row.startedAt,
                row.finishedAt);
    }

    private static Summary summary(RehearsalRow row, ObjectMapper json) {
        try {
            return row.summary == null ? null : json.readValue(row.summary, Summary.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
