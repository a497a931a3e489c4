package com.vsoxp.alliance.directory.cache.hot;

import com.vsoxp.alliance.directory.cache.PublicCacheFilter;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers from memory before anything else looks at the request, on the thread that read it. What it does not know it lets pass, and
 * {@link PublicCacheFilter} keeps the answer that is made. Most requests of kept-alive connections do not come this far: see
 * {@link HotConnection}, which stays away where a proxy is believed about who asked what, or where each request is to be logged.
 */
@ApplicationScoped
public class HotDoor {

    /** By what an answer is found, kept with the request for who makes it. */
    public static final String KEY = "hot-answer";

    // Before the edge, which gives a request what only one that goes on needs.
    private static final int BEFORE_THE_EDGE = 20_000;
    /** Named in application.properties too. */
    private static final String UNTIMED = "/hot-answer";

    @Inject
    HotAnswers answers;

    @Inject
    Clock clock;

    @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false")
    boolean isForwarded;

    @ConfigProperty(name = "quarkus.http.access-log.enabled", defaultValue = "false")
    boolean isLogged;

    void open(@Observes Filters filters) {
        filters.register(this::answer, BEFORE_THE_EDGE);
    }

    private void answer(RoutingContext context) {
        var request = context.request();
        var isMissing = !isForwarded && !isLogged && HotConnection.join(request, answers, clock);
        var key = key(request);
        if (key == null || isMissing || !sent(key, request)) {
            if (key != null) {
                context.put(KEY, key);
            }
            context.next();
        }
    }

    private boolean sent(String key, HttpServerRequest request) {
        var now = clock.instant();
        var answer = answers.find(key, now);
        if (answer != null) {
            send(answer, HotReply.to(request.headers()::get, answer, now), request);
        }
        return answer != null;
    }

    /** Null for a request that is never answered from here. Tokens are looked at behind this door. */
    private static String key(HttpServerRequest request) {
        var isRead = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        var headers = request.headers();
        return isRead && !headers.contains(HttpHeaders.AUTHORIZATION)
                ? HotReply.key(request.scheme(), request.authority(), headers.get(HttpHeaders.ACCEPT), request.uri())
                : null;
    }

    private static void send(HotAnswer answer, HotReply reply, HttpServerRequest request) {
        leaveUntimed(request);
        var response = request.response();
        var headers = response.headers();
        headers.add(HotReply.ID, reply.id());
        headers.add(HttpHeaders.ETAG, answer.etag(reply.takesGzip()));
        if (reply.isDated()) {
            headers.add(HttpHeaders.LAST_MODIFIED, answer.lastModified());
        }
        for (var header : reply.has() ? answer.headersOf304() : answer.headers()) {
            headers.add(header.getKey(), header.getValue());
        }
        if (reply.has()) {
            response.setStatusCode(304).end();
        } else {
            sendBody(answer, reply.takesGzip(), request.method() == HttpMethod.HEAD, headers, response);
        }
    }

    /** They are counted as hits. To time each by its address would cost as much as the answer, and one meter an address. */
    private static void leaveUntimed(HttpServerRequest request) {
        if (request instanceof HttpServerRequestInternal internal
                && internal.metric() instanceof HttpRequestMetric metric) {
            metric.setTemplatePath(UNTIMED);
        }
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
