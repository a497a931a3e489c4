package com.vsoxp.alliance.directory.cache;

import com.vsoxp.alliance.platform.http.RequestIds;
import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

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
    private static final CharSequence ID = HttpHeaders.createOptimized(RequestIds.HEADER);

    /** Named in application.properties too. */
    private static final String UNTIMED = "/hot-answer";

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
        var now = clock.instant();
        var answer = key == null ? null : answers.find(key, now);
        if (answer == null) {
            if (key != null) {
                context.put(KEY, key);
            }
            context.next();
        } else {
            send(answer, request, now);
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

    private static void send(HotAnswer answer, HttpServerRequest request, Instant now) {
        leaveUntimed(request);
        var asked = request.headers();
        var takesGzip = Conditions.takesGzip(asked.get(HttpHeaders.ACCEPT_ENCODING));
        var lastModified = answer.lastModified(now);
        var has = Conditions.hasIt(
                asked.get(HttpHeaders.IF_NONE_MATCH),
                asked.get(HttpHeaders.IF_MODIFIED_SINCE),
                answer,
                lastModified.isPresent());
        var response = request.response();
        var headers = response.headers();
        headers.add(ID, id(asked.get(RequestIds.HEADER)));
        headers.add(HttpHeaders.ETAG, answer.etag(takesGzip));
        lastModified.ifPresent(date -> headers.add(HttpHeaders.LAST_MODIFIED, date));
        for (var header : has ? answer.headersOf304() : answer.headers()) {
            headers.add(header.getKey(), header.getValue());
        }
        if (has) {
            response.setStatusCode(304).end();
        } else {
            sendBody(answer, takesGzip, request.method() == HttpMethod.HEAD, headers, response);
        }
    }

    /** They are counted as hits. To time each by its address would cost as much as the answer, and one meter an address. */
    private static void leaveUntimed(HttpServerRequest request) {
        if (request instanceof HttpServerRequestInternal internal
                && internal.metric() instanceof HttpRequestMetric metric) {
            metric.setTemplatePath(UNTIMED);
        }
    }

    /** Nobody has to be kept from guessing it, and real randomness is dear. */
    private static String id(String offered) {
        if (offered != null) {
            return RequestIds.accept(offered);
        }
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static void sendBody(
            HotAnswer answer, boolean takesGzip, boolean headOnly, MultiMap headers, HttpServerResponse response) {
        var body = answer.body(takesGzip);
        if (answer.isCompressed(takesGzip)) {
            headers.add(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (headOnly) {
            headers.add(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
            response.end();
        } else {
            response.end(body);
        }
    }
}
