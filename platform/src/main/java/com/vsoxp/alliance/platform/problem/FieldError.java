package com.vsoxp.alliance.platform.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One bad field of a request.
 *
 * @param pointer where it is: a JSON Pointer (RFC 6901) into the body, {@code ?name} for a query parameter, or the name
 *     of a header
 * @param code what is wrong, for programs: stable, upper snake case
 * @param detail what is wrong, for people
 */
@Schema(description = "One bad field of the request.")
public record FieldError(
        @Schema(
                description = "JSON Pointer into the body, ?name for a query parameter, or a header's name.",
                examples = "/netTotal/amount")
        String pointer,

        @Schema(description = "What is wrong, for programs.", examples = "WRONG_SCALE")
        String code,

        @Schema(description = "What is wrong, for people.", examples = "USD takes exactly 2 decimals.")
        String detail) {

    /** A query parameter's pointer. */
    public static String query(String name) {
        return "?" + name;
    }
}
