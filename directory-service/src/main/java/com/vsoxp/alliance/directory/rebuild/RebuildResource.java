package com.vsoxp.alliance.directory.rebuild;

import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.rebuild.Rebuilds;
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
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Rebuilds of the directory. */
@Path("/v1/rebuilds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rebuilds", description = "For operators: the directory, built anew from the topics.")
@RolesAllowed({Roles.PROGRAM_MANAGER, Roles.AUDITOR})
@RunOnVirtualThread
public class RebuildResource {

    /** A page of rebuilds. */
    @Schema(name = "RebuildPage")
    record RebuildPage(List<RebuildView> items, String nextCursor) {}

    @Inject
    Rebuilds rebuilds;

    @POST
    @RolesAllowed(Roles.PROGRAM_MANAGER)
    @Operation(
            operationId = "startRebuild",
            summary = "Rebuild",
            description =
                    "Builds the listings, their addresses and the success stories anew from the topics, in the background and "
                            + "while reads go on, mends what differs from them, and tells what is shown otherwise. One at a time: "
                            + "409 while another one runs.")
    @APIResponseSchema(value = RebuildView.class, responseCode = "201", responseDescription = "It has begun.")
    public Response start() {
        return rebuilds.start(RebuildView::of);
    }

    @GET
    @Operation(operationId = "listRebuilds", summary = "List rebuilds", description = "The latest first.")
    @APIResponseSchema(value = RebuildPage.class, responseDescription = "A page of rebuilds.")
    public Response list(@BeanParam PageRequest request, @Context UriInfo uri) {
        return rebuilds.list(request, uri, RebuildView::of);
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "readRebuild",
            summary = "Read a rebuild",
            description = "With its progress while it runs, and what it came to.")
    @APIResponseSchema(value = RebuildView.class, responseDescription = "The rebuild.")
    public Response read(@PathParam("id") UUID id) {
        return rebuilds.read(id, RebuildView::of);
    }
}
