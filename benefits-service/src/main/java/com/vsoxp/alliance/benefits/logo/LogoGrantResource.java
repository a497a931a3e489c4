package com.vsoxp.alliance.benefits.logo;

import com.vsoxp.alliance.benefits.entitlement.Holder;
import com.vsoxp.alliance.benefits.program.ProgramDay;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.security.Caller;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A partner's right to use the logo, for the partner and the vendor. */
@Path("/v1/partners/{id}/logo-grant")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Logo", description = "The right to use the alliance's logo, and how everybody can verify it")
public class LogoGrantResource {

    @Inject
    LogoLinks links;

    @Inject
    Preconditions preconditions;

    @Inject
    Caller caller;

    @Inject
    ProgramDay programDay;

    /** Shows it. */
    @GET
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(operationId = "getLogoGrant", summary = "The right to use the logo", description = """
                    The token stays the same as long as the enrollment lasts, and so do the links. When the enrollment ends, it is
                    REVOKED for good; a partner that comes back gets another one. 404 to a partner that never held a tier.""")
    @APIResponseSchema(value = LogoGrantView.class, responseDescription = "The grant as it stands now.")
    public Response get(@PathParam("id") UUID partnerId) {
        caller.mustOwn(partnerId);
        if (!Holder.exists(partnerId)) {
            throw Problems.notFound("partner", partnerId);
        }
        var grant =
                LogoGrant.latestOf(partnerId).orElseThrow(() -> Problems.notFound("logo grant of partner", partnerId));
        return preconditions.ok(LogoGrantView.of(LogoStanding.of(grant, programDay.today()), links));
    }
}
