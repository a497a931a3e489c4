package com.vsoxp.alliance.eligibility.catalog;

import com.vsoxp.alliance.eligibility.document.ProgramSchema;
import com.vsoxp.alliance.platform.http.ETags;
import com.vsoxp.alliance.platform.http.Preconditions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The schema of programs, for editors and for whoever writes one. It tells nothing of anybody, so it needs no token. */
@Path("/v1/programs/schema")
@Produces(SchemaResource.TYPE)
@Tag(name = "Programs")
@PermitAll
@RunOnVirtualThread
public class SchemaResource {

    static final String TYPE = "application/schema+json";

    @Inject
    Preconditions preconditions;

    @GET
    @Operation(
            operationId = "readProgramSchema",
            summary = "Read the schema of a program's document",
            description = "JSON Schema 2020-12. Its description lists the rules that a document must keep beside it.")
    @APIResponse(
            responseCode = "200",
            description = "The schema.",
            content = @Content(mediaType = TYPE, schema = @Schema(type = SchemaType.OBJECT)))
    public Response readSchema() {
        byte[] schema = ProgramSchema.bytes();
        return preconditions.ok(schema, ETags.ofContent(schema));
    }
}
