package com.vsoxp.alliance.eligibility.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.eligibility.catalog.Programs;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.platform.idempotency.Idempotency;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Begins rehearsals of a version of the program. */
@Path("/v1/programs/{version}/rehearsals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Rehearsals",
        description = "A version of the program run over all real partners: who would rise, fall, be at risk, and what "
                + "discount would be given.")
@RunOnVirtualThread
public class ProgramRehearsalResource {

    @Inject
    Programs programs;

    @Inject
    StartRehearsal startRehearsal;

    @Inject
    Idempotency idempotency;

    @Inject
    ObjectMapper json;

    @POST
    @RolesAllowed(Roles.PROGRAM_MANAGER)
    @Operation(
            operationId = "startRehearsal",
            summary = "Rehearse a version",
            description =
                    "Runs a draft, or a published version, over all real partners as if it came into force today, on a "
                            + "snapshot and in the background. One at a time: 409 while another one runs.")
    @APIResponseSchema(value = RehearsalView.class, responseCode = "201", responseDescription = "It has begun.")
    public Response start(
            @PathParam("version") @Parameter(description = "Name of a version.", example = "2.1") String version) {
        Program program = programs.edition(version)
                .orElseThrow(() -> Problems.notFound("program", version))
                .program();
        return idempotency.once("", () -> {
            RehearsalRow row = startRehearsal.start(program);
            return Response.created(URI.create("/v1/rehearsals/" + row.id))
                    .entity(RehearsalView.of(row, json))
                    .build();
        });
    }
}
