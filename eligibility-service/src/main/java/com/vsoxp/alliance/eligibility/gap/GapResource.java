package com.vsoxp.alliance.eligibility.gap;

import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.paging.Pages;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is missing of whom. */
@Path("/v1/gaps")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gaps", description = "What is missing of whom, so that a verdict is or may be indeterminate.")
@RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.AUDITOR})
@RunOnVirtualThread
public class GapResource {

    /** A page of partners of whom something is missing. */
    @Schema(name = "PartnerGapsPage")
    record PartnerGapsPage(List<PartnerGaps> items, String nextCursor) {}

    @Inject
    Gaps gaps;

    @GET
    @Operation(
            summary = "List what is missing",
            description =
                    "Partners of whom something is missing, by their ids: events that could not be taken (the first "
                            + "20 of each), partners that nobody registered, unknown days, and requirements of which the data "
                            + "does not tell.")
    @APIResponseSchema(value = PartnerGapsPage.class, responseDescription = "A page of partners.")
    public Response listGaps(
            @QueryParam("kind") @Parameter(description = "Only partners with a gap of this kind.")
                    PartnerGaps.Kind kind,
            @BeanParam PageRequest request,
            @Context UriInfo uri) {
        return Pages.response(gaps.page(kind, request), uri);
    }
}
