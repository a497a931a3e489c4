package com.vsoxp.alliance.partner.tier;

import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tiers that can be applied for. */
@Path("/v1/tiers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Enrollment")
@RunOnVirtualThread
public class TierResource {

    @Schema(name = "Tiers", description = "The tiers of the version of the program that is in force.")
    record TiersInForce(
            @NotNull @Schema(examples = "2.0") String programVersion,

            @NotNull @Schema(description = "From the lowest to the highest.")
            List<TierView> items) {}

    @Inject
    Tiers tiers;

    @Inject
    Preconditions preconditions;

    @GET
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "listTiers",
            summary = "List the tiers",
            description = "Those that can be applied for today: the tiers of the version of the program in force. "
                    + "A partner may still hold one of an earlier version.")
    @APIResponseSchema(value = TiersInForce.class, responseDescription = "The tiers, all of them.")
    public Response list() {
        ProgramTiers inForce = tiers.book().inForce();
        return preconditions.ok(new TiersInForce(
                inForce.version(), inForce.tiers().stream().map(TierView::of).toList()));
    }
}
