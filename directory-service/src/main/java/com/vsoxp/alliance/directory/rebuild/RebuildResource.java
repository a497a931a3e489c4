package com.vsoxp.alliance.directory.rebuild;

import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.idempotency.Idempotency;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.paging.Pages;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
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
import java.net.URI;
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
    KeepRebuild keepRebuild;

    @Inject
    RunningRebuild running;

    @Inject
    TransactionSynchronizationRegistry transactions;

    @Inject
    Preconditions preconditions;

    @Inject
    Idempotency idempotency;

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
        return idempotency.once("", () -> {
            RebuildRow row = keepRebuild.begin();
            transactions.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    // It only begins if this commits.
                }

                @Override
                public void afterCompletion(int status) {
                    if (status == Status.STATUS_COMMITTED) {
                        running.begin(row.id);
                    }
                }
            });
            return Response.created(URI.create("/v1/rebuilds/" + row.id))
                    .entity(RebuildView.of(row))
                    .build();
        });
    }

    @GET
    @Operation(operationId = "listRebuilds", summary = "List rebuilds", description = "The latest first.")
    @APIResponseSchema(value = RebuildPage.class, responseDescription = "A page of rebuilds.")
    public Response list(@BeanParam PageRequest request, @Context UriInfo uri) {
        return Pages.response(RebuildRow.page(request).map(row -> RebuildView.of(row)), uri);
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "readRebuild",
            summary = "Read a rebuild",
            description = "With its progress while it runs, and what it came to.")
    @APIResponseSchema(value = RebuildView.class, responseDescription = "The rebuild.")
    public Response read(@PathParam("id") UUID id) {
        RebuildRow row =
                RebuildRow.<RebuildRow>findByIdOptional(id).orElseThrow(() -> Problems.notFound("rebuild", id));
        return preconditions.ok(RebuildView.of(row));
    }
}
