package com.vsoxp.alliance.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;

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
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String requestId,
        List<FieldError> errors) {

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
