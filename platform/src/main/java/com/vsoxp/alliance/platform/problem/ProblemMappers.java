package com.vsoxp.alliance.platform.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.vsoxp.alliance.platform.http.AllowedMethods;
import com.vsoxp.alliance.platform.http.RequestIds;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every failure inside a resource, or on the way to one, with a problem. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @Inject
    AllowedMethods allowedMethods;

    /** A redirection is no problem; every other status thrown as an exception is. */
    @ServerExceptionMapper
    public Response answer(WebApplicationException failure, RoutingContext request) {
        if (failure.getResponse().getStatusInfo().getFamily() == Response.Status.Family.REDIRECTION) {
            return failure.getResponse();
        }
        String allowed = allowedMethods.of(request.normalizedPath());
        if (failure instanceof NotAllowedException || isOfAnotherMethod(failure, request, allowed)) {
            return problem(new NotAllowedException(failure.getMessage(), failure, allowed), request)
                    .header(HttpHeaders.ALLOW, allowed)
                    .build();
        }
        return problem(failure, request).build();
    }

    // The framework finds nothing at a path that only has other methods, if no class has both the path and the method.
    private static boolean isOfAnotherMethod(WebApplicationException failure, RoutingContext request, String allowed) {
        return failure instanceof NotFoundException
                && !allowed.isEmpty()
                && !List.of(allowed.split(", "))
                        .contains(request.request().method().name());
    }

    /** Everything else. The framework's own mappers for the types named here would win over one for Throwable alone. */
    @ServerExceptionMapper({
        Throwable.class,
        ProblemException.class,
        UnauthorizedException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class,
        ForbiddenException.class,
        ConstraintViolationException.class,
        ResteasyReactiveViolationException.class,
        MismatchedInputException.class
    })
    public Response answer(Throwable failure, RoutingContext request) {
        return problem(failure, request).build();
    }

    private static Response.ResponseBuilder problem(Throwable failure, RoutingContext request) {
        ProblemException problem = Failures.of(failure);
        log(problem, failure, request);
        ProblemHeaders.hangUpAfter(problem, request);
        Response.ResponseBuilder answer = Response.status(problem.type().status())
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(problem, request.normalizedPath(), RequestIds.of(request)));
        ProblemHeaders.of(problem).forEach(answer::header);
        return answer;
    }

    private static void log(ProblemException problem, Throwable failure, RoutingContext request) {
        switch (problem.type()) {
            case INTERNAL ->
                LOG.errorf(failure, "%s %s failed", request.request().method(), request.normalizedPath());
            case UNAVAILABLE ->
                LOG.warnf(
                        "%s %s cannot be answered now: %s",
                        request.request().method(), request.normalizedPath(), failure);
            default -> LOG.debugf(failure, "%s %s refused", request.request().method(), request.normalizedPath());
        }
    }
}
