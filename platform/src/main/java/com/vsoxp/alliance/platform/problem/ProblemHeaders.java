package com.vsoxp.alliance.platform.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers that belong to a problem. */
public final class ProblemHeaders {

    private ProblemHeaders() {}

    /** By name: when to come back, how to authenticate, and that errors are not to be kept by caches. */
    public static Map<String, String> of(ProblemException problem) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", "no-store");
        problem.retryAfter()
                .ifPresent(wait -> headers.put("Retry-After", Long.toString(Math.max(1, wait.toSeconds()))));
        if (problem.type() == ProblemType.UNAUTHENTICATED) {
            headers.put("WWW-Authenticate", "Bearer");
        }
        return headers;
    }

    /**
     * Ends the connection after an answer to a body that is not read to its end: it cannot be used again. Over HTTP/2 only
     * the one stream is spoilt, and the header is forbidden.
     */
    public static void hangUpAfter(ProblemException problem, RoutingContext request) {
        if (problem.type() == ProblemType.TOO_LARGE && request.request().version() != HttpVersion.HTTP_2) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            request.addEndHandler(_ -> request.request().connection().close());
        }
    }
}
