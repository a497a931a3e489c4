package com.vsoxp.alliance.platform.problem;

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
}
