package com.vsoxp.alliance.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.platform.problem.Failures;
import com.vsoxp.alliance.platform.problem.Problem;
import com.vsoxp.alliance.platform.problem.ProblemException;
import com.vsoxp.alliance.platform.problem.ProblemHeaders;
import com.vsoxp.alliance.platform.problem.ProblemType;
import com.vsoxp.alliance.platform.problem.Problems;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * The outermost layer of HTTP: gives every request its id, turns away what no resource should see, and answers with a
 * problem where no resource is reached.
 */
@ApplicationScoped
public class Edge {

    private static final Logger LOG = Logger.getLogger(Edge.class);
    private static final int BEFORE_EVERYTHING = 10_000;
    private static final int AFTER_THE_LIMIT_IS_SET = 1;
    private static final int AFTER_EVERYTHING = RouteConstants.ROUTE_ORDER_AFTER_DEFAULT + 10_000;

    @Inject
    ObjectMapper mapper;

    @Inject
    HttpConfig config;

    @ConfigProperty(name = "quarkus.http.limits.max-body-size")
    MemorySize maxStreamedBody;

    void open(@Observes Filters filters) {
        filters.register(this::enter, BEFORE_EVERYTHING);
        filters.register(this::limitWhatDoesNotSayItsLength, AFTER_THE_LIMIT_IS_SET);
    }

    void close(@Observes Router router) {
        router.route()
                .order(AFTER_EVERYTHING)
                .handler(request -> answer(request, Problems.of(ProblemType.NOT_FOUND, null, null)))
                .failureHandler(this::fail);
    }

    private void enter(RoutingContext request) {
        String id = RequestIds.accept(request.request().getHeader(RequestIds.HEADER));
        request.put(RequestIds.LOG_KEY, id);
        MDC.put(RequestIds.LOG_KEY, id);
        request.response().putHeader(RequestIds.HEADER, id);
        if (isLongerThanAllowed(request)) {
            answer(request, Problems.tooLarge(limitOf(request)));
        } else if (request.request().uri().contains("%00")) {
            answer(request, Problems.malformed("", "INVALID_CHARACTER", "The NUL character is not taken in a URL."));
        } else {
            request.next();
        }
    }

    private boolean isLongerThanAllowed(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > limitOf(request);
    }

    private void limitWhatDoesNotSayItsLength(RoutingContext request) {
        if (request.get(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY) != null) {
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limitOf(request));
        }
        request.next();
    }

    private long limitOf(RoutingContext request) {
        boolean isStreamed = config.streamedPaths()
                .filter(paths -> paths.contains(request.normalizedPath()))
                .isPresent();
        long wall = maxStreamedBody.asLongValue();
        return isStreamed ? wall : Math.min(wall, config.maxBody().asLongValue());
    }

    private void fail(RoutingContext request) {
        if (request.response().headWritten()) {
            request.next();
            return;
        }
        ProblemException problem = request.failure() == null || isToldByStatus(request.statusCode())
                ? Problems.of(typeOf(request.statusCode()), null, null)
                : Failures.of(request.failure());
        if (problem.type() == ProblemType.INTERNAL) {
            LOG.errorf(request.failure(), "%s %s failed", request.request().method(), request.normalizedPath());
        }
        answer(request, problem);
    }

    private static boolean isToldByStatus(int status) {
        return status >= 400 && status < 500;
    }

    private static ProblemType typeOf(int status) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.status() == status)
                .findFirst()
                .orElse(isToldByStatus(status) ? ProblemType.MALFORMED_REQUEST : ProblemType.INTERNAL);
    }

    private void answer(RoutingContext request, ProblemException problem) {
        ProblemHeaders.hangUpAfter(problem, request);
        request.response()
                .setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        ProblemHeaders.of(problem).forEach(request.response()::putHeader);
        request.response().end(json(Problem.of(problem, request.normalizedPath(), RequestIds.of(request))));
    }

    private String json(Problem problem) {
        try {
            return mapper.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem cannot be written", e);
        }
    }
}
