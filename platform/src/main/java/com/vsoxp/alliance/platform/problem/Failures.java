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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hibernate.StaleStateException;

/** Tells what a caller is to hear of a failure, whatever it is wrapped in. */
public final class Failures {

    private static final int LONGEST_CHAIN = 20;

    private Failures() {}

    /** The problem to answer with; {@link ProblemType#INTERNAL} for everything that nobody foresaw. */
    public static ProblemException of(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        unwrap(failure, chain);
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

    // A transaction that fails to commit carries the database's reason as a suppressed exception.
    private static void unwrap(Throwable failure, List<Throwable> chain) {
        if (failure != null && chain.size() < LONGEST_CHAIN) {
            chain.add(failure);
            unwrap(failure.getCause(), chain);
            Arrays.stream(failure.getSuppressed()).forEach(suppressed -> unwrap(suppressed, chain));
        }
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
