package com.vsoxp.alliance.partner.merge;

import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.platform.http.ETags;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.idempotency.Idempotency;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.paging.Pages;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Merges of other partners' records into one. */
@Path("/v1/partners/{id}/merges")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Merges", description = "Two records of one company become one, and can be parted again.")
@RunOnVirtualThread
public class MergeResource {

    @Schema(description = "Why a merge is undone.")
    record UndoRequest(
            @NotBlank @Size(max = 1_000) @Schema(examples = "Two subsidiaries after all")
            String reason) {}

    @Schema(description = "One page of merges.")
    record MergePage(@NotNull List<MergeView> items, String nextCursor) {}

    @Inject
    MergePartners mergePartners;

    @Inject
    UndoMerge undoMerge;

    @Inject
    Idempotency idempotency;

    @Inject
    Preconditions preconditions;

    @POST
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER})
    @Operation(
            operationId = "mergePartners",
            summary = "Merge another record into this one",
            description =
                    "The absorbed partner's evidence, sales, stories and contacts become the survivor's, each "
                            + "counted once; its enrollment ends; its id and external ids answer as the survivor from now on. "
                            + "An enrolled partner is not merged into one that is not: 409 then says which to make the survivor.")
    @APIResponseSchema(value = MergeView.class, responseCode = "201", responseDescription = "Merged.")
    public Response merge(@PathParam("id") UUID id, MergeRequest request) {
        return idempotency.once(
                request,
                () -> created(mergePartners.merge(id, request.absorbed(), request.pointer(), request.reason())));
    }

    @GET
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "listMerges",
            summary = "List merges",
            description = "All merges that made the partner what it is, undone ones too, in the order they were made.")
    @APIResponseSchema(value = MergePage.class, responseDescription = "One page of merges.")
    public Response list(@PathParam("id") UUID id, @BeanParam PageRequest page, @Context UriInfo uri) {
        Partner.mustExist(id);
        return Pages.response(PartnerMerge.pageOf(id, page).map(MergeView::of), uri);
    }

    @GET
    @Path("{mergeId}")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "readMerge",
            summary = "Read a merge",
            description = "Which record became part of which, and whether that still stands.")
    @APIResponseSchema(value = MergeView.class, responseDescription = "The merge.")
    public Response read(@PathParam("id") UUID id, @PathParam("mergeId") UUID mergeId) {
        PartnerMerge merge = PartnerMerge.require(id, mergeId);
        return preconditions.ok(MergeView.of(merge), etag(merge));
    }

    @POST
    @Path("{mergeId}/undo")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER})
    @Operation(
            operationId = "undoMerge",
            summary = "Undo a merge",
            description = "Exactly what the merge moved goes back, with the enrollment it ended; what came to the "
                    + "survivor since stays there. Possible until the survivor's status or tier next changes: 409 "
                    + "from then on.")
    @APIResponseSchema(value = MergeView.class, responseDescription = "The merge, undone.")
    public Response undo(@PathParam("id") UUID id, @PathParam("mergeId") UUID mergeId, UndoRequest request) {
        return idempotency.once(request, () -> now(undoMerge.undo(id, mergeId, request.reason())));
    }

    private static Response created(PartnerMerge merge) {
        return Response.created(URI.create("/v1/partners/" + merge.survivorId + "/merges/" + merge.id))
                .header(HttpHeaders.ETAG, etag(merge))
                .entity(MergeView.of(merge))
                .build();
    }

    private static Response now(PartnerMerge merge) {
        return Response.ok(MergeView.of(merge))
                .header(HttpHeaders.ETAG, etag(merge))
                .build();
    }

    private static String etag(PartnerMerge merge) {
        return ETags.ofVersion(merge.version);
    }
}
