package com.vsoxp.alliance.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of every error answer: RFC 9457 {@code application/problem+json}. Never holds a stack trace, a class name or
 * SQL.
 *
 * @param type stable URI of the kind of problem
 * @param title the kind in words, always the same for a type
 * @param status the HTTP status, repeated
 * @param detail what happened this time; null when the title says it all
 * @param instance the path that was asked
 * @param code a finer reason than the type, for programs; null when there is none
 * @param requestId the X-Request-Id under which the logs tell more
 * @param errors every bad field at once; null unless the status is 400 or 422
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What went wrong (RFC 9457). The types are explained in docs/problems.md.")
public record Problem(
        @Schema(
                description = "Stable URI of the kind of problem.",
                examples = "https://alliance.vso-xp.example/problems/rule-broken")
        URI type,

        @Schema(description = "The kind of problem in words.", examples = "The request breaks a rule")
        String title,

        @Schema(description = "The HTTP status, repeated.", examples = "422")
        int status,

        @Schema(description = "What happened this time.", examples = "1 field needs attention.")
        String detail,

        @Schema(description = "The path that was asked.", examples = "/v1/sales")
        String instance,

        @Schema(description = "A finer reason, for programs.", examples = "ENROLLMENT_OPEN")
        String code,

        @Schema(
                description = "The request's X-Request-Id, under which the logs tell more.",
                examples = "019abf10-0000-7000-8000-00000000aaaa")
        String requestId,

        @Schema(description = "Every bad field at once.") List<FieldError> errors) {

    /** The media type of this body. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The body for a failure met while answering {@code path} under {@code requestId}. */
    public static Problem of(ProblemException failure, String path, String requestId) {
        ProblemType type = failure.type();
        return new Problem(
                type.uri(),
                type.title(),
                type.status(),
                failure.getMessage(),
                path,
                failure.code(),
                requestId,
                failure.errors().isEmpty() ? null : failure.errors());
    }
}
