package com.vsoxp.alliance.platform.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A request that cannot be granted, in the words the caller will read. Made by {@link Problems}. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final String code;
    private final transient List<FieldError> errors;
    private final transient Duration retryAfter;

    ProblemException(ProblemType type, String code, String detail, List<FieldError> errors, Duration retryAfter) {
        // No stack trace: this is an answer, thrown on every bad request, and nobody debugs by it.
        super(detail, null, false, false);
        this.type = type;
        this.code = code;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    /** The kind of problem. */
    public ProblemType type() {
        return type;
    }

    /** A finer reason for programs, or null. */
    public String code() {
        return code;
    }

    /** Every bad field; empty unless the type is about fields. */
    public List<FieldError> errors() {
        return errors;
    }

    /** How long the caller should wait before it tries again. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
