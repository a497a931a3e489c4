package com.vsoxp.alliance.eligibility.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.eligibility.rehearsal.columns.Prospect;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.idempotency.Idempotency;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.paging.Pages;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a version of the program would do to everybody, before it is in force. */
@Path("/v1/rehearsals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rehearsals")
@RolesAllowed({Roles.PROGRAM_MANAGER, Roles.AUDITOR})
@RunOnVirtualThread
public class RehearsalResource {

    static final String NDJSON = "application/x-ndjson";

    /** A page of rehearsals. */
    @Schema(name = "RehearsalPage")
    record RehearsalPage(List<RehearsalView> items, String nextCursor) {}

    @Inject
    KeepRehearsal keepRehearsal;

    @Inject
    AffectedPartners affectedPartners;

    @Inject
    Preconditions preconditions;

    @Inject
    Idempotency idempotency;

    @Inject
    ObjectMapper json;

    @GET
    @Operation(operationId = "listRehearsals", summary = "List rehearsals", description = "The latest first.")
    @APIResponseSchema(value = RehearsalPage.class, responseDescription = "A page of rehearsals.")
    public Response list(@BeanParam PageRequest request, @Context UriInfo uri) {
        return Pages.response(RehearsalRow.page(request).map(row -> RehearsalView.of(row, json)), uri);
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "readRehearsal",
            summary = "Read a rehearsal",
            description = "With its progress while it runs, and what it came to.")
    @APIResponseSchema(value = RehearsalView.class, responseDescription = "The rehearsal.")
    public Response read(@PathParam("id") UUID id) {
        return preconditions.ok(RehearsalView.of(require(id), json));
    }

    @POST
    @Path("{id}/cancellation")
    @RolesAllowed(Roles.PROGRAM_MANAGER)
    @Operation(
            operationId = "cancelRehearsal",
            summary = "Cancel a rehearsal",
            description = "It is `FAILED` then, and another one may begin.")
    @APIResponseSchema(value = RehearsalView.class, responseDescription = "It is cancelled.")
    public Response cancel(@PathParam("id") UUID id) {
        require(id);
        return idempotency.once("", () -> {
            if (!keepRehearsal.fail(id, "It was cancelled.")) {
                throw Problems.conflict("REHEARSAL_ENDED", "The rehearsal is " + require(id).status + " already.");
            }
            return Response.ok(RehearsalView.of(require(id), json)).build();
        });
    }

    @GET
    @Path("{id}/partners")
    @Produces(NDJSON)
    @Operation(
            operationId = "listRehearsedPartners",
            summary = "List the partners affected",
            description =
                    "One line of JSON for each partner to which the version would make a difference, in no particular "
                            + "order, streamed. 409 until the rehearsal is completed.")
    @APIResponse(
            responseCode = "200",
            description = "A partner per line.",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = Prospect.class)))
    public StreamingOutput partners(@PathParam("id") UUID id) {
        RehearsalRow row = require(id);
        if (row.status != RehearsalRow.Status.COMPLETED) {
            throw Problems.conflict("REHEARSAL_NOT_COMPLETED", "The rehearsal is " + row.status + ".");
        }
        return answer -> affectedPartners.writeTo(id, answer);
    }

    private static RehearsalRow require(UUID id) {
        return RehearsalRow.<RehearsalRow>findByIdOptional(id).orElseThrow(() -> Problems.notFound("rehearsal", id));
    }
}
