package com.vsoxp.alliance.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which methods a path takes, as the API's description says: what a 405 must tell (RFC 9110, 15.5.6). */
@ApplicationScoped
public class AllowedMethods {

    private record Route(Pattern path, Set<String> methods) {}

    @Inject
    OpenApiDocumentService descriptions;

    @Inject
    ObjectMapper mapper;

    private volatile List<Route> routes;

    /** As the header {@code Allow} lists them; empty for a path that is not described. */
    public String of(String path) {
        if (routes == null) {
            routes = read();
        }
        return routes.stream()
                .filter(route -> route.path().matcher(path).matches())
                .flatMap(route -> route.methods().stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private List<Route> read() {
        try {
            JsonNode description =
                    mapper.readTree(descriptions.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON));
            return description.path("paths").properties().stream()
                    .map(AllowedMethods::route)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Route route(Map.Entry<String, JsonNode> path) {
        Set<String> methods = new TreeSet<>();
        path.getValue().fieldNames().forEachRemaining(name -> methods.add(name.toUpperCase(Locale.ROOT)));
        methods.retainAll(Set.of("GET", "POST", "PUT", "PATCH", "DELETE"));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return new Route(Pattern.compile(path.getKey().replaceAll("\\{[^}]+}", "[^/]+")), methods);
    }
}
