package com.vsoxp.alliance.platform.openapi;

import com.vsoxp.alliance.platform.json.StrictJsonReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Describes the body of a merge patch. A resource names the document that is patched; the patch itself demands no property
 * of it and may set to null every one that the document can do without. With the document's own schema in its place, a
 * generated client could neither leave out a required property nor remove an optional one.
 */
final class MergePatches {

    private static final String SCHEMAS = "#/components/schemas/";

    private MergePatches() {}

    static void describe(OpenAPI api) {
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .flatMap(MergePatches::bodies)
                .forEach(body -> body.setSchema(patchOf(body.getSchema().getRef(), api.getComponents())));
    }

    private static Stream<MediaType> bodies(Operation operation) {
        return Stream.ofNullable(operation.getRequestBody())
                .map(body -> body.getContent().getMediaType(StrictJsonReader.MERGE_PATCH))
                .filter(body -> body != null
                        && body.getSchema() != null
                        && body.getSchema().getRef() != null);
    }

    private static Schema patchOf(String reference, Components components) {
        String document = reference.substring(SCHEMAS.length());
        components.addSchema(
                document + "Patch", patch(document, components.getSchemas().get(document)));
        return OASFactory.createSchema().ref(document + "Patch");
    }

    private static Schema patch(String name, Schema document) {
        Schema patch = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("A merge patch of `" + name + "`: what is absent stays, what is null is removed.");
        List<String> required = document.getRequired() == null ? List.of() : document.getRequired();
        document.getProperties()
                .forEach((property, schema) ->
                        patch.addProperty(property, required.contains(property) ? schema : nullable(schema)));
        return patch;
    }

    private static Schema nullable(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema()
                    .description(schema.getDescription())
                    .addAnyOf(OASFactory.createSchema().ref(schema.getRef()))
                    .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
        }
        Schema nullable = OASFactory.createSchema();
        nullable.setAll(Map.copyOf(schema.getAll()));
        if (schema.getAdditionalPropertiesSchema() != null) {
            nullable.additionalPropertiesSchema(nullable(schema.getAdditionalPropertiesSchema()));
        }
        return nullable.type(Stream.concat(schema.getType().stream(), Stream.of(SchemaType.NULL))
                .toList());
    }
}
