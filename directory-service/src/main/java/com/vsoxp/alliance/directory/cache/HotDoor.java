package com.vsoxp.alliance.directory.cache;

import com.vsoxp.alliance.platform.http.RequestIds;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Answers from memory before anything else looks at the request, on the thread that read it. What it does not know it lets pass, and
 * {@link PublicCacheFilter} keeps the answer that is made.
 */
@ApplicationScoped
class HotDoor {

    /** By what an answer is found, kept with the request for who makes it. */
    static final String KEY = "hot-answer";

    // Before the edge, which gives a request what only one that goes on needs.
    private static final int BEFORE_THE_EDGE = 20_000;
    private static final int LONGEST_KEY = 1_024;

    @Inject
    HotAnswers answers;

    @Inject
    Clock clock;

    void open(@Observes Filters filters) {
        filters.register(this::answer, BEFORE_THE_EDGE);
    }

    private void answer(RoutingContext context) {
        var request = context.request();
        var key = key(request);
        var answer = key == null ? null : answers.find(key);
        if (answer == null) {
            if (key != null) {
                context.put(KEY, key);
            }
            context.next();
        } else {
            send(answer, request);
        }
    }

    /** What answers differ by; null for a request that is never answered from here. Tokens are looked at behind this door. */
    private static String key(HttpServerRequest request) {
        var isRead = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        var headers = request.headers();
        if (!isRead || headers.contains(HttpHeaders.AUTHORIZATION)) {
            return null;
        }
        // Links name the host that was asked, so hosts have answers of their own.
        var key = request.scheme()
                + ' '
                + request.authority()
                + ' '
                + headers.get(HttpHeaders.ACCEPT)
                + ' '
                + request.uri();
        return key.length() > LONGEST_KEY ? null : key;
    }

    private void send(HotAnswer answer, HttpServerRequest request) {
        var response = request.response();
        var asked = request.headers();
        var takesGzip = Conditions.takesGzip(asked.get(HttpHeaders.ACCEPT_ENCODING));
        var headers = response.headers();
        headers.set(RequestIds.HEADER, RequestIds.accept(asked.get(RequestIds.HEADER)));
        headers.set(HttpHeaders.ETAG, answer.etag(takesGzip));
        var lastModified = answer.lastModified(clock.instant());
        lastModified.ifPresent(date -> headers.set(HttpHeaders.LAST_MODIFIED, date));
        answer.headers().forEach(header -> headers.set(header.getKey(), header.getValue()));
        if (Conditions.hasIt(
                asked.get(HttpHeaders.IF_NONE_MATCH),
                asked.get(HttpHeaders.IF_MODIFIED_SINCE),
                answer,
                lastModified.isPresent())) {
            headers.remove(HttpHeaders.CONTENT_TYPE);
            response.setStatusCode(304).end();
        } else {
            sendBody(answer, takesGzip, request.method() == HttpMethod.HEAD, headers, response);
        }
    }

    private static void sendBody(
            HotAnswer answer, boolean takesGzip, boolean headOnly, MultiMap headers, HttpServerResponse response) {
        var body = answer.body(takesGzip);
        if (answer.isCompressed(takesGzip)) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (headOnly) {
            headers.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length));
            response.end();
        } else {
            response.end(Buffer.buffer(body));
        }
    }
}
