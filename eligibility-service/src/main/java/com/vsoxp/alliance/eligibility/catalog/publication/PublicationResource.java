package com.vsoxp.alliance.eligibility.catalog.publication;

import com.vsoxp.alliance.eligibility.document.ProgramView;
import com.vsoxp.alliance.eligibility.document.ProgramView.Status;
import com.vsoxp.alliance.platform.idempotency.Idempotency;
import com.vsoxp.alliance.platform.security.Caller;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Publishes versions of the program. */
@Path("/v1/programs/{version}/publication")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programs")
@RunOnVirtualThread
public class PublicationResource {

    /** What to publish a draft on. */
    @Schema(name = "Publication")
    record Publication(
            @NotNull
            @Schema(
                    description = "First day on which the version is in force: today or later, in its own time zone.",
                    examples = "2027-01-01")
            LocalDate effectiveFrom,

            @NotNull @Schema(description = "A completed rehearsal of the draft as it is now.")
            UUID rehearsalId) {}

    @Inject
    PublishProgram publishProgram;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed(Roles.PROGRAM_MANAGER)
    @Operation(
            operationId = "publishProgram",
            summary = "Publish a draft",
            description =
                    "From then on it never changes, and nobody can take it back. Partners move over to it by its own "
                            + "policy. 409 says by its code what is in the way: `PUBLISHED`, `NOT_REHEARSED`, `REHEARSAL_INCOMPLETE`, "
                            + "`REHEARSAL_STALE` (the draft has changed, or it is older than 24 hours), or `TIER_WITHOUT_HEIR`.")
    @APIResponseSchema(value = ProgramView.class, responseDescription = "The version as it will stay.")
    public Response publish(
            @PathParam("version") @Parameter(description = "Name of a version.", example = "3.0") String version,
            Publication publication) {
        return idempotency.once(publication, () -> Response.ok(ProgramView.of(
                        publishProgram.publish(
                                version, publication.effectiveFrom(), publication.rehearsalId(), caller.name()),
                        Status.PUBLISHED))
                .build());
    }
}
