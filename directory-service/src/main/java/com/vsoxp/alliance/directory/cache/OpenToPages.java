package com.vsoxp.alliance.directory.cache;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Lets the scripts of any web page read the directory. The answer is the same for all of them, so that shared caches need not keep
 * one for each page; nothing here knows a visitor by cookie, so there is nothing that a page could read in a visitor's name.
 */
@ApplicationScoped
class OpenToPages {

    static final String EXPOSED = "ETag, Link, Location, Next-Cursor, X-Request-Id";

    private static final int BEFORE_EVERYTHING = 30_000;

    void open(@Observes Filters filters) {
        filters.register(OpenToPages::allow, BEFORE_EVERYTHING);
    }

    private static void allow(RoutingContext context) {
        var request = context.request();
        if (!request.headers().contains(HttpHeaders.ORIGIN)) {
            context.next();
            return;
        }
        var headers = context.response().headers();
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        if (request.method() == HttpMethod.OPTIONS
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, OPTIONS")
                    .set(
                            HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
                            "Accept, If-None-Match, If-Modified-Since, X-Request-Id")
                    .set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400");
            context.response().setStatusCode(204).end();
        } else {
            headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
            context.next();
        }
    }
}
