package com.vsoxp.alliance.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Walks through every operation that the running service describes and calls each as somebody who may not: without a
 * token, with bad ones, with each wrong role, and by spellings of the path that were known to slip past checks.
 */
public final class SecurityWalk {

    private static final Map<String, String> TOKENS = Map.of(
            "crm", Tokens.crm(),
            "program-manager", Tokens.programManager(),
            "auditor", Tokens.auditor(),
            "partner", Tokens.partner(UUID.fromString("019abf10-0000-7000-8000-0000000fffff")));
    private static final List<String> BAD_TOKENS =
            List.of("nonsense", Tokens.expired(), Tokens.foreign(), Tokens.forAnotherAudience());
    private static final Set<Integer> NOT_LET_IN = Set.of(403, 404);
    private static final Set<Integer> NOT_LET_IN_OR_NOT_FOUND = Set.of(400, 401, 403, 404, 405);
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private record Operation(String method, String template, Set<String> roles, String mediaType) {
        boolean isOpen() {
            return roles.isEmpty();
        }

        /** With ids that nothing has. */
        String path() {
            return template.replaceAll("\\{[^}]*[iI]d}", "019abf10-0000-7000-8000-0000000eeeee")
                    .replaceAll("\\{[^}]+}", "example");
        }

        Stream<String> wrongRoles() {
            return TOKENS.keySet().stream().filter(role -> !roles.contains(role));
        }

        @Override
        public String toString() {
            return method.toUpperCase(Locale.ROOT) + " " + template;
        }
    }

    private SecurityWalk() {}

    /**
     * Fails at the first operation that lets a stranger in or breaks, and says which.
     *
     * @param openToAll the operations that need no token, as {@code GET /v1/listings}: all of them, and no others
     */
    public static void everyOperationRefusesStrangers(String... openToAll) {
        List<Operation> operations = operations();
        assertThat(operations).as("operations in the API's description").isNotEmpty();
        assertThat(operations.stream().filter(Operation::isOpen).map(Operation::toString))
                .as("operations that need no token")
                .containsExactlyInAnyOrder(openToAll);
        operations.stream().filter(operation -> !operation.isOpen()).forEach(operation -> {
            refusesBadCredentials(operation);
            refusesOtherSpellings(operation);
            operation.wrongRoles().forEach(role -> refusesUnderAnotherMethod(operation, role));
        });
    }

    private static void refusesBadCredentials(Operation operation) {
        assertThat(call(operation, operation.path(), null))
                .as("%s without a token", operation)
                .isEqualTo(401);
        for (String token : BAD_TOKENS) {
            assertThat(call(operation, operation.path(), token))
                    .as("%s with the bad token %s", operation, token)
                    .isEqualTo(401);
        }
        assertThat(call(operation, operation.path(), Tokens.of("nobody")))
                .as("%s with a token without a role", operation)
                .isEqualTo(403);
        operation.wrongRoles().forEach(role -> assertThat(call(operation, operation.path(), TOKENS.get(role)))
                .as("%s as %s", operation, role)
                .isIn(NOT_LET_IN));
    }

    private static void refusesOtherSpellings(Operation operation) {
        for (String spelling : spellings(operation.path())) {
            assertThat(call(operation, spelling, null))
                    .as("%s spelled %s without a token", operation, spelling)
                    .isIn(NOT_LET_IN_OR_NOT_FOUND);
            operation.wrongRoles().forEach(role -> assertThat(call(operation, spelling, TOKENS.get(role)))
                    .as("%s spelled %s as %s", operation, spelling, role)
                    .isIn(NOT_LET_IN_OR_NOT_FOUND));
        }
    }

    // A method in a header must not become the method that is checked, or the one that is run.
    private static void refusesUnderAnotherMethod(Operation operation, String role) {
        String disguise = operation.method().equals("get") ? "HEAD" : "GET";
        for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            RequestSpecification request = request(operation, TOKENS.get(role)).header(header, disguise);
            assertThat(request.request(operation.method(), operation.path()).statusCode())
                    .as("%s as %s with %s: %s", operation, role, header, disguise)
                    .isIn(NOT_LET_IN);
        }
    }

    private static int call(Operation operation, String path, String token) {
        return request(operation, token).request(operation.method(), path).statusCode();
    }

    private static RequestSpecification request(Operation operation, String token) {
        RequestSpecification request =
                RestAssured.given().urlEncodingEnabled(false).redirects().follow(false);
        if (token != null) {
            request.auth().oauth2(token);
        }
        return switch (operation.method()) {
            case "post", "put", "patch" ->
                request.header("Content-Type", operation.mediaType()).body("{}".getBytes(UTF_8));
            default -> request;
        };
    }

    private static List<String> spellings(String path) {
        String parent = path.substring(0, path.lastIndexOf('/'));
        String last = path.substring(path.lastIndexOf('/') + 1);
        return List.of(
                path + "/",
                path + ";a",
                path + ";a=b/x",
                path + "%3Ba",
                path + "%2F",
                path + "?x=;a",
                parent + ";a/" + last,
                parent + "//" + last,
                parent + "/./" + last,
                parent + "/x/../" + last,
                parent + "/%2e/" + last,
                "/" + path,
                path.toUpperCase(Locale.ROOT),
                path + ".json",
                path + "%20");
    }

    private static List<Operation> operations() {
        JsonNode paths = description().get("paths");
        List<Operation> operations = new ArrayList<>();
        paths.properties().forEach(path -> METHODS.stream()
                .filter(path.getValue()::has)
                .forEach(method -> operations.add(new Operation(
                        method,
                        path.getKey(),
                        roles(path.getValue().get(method)),
                        mediaType(path.getValue().get(method))))));
        return operations;
    }

    private static JsonNode description() {
        try {
            return new ObjectMapper()
                    .readTree(RestAssured.given()
                            .accept("application/json")
                            .get("/q/openapi")
                            .asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the operation takes; JSON, for one that takes nothing. */
    private static String mediaType(JsonNode operation) {
        return operation.at("/requestBody/content").properties().stream()
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("application/json");
    }

    private static Set<String> roles(JsonNode operation) {
        Set<String> roles = new TreeSet<>();
        operation
                .path("security")
                .forEach(way -> way.forEach(each -> each.forEach(role -> roles.add(role.textValue()))));
        return roles;
    }
}
