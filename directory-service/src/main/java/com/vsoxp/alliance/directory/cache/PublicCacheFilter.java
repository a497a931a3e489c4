package com.vsoxp.alliance.directory.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.vsoxp.alliance.directory.cache.hot.Conditions;
import com.vsoxp.alliance.directory.cache.hot.Freshness;
import com.vsoxp.alliance.directory.cache.hot.Freshness.Stamp;
import com.vsoxp.alliance.directory.cache.hot.HotAnswer;
import com.vsoxp.alliance.directory.cache.hot.HotAnswers;
import com.vsoxp.alliance.directory.cache.hot.HotDoor;
import com.vsoxp.alliance.platform.http.ETags;
import com.vsoxp.alliance.platform.http.RequestIds;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Says on every good answer how long it may be kept, and by what it varies; tags, compresses and keeps those that hold bytes or
 * text; and answers 304 to who has it. Problems are kept by nobody.
 */
@Provider
@PubliclyCached
@Priority(PublicCacheFilter.OUTERMOST)
public class PublicCacheFilter implements ContainerRequestFilter, ContainerResponseFilter {

    /** As a filter of answers it comes last, when all headers are there. */
    static final int OUTERMOST = 0;

    private static final String SLUG = "slug";
    private static final String STAMP = PublicCacheFilter.class.getName();
    /** A directory changes many times in a second, and an answer may lag: its date is told when all is over. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private static final String FOR_PAGES = "Access-Control-";

    private static final int OK = 200;
    private static final int FIRST_PROBLEM = 400;

    /** Asked for with the answer, since filters are made before the configuration is read. */
    @Inject
    Instance<PublicCacheConfig> config;

    @Inject
    Freshness freshness;

    @Inject
    HotAnswers answers;

    @Inject
    RoutingContext context;

    @Inject
    Instance<Clock> clock;

    @Override
    public void filter(ContainerRequestContext request) {
        var slug = request.getUriInfo().getPathParameters().getFirst(SLUG);
        request.setProperty(STAMP, slug == null ? freshness.ofDirectory() : freshness.ofListing(slug));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() >= FIRST_PROBLEM) {
            return;
        }
        if (request.getProperty(OneMaker.MADE_BY_ANOTHER) instanceof HotAnswer answer) {
            send(answer, request, response);
            return;
        }
        var headers = response.getHeaders();
        headers.putSingle(
                HttpHeaders.CACHE_CONTROL,
                "public, max-age=%d, stale-while-revalidate=%d"
                        .formatted(
                                config.get().maxAge().toSeconds(),
                                config.get().staleWhileRevalidate().toSeconds()));
        headers.putSingle(HttpHeaders.VARY, "Accept, Accept-Encoding");
        var body = bytes(response.getEntity());
        if (response.getStatus() == OK && body != null) {
            var answer = keep(body, request, response);
            send(answer, request, response);
        }
    }

    private static byte[] bytes(Object entity) {
        return switch (entity) {
            case byte[] bytes -> bytes;
            case String text -> text.getBytes(UTF_8);
            case null, default -> null;
        };
    }

    private HotAnswer keep(byte[] body, ContainerRequestContext request, ContainerResponseContext response) {
        var stamp = (Stamp) request.getProperty(STAMP);
        var showsMany = !request.getUriInfo().getPathParameters().containsKey(SLUG);
        var dated = Optional.ofNullable(response.getLastModified()).map(Date::toInstant);
        var answer = HotAnswer.of(
                toKeep(response),
                beforehand(context.response().headers()),
                body,
                ETags.ofContent(body),
                dated.orElseGet(() -> directoryChangedAt(stamp, response)),
                dated.isPresent() ? Duration.ZERO : SETTLING);
        String key = context.get(HotDoor.KEY);
        if (key != null && response.getMediaType() != null) {
            answers.keep(key, answer, stamp, showsMany);
        }
        return answer;
    }

    /** A page changes with its template too, which no event tells, so only data has a date. */
    private static Instant directoryChangedAt(Stamp stamp, ContainerResponseContext response) {
        var isPage = response.getMediaType() != null
                && response.getMediaType().getSubtype().contains("html");
        return isPage || stamp.directoryChangedAt().equals(Instant.EPOCH) ? null : stamp.directoryChangedAt();
    }

    /** Dates and tags are told with each sending; the type may not be among the headers yet. */
    private static Map<String, String> toKeep(ContainerResponseContext response) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        response.getStringHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        headers.keySet().removeAll(List.of(HttpHeaders.LAST_MODIFIED, HttpHeaders.ETAG));
        if (response.getMediaType() != null) {
            headers.put(HttpHeaders.CONTENT_TYPE, response.getMediaType().toString());
        }
        return headers;
    }

    /** What the service was told to add to each answer to such a request; who asks from another page has more, and all have an id. */
    private static Map<String, String> beforehand(MultiMap present) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        present.forEach(headers::put);
        headers.keySet()
                .removeIf(name -> name.equalsIgnoreCase(RequestIds.HEADER)
                        || name.regionMatches(true, 0, FOR_PAGES, 0, FOR_PAGES.length()));
        return headers;
    }

    private void send(HotAnswer answer, ContainerRequestContext request, ContainerResponseContext response) {
        var takesGzip = Conditions.takesGzip(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        var isDated = answer.isDated(clock.get().instant());
        var headers = response.getHeaders();
        headers.putSingle(HttpHeaders.ETAG, answer.etag(takesGzip));
        headers.remove(HttpHeaders.LAST_MODIFIED);
        if (isDated) {
            headers.putSingle(HttpHeaders.LAST_MODIFIED, answer.lastModified());
        }
        if (Conditions.hasIt(
                request.getHeaderString(HttpHeaders.IF_NONE_MATCH),
                request.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE),
                answer,
                isDated)) {
            response.setStatus(304);
            response.setEntity(null);
        } else if (answer.isCompressed(takesGzip)) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
            response.setEntity(answer.gzipped().getBytes());
        }
    }
}
