package com.vsoxp.alliance.platform.problem;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.StaleStateException;

/** Tells what a caller is to hear of a failure, whatever it is wrapped in. */
public final class Failures {

    private Failures() {}

    /** The problem to answer with; {@link ProblemType#INTERNAL} for everything that nobody foresaw. */
    public static ProblemException of(Throwable failure) {
        List<Throwable> chain = Stream.iterate(failure, Throwable::getCause)
                .takeWhile(cause -> cause != null)
                .limit(20)
                .toList();
        return chain.stream()
                .filter(ProblemException.class::isInstance)
                .map(ProblemException.class::cast)
                .findFirst()
                .or(() -> chain.stream()
                        .flatMap(cause -> foreseen(cause).stream())
                        .findFirst())
                .orElseGet(() -> Problems.of(
                        ProblemType.INTERNAL, null, "It was logged. Report it with the request id if it stays."));
    }

    private static Optional<ProblemException> foreseen(Throwable cause) {
        return switch (cause) {
            case UnauthorizedException _, AuthenticationFailedException _, AuthenticationCompletionException _ ->
                Optional.of(Problems.of(ProblemType.UNAUTHENTICATED, null, null));
            case ForbiddenException _ -> Optional.of(Problems.forbidden("The caller's roles do not allow it."));
            case OptimisticLockException _, StaleStateException _ -> Optional.of(Problems.stale());
            case ConstraintViolationException violation -> ofParameters(violation);
            case SQLException sql -> DatabaseFailures.of(sql);
            case WebApplicationException http -> Optional.of(ofStatus(http));
            default -> Optional.empty();
        };
    }

    private static ProblemException ofStatus(WebApplicationException http) {
        int status = http.getResponse().getStatus();
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.status() == status)
                .findFirst()
                .map(type -> Problems.of(type, null, null))
                .orElseGet(() ->
                        Problems.of(status < 500 ? ProblemType.MALFORMED_REQUEST : ProblemType.INTERNAL, null, null));
    }

    // Bodies are checked before a resource is called, so what is left are its other parameters. A broken promise about
    // what the resource returns is our own fault.
    private static Optional<ProblemException> ofParameters(ConstraintViolationException violation) {
        List<FieldError> errors = violation.getConstraintViolations().stream()
                .map(each -> new FieldError(parameterOf(each), "INVALID", each.getMessage() + "."))
                .toList();
        boolean ours = violation.getConstraintViolations().stream()
                .anyMatch(each -> each.getPropertyPath().toString().endsWith("<return value>"));
        return ours ? Optional.empty() : Optional.of(Problems.malformed(errors));
    }

    private static String parameterOf(ConstraintViolation<?> violation) {
        String name = "";
        for (Path.Node node : violation.getPropertyPath()) {
            name = node.getName();
        }
        return FieldError.query(name);
    }
}
