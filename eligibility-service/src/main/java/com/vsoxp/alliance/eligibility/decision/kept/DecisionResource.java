package com.vsoxp.alliance.eligibility.decision.kept;

import com.vsoxp.alliance.eligibility.enrollment.PartnerRow;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.paging.Pages;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.security.Caller;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Every decision about a partner, with what it was made from. */
@Path("/v1/partners/{id}/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions", description = "Every decision, with its input: replaying it gives the same answer.")
@RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
@RunOnVirtualThread
public class DecisionResource {

    /** A page of decisions. */
    @Schema(name = "DecisionPage")
    record DecisionPage(List<Decision> items, String nextCursor) {}

    @Inject
    Caller caller;

    @GET
    @Operation(
            summary = "List a partner's decisions",
            description = "The latest first. A decision is made whenever the standing moves, and is never changed.")
    @APIResponseSchema(value = DecisionPage.class, responseDescription = "A page of decisions.")
    public Response listDecisions(@PathParam("id") UUID id, @BeanParam PageRequest request, @Context UriInfo uri) {
        caller.mustOwn(id);
        PartnerRow.known(id).orElseThrow(() -> Problems.notFound("partner", id));
        return Pages.response(DecisionRow.page(id, request).map(row -> row.read()), uri);
    }
}
