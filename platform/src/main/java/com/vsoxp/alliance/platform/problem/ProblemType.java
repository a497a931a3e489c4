package com.vsoxp.alliance.platform.problem;

import java.net.URI;

/** Every kind of problem this product answers with. The URIs are public and stable; docs/problems.md explains each. */
public enum ProblemType {
    MALFORMED_REQUEST(400, "malformed-request", "The request cannot be read"),
    UNAUTHENTICATED(401, "unauthenticated", "A valid bearer token is needed"),
    FORBIDDEN(403, "forbidden", "The caller may not do this"),
    NOT_FOUND(404, "not-found", "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "The resource does not take this method"),
    NOT_ACCEPTABLE(406, "not-acceptable", "No accepted media type can be given"),
    CONFLICT(409, "conflict", "The request does not fit the current state"),
    IDEMPOTENCY_KEY_BUSY(409, "idempotency-key-busy", "The first request with this key is still running"),
    GONE(410, "gone", "What was asked for is no longer kept"),
    STALE(412, "stale", "The resource has changed since it was read"),
    TOO_LARGE(413, "too-large", "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "The request's media type is not taken"),
    RULE_BROKEN(422, "rule-broken", "The request breaks a rule"),
    IDEMPOTENCY_KEY_REUSED(422, "idempotency-key-reused", "The key belongs to a different request"),
    PRECONDITION_REQUIRED(428, "precondition-required", "If-Match is needed"),
    TOO_MANY_REQUESTS(429, "too-many-requests", "Too many requests"),
    INTERNAL(500, "internal", "Something went wrong on our side"),
    UNAVAILABLE(503, "unavailable", "The service cannot answer right now");

    private static final String BASE = "https://alliance.vso-xp.example/problems/";

    private final int status;
    private final URI uri;
    private final String title;

    ProblemType(int status, String slug, String title) {
        this.status = status;
        this.uri = URI.create(BASE + slug);
        this.title = title;
    }

    /** The HTTP status this kind always has. */
    public int status() {
        return status;
    }

    /** The stable {@code type} of RFC 9457. */
    public URI uri() {
        return uri;
    }

    /** The short summary, the same for every occurrence. */
    public String title() {
        return title;
    }
}
