package com.vsoxp.alliance.platform.problem;

import java.time.Duration;
import java.util.List;

/** Makes the failures that callers are told about. Throw what these return. */
public final class Problems {

    private Problems() {}

    /** 400: the request cannot be read; {@code errors} names every bad field. */
    public static ProblemException malformed(List<FieldError> errors) {
        return ofFields(ProblemType.MALFORMED_REQUEST, errors);
    }

    /** 400 about one field. */
    public static ProblemException malformed(String pointer, String code, String detail) {
        return malformed(List.of(new FieldError(pointer, code, detail)));
    }

    /** 422: well-formed, but breaks a rule; {@code errors} names every bad field. */
    public static ProblemException rule(List<FieldError> errors) {
        return ofFields(ProblemType.RULE_BROKEN, errors);
    }

    /** 422 about one field. */
    public static ProblemException rule(String pointer, String code, String detail) {
        return rule(List.of(new FieldError(pointer, code, detail)));
    }

    /** 404: there is no {@code what} of that id, or none that this caller may know of. */
    public static ProblemException notFound(String what, Object id) {
        return of(ProblemType.NOT_FOUND, null, "There is no " + what + " " + id + ".");
    }

    /** 409: the request does not fit the current state, which {@code detail} tells. */
    public static ProblemException conflict(String code, String detail) {
        return of(ProblemType.CONFLICT, code, detail);
    }

    /** 412: the caller's If-Match is not the current ETag. */
    public static ProblemException stale() {
        return of(ProblemType.STALE, null, "Read it again, look at what changed, and send the new ETag in If-Match.");
    }

    /** 428: a change needs If-Match. */
    public static ProblemException preconditionRequired() {
        return of(ProblemType.PRECONDITION_REQUIRED, null, "Send the ETag you last read in If-Match.");
    }

    /** 403: a known caller that may not do this. */
    public static ProblemException forbidden(String detail) {
        return of(ProblemType.FORBIDDEN, null, detail);
    }

    /** 413: the body is longer than {@code limit} bytes. */
    public static ProblemException tooLarge(long limit) {
        return of(ProblemType.TOO_LARGE, null, "At most " + limit + " bytes are taken.");
    }

    /** 429: the caller has used up its share and may come back after {@code retryAfter}. */
    public static ProblemException tooManyRequests(Duration retryAfter) {
        return new ProblemException(
                ProblemType.TOO_MANY_REQUESTS, null, "Wait before you try again.", List.of(), retryAfter);
    }

    /** 503: something this service needs is down; the same request may be sent again. */
    public static ProblemException unavailable() {
        return new ProblemException(
                ProblemType.UNAVAILABLE,
                null,
                "Send the same request again, with the same Idempotency-Key if it creates something.",
                List.of(),
                Duration.ofSeconds(5));
    }

    /** 409: the request that brought this Idempotency-Key first has not ended yet. */
    public static ProblemException idempotencyKeyBusy() {
        return new ProblemException(
                ProblemType.IDEMPOTENCY_KEY_BUSY,
                null,
                "Send the same request again to get the first one's answer.",
                List.of(),
                Duration.ofSeconds(1));
    }

    /** 422: this Idempotency-Key came first with another path or body. */
    public static ProblemException idempotencyKeyReused() {
        return new ProblemException(
                ProblemType.IDEMPOTENCY_KEY_REUSED,
                null,
                "Send a fresh key with a different request.",
                List.of(new FieldError("Idempotency-Key", "REUSED", "came first with another path or body")),
                null);
    }

    /** Any other kind, with no field to name. */
    public static ProblemException of(ProblemType type, String code, String detail) {
        return new ProblemException(type, code, detail, List.of(), null);
    }

    private static ProblemException ofFields(ProblemType type, List<FieldError> errors) {
        String detail = errors.size() == 1 ? "1 field needs attention." : errors.size() + " fields need attention.";
        return new ProblemException(type, null, detail, errors, null);
    }
}
