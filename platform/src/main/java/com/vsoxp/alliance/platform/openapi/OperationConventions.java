package com.vsoxp.alliance.platform.openapi;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Completes the description of one operation. What a resource says itself stays. */
final class OperationConventions {

    private static final Set<HttpMethod> CHANGING =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final Set<HttpMethod> BASED_ON_A_VERSION =
            Set.of(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final Set<String> FRAMEWORKS_WORDS = Set.of("Not Authorized", "Not Allowed");
    private static final Map<String, String> PROBLEMS = Map.ofEntries(
            Map.entry("400", "Malformed"),
            Map.entry("401", "Unauthenticated"),
            Map.entry("403", "Forbidden"),
            Map.entry("404", "NotFound"),
            Map.entry("406", "NotAcceptable"),
            Map.entry("409", "Conflict"),
            Map.entry("412", "Stale"),
            Map.entry("413", "TooLarge"),
            Map.entry("415", "UnsupportedMediaType"),
            Map.entry("422", "RuleBroken"),
            Map.entry("428", "PreconditionRequired"),
            Map.entry("429", "TooManyRequests"),
            Map.entry("500", "Internal"),
            Map.entry("503", "Unavailable"));

    private final String path;
    private final HttpMethod method;
    private final Operation operation;

    OperationConventions(String path, HttpMethod method, Operation operation) {
        this.path = path;
        this.method = method;
        this.operation = operation;
    }

    void apply() {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        addProblems();
        if (method == HttpMethod.GET) {
            describeReading();
        }
        if (method == HttpMethod.POST && hasResponse("201")) {
            takes("Idempotency-Key", "IdempotencyKey");
            gives("201", "Idempotency-Replayed", "IdempotencyReplayed");
        }
        if (BASED_ON_A_VERSION.contains(method)) {
            takes("If-Match", "IfMatch");
        }
        takes("X-Request-Id", "RequestId");
        describeSuccess();
        sortAnswers();
    }

    private void sortAnswers() {
        operation
                .getResponses()
                .setAPIResponses(new TreeMap<>(operation.getResponses().getAPIResponses()));
    }

    private void describeReading() {
        if (hasParameter("cursor") || hasParameter("after")) {
            gives("200", "Link", "Link");
        } else {
            takes("If-None-Match", "IfNoneMatch");
            gives("200", "ETag", "ETag");
            answers("304", "NotModified");
        }
    }

    private void describeSuccess() {
        gives("201", "Location", "Location");
        if (CHANGING.contains(method)) {
            gives("201", "ETag", "ETag");
        }
        operation.getResponses().getAPIResponses().keySet().stream()
                .filter(status -> status.startsWith("2"))
                .forEach(status -> gives(status, "X-Request-Id", "RequestId"));
    }

    private void addProblems() {
        boolean hasBody = operation.getRequestBody() != null;
        boolean isClosed = !operation.getSecurity().isEmpty();
        problemIf(hasBody || hasParameters(), "400");
        problemIf(isClosed, "401", "403");
        problemIf(path.contains("{"), "404");
        problemIf(true, "406", "429", "500", "503");
        problemIf(CHANGING.contains(method), "409");
        problemIf(BASED_ON_A_VERSION.contains(method), "412", "428");
        problemIf(hasBody, "413", "415", "422");
    }

    private void problemIf(boolean applies, String... statuses) {
        for (String status : statuses) {
            if (applies) {
                answers(status, PROBLEMS.get(status));
            }
        }
    }

    // A resource may say in its own words when it answers so; the body is the same all the same. What the framework
    // says of a missing token or role are not a resource's own words.
    private void answers(String status, String shared) {
        APIResponses responses = operation.getResponses();
        APIResponse own = responses.getAPIResponse(status);
        if (own == null || isSaidByFramework(own)) {
            responses.addAPIResponse(status, Conventions.response(shared));
        } else if (own.getRef() == null && own.getContent() == null && PROBLEMS.containsKey(status)) {
            own.content(Conventions.problemContent());
        }
    }

    private static boolean isSaidByFramework(APIResponse response) {
        return response.getDescription() != null && FRAMEWORKS_WORDS.contains(response.getDescription());
    }

    private boolean hasResponse(String status) {
        return operation.getResponses().hasAPIResponse(status);
    }

    private boolean hasParameters() {
        return operation.getParameters() != null && !operation.getParameters().isEmpty();
    }

    private boolean hasParameter(String name) {
        return hasParameters()
                && operation.getParameters().stream().map(Parameter::getName).anyMatch(name::equals);
    }

    private void takes(String name, String shared) {
        if (!hasParameter(name)) {
            operation.addParameter(Conventions.parameter(shared));
        }
    }

    private void gives(String status, String name, String shared) {
        APIResponse response = operation.getResponses().getAPIResponse(status);
        boolean isSaid = response == null
                || response.getRef() != null
                || response.getHeaders() != null && response.getHeaders().containsKey(name);
        if (!isSaid) {
            response.addHeader(name, Conventions.header(shared));
        }
    }
}
