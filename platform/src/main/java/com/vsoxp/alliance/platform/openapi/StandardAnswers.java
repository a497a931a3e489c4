package com.vsoxp.alliance.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;

/**
 * Says of every operation what all of them do alike, so that no resource has to: the problems it can answer with, the
 * headers it takes and gives, what a merge patch may hold, and that it needs a token unless it is open to all.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class StandardAnswers implements OASFilter {

    private static final String BEARER = "bearer";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        addComponents(api);
        if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
            MergePatches.describe(api);
            api.getPaths().getPathItems().forEach(StandardAnswers::complete);
        }
    }

    private static void complete(String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> {
            secure(operation);
            new OperationConventions(path, method, operation).apply();
        });
    }

    // The framework notes the roles of a closed operation; one without any is open, and must say so.
    private static void secure(Operation operation) {
        if (operation.getSecurity() == null || operation.getSecurity().isEmpty()) {
            operation.setSecurity(List.of());
        }
    }

    private static void addComponents(OpenAPI api) {
        Components shared = Conventions.components();
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        Components components = api.getComponents();
        shared.getSchemas().forEach(components::addSchema);
        shared.getParameters().forEach(components::addParameter);
        shared.getHeaders().forEach(components::addHeader);
        shared.getResponses().forEach(components::addResponse);
        components.addSecurityScheme(BEARER, shared.getSecuritySchemes().get(BEARER));
    }
}
