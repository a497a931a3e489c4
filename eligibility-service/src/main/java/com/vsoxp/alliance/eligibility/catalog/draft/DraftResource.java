package com.vsoxp.alliance.eligibility.catalog.draft;

import com.vsoxp.alliance.eligibility.catalog.Representation;
import com.vsoxp.alliance.eligibility.document.ProgramView;
import com.vsoxp.alliance.eligibility.document.ProgramView.Status;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.platform.http.ETags;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.security.Caller;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Writes versions of the program, as long as they are not published. */
@Path("/v1/programs/{version}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programs")
@RunOnVirtualThread
public class DraftResource {

    @Inject
    DraftBody bodies;

    @Inject
    PutDraft putDraft;

    @Inject
    DeleteDraft deleteDraft;

    @Inject
    Preconditions preconditions;

    @Inject
    Caller caller;

    @PUT
    @Consumes({MediaType.APPLICATION_JSON, Representation.YAML_TYPE})
    @RolesAllowed(Roles.PROGRAM_MANAGER)
    @Operation(
            operationId = "putProgram",
            summary = "Write a draft",
            description = "What GET gives, PUT takes; `status` is ignored. A new version needs no If-Match, and with "
                    + "`If-None-Match: *` it is made only if it is new. Every mistake is named with its place, in YAML with its "
                    + "line too. The document's schema is at `/v1/programs/schema`. A published version is 409.")
    @RequestBody(
            required = true,
            description = "The whole document.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ProgramView.class)),
                @Content(mediaType = Representation.YAML_TYPE, schema = @Schema(implementation = ProgramView.class))
            })
    @APIResponse(
            responseCode = "200",
            description = "Changed, or already so.",
            content = @Content(schema = @Schema(implementation = ProgramView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Made.",
            content = @Content(schema = @Schema(implementation = ProgramView.class)))
    public Response put(
            @PathParam("version") @Parameter(description = "Name of a version.", example = "3.0") String version,
            @Context HttpHeaders headers,
            byte[] body) {
        Program draft = bodies.read(body, headers.getMediaType());
        if (!draft.version().equals(version)) {
            throw Problems.rule("/version", "NOT_THE_PATH", "must be " + version + ", as in the path.");
        }
        boolean created = putDraft.put(draft, this::mustBeTheOneRead, caller.name());
        Response.ResponseBuilder answer =
                created ? Response.created(URI.create("/v1/programs/" + version)) : Response.ok();
        byte[] document = Representation.JSON.of(draft, Status.DRAFT);
        return answer.header(HttpHeaders.ETAG, ETags.ofContent(document))
                .entity(document)
                .build();
    }

    @DELETE
    @RolesAllowed(Roles.PROGRAM_MANAGER)
    @Operation(
            operationId = "deleteProgram",
            summary = "Delete a draft",
            description = "A published version is 409: it never changes, and never goes.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    public Response delete(
            @PathParam("version") @Parameter(description = "Name of a version.", example = "3.0") String version) {
        deleteDraft.delete(version, draft -> preconditions.ifMatch(Representation.etagsOf(draft, Status.DRAFT)));
        return Response.noContent().build();
    }

    private void mustBeTheOneRead(Optional<Program> there) {
        preconditions.ifMatchOrNew(there.map(draft -> Representation.etagsOf(draft, Status.DRAFT)));
    }
}
