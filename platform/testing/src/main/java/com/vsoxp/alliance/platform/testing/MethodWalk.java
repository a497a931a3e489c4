package com.vsoxp.alliance.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;

/** Walks through every path that the running service describes, by every method that it does not describe there. */
public final class MethodWalk {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private MethodWalk() {}

    /** Fails if a path answers a method that it does not have with anything but 405 and the methods that it has. */
    public static void everyPathNamesItsMethodsToWhoUsesAnother() {
        Set<Map.Entry<String, JsonNode>> paths = description().get("paths").properties();
        assertThat(paths).as("paths in the API's description").isNotEmpty();
        SoftAssertions all = new SoftAssertions();
        paths.forEach(path -> METHODS.stream()
                .filter(method -> !path.getValue().has(method))
                .forEach(method -> refuses(all, method, path.getKey(), methods(path.getValue()))));
        all.assertAll();
    }

    private static void refuses(SoftAssertions all, String method, String template, Set<String> allowed) {
        String path = template.replaceAll("\\{[^}]*[iI]d}", "019abf10-0000-7000-8000-0000000eeeee")
                .replaceAll("\\{[^}]+}", "example");
        Response answer = RestAssured.given()
                .auth()
                .oauth2(Tokens.programManager())
                .redirects()
                .follow(false)
                .request(method, path);
        all.assertThat(answer.statusCode()).as("%s %s", method, template).isEqualTo(405);
        all.assertThat(answer.contentType()).as("%s %s", method, template).startsWith("application/problem+json");
        String allow = answer.header("Allow");
        all.assertThat(allow == null ? Set.of() : Set.copyOf(Arrays.asList(allow.split(", *"))))
                .as("what is allowed instead of %s %s", method, template)
                .containsAll(allowed);
    }

    private static Set<String> methods(JsonNode path) {
        return METHODS.stream()
                .filter(path::has)
                .map(method -> method.toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
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
}
