package com.vsoxp.alliance.partner.audit;

import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.paging.Pages;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
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

/** Who changed what, when, from which request. There is no way to change it: not here, and not in the database. */
@Path("/v1/partners/{id}/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "Who changed what, when, from which request.")
@RunOnVirtualThread
public class AuditResource {

    @Schema(description = "One page of changes.")
    record AuditPage(@NotNull List<AuditEntryView> items, String nextCursor) {}

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.PROGRAM_MANAGER})
    @Operation(
            operationId = "readAudit",
            summary = "Read the audit",
            description = "Every change to the partner's records, newest first. It is only ever added to.")
    @APIResponseSchema(value = AuditPage.class, responseDescription = "One page of changes.")
    public Response read(
            @PathParam("id") UUID id,
            @BeanParam AuditSearch search,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        Partner.mustExist(id);
        return Pages.response(search.page(id, page).map(AuditEntryView::of), uri);
    }
}
