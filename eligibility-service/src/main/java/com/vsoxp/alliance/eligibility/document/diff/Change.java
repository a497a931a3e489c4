package com.vsoxp.alliance.eligibility.document.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One difference between two programs.
 *
 * @param code of the tier, requirement or benefit; null for what is not one of several
 * @param field the place in it, as a JSON pointer; empty for the whole
 * @param tier the tier whose cell it is in; null if it is in none
 * @param from what stood there; null if added
 * @param to what stands there; null if removed
 * @param words the same for a person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ProgramChange")
public record Change(
        @Schema(description = "Of the tier, requirement or benefit.", examples = "LICENSE_SALES")
        String code,

        @Schema(
                description = "The place in it, as a JSON pointer; empty for the whole.",
                examples = "/levels/PREMIER/target")
        String field,

        @Schema(description = "The tier that it is about.", examples = "PREMIER")
        String tier,

        Kind kind,

        @Schema(
                description = "What stood there; absent if it was added.",
                implementation = Object.class,
                examples = "15")
        JsonNode from,

        @Schema(
                description = "What stands there; absent if it was removed.",
                implementation = Object.class,
                examples = "20")
        JsonNode to,

        @Schema(examples = "Premier Partner, License sales generated annually: 20 licenses instead of 15 licenses")
        String words) {

    /** What happened to a place. */
    @Schema(name = "ProgramChangeKind")
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }
}
