package com.vsoxp.alliance.platform.rebuild;

import com.vsoxp.alliance.platform.paging.PageRequest;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Rebuilds as the services offer them. */
@Path("/v1/rebuilds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PROGRAM_MANAGER, Roles.AUDITOR})
@RunOnVirtualThread
public class RebuildResource {

    /** What a caller reads. */
    public record View(
            UUID id, Rebuild.Status status, String phase, int progress, ScriptedWork.Summary summary, String failure) {

        static View of(Rebuild rebuild) {
            return new View(
                    rebuild.id(),
                    rebuild.status(),
                    rebuild.phase(),
                    rebuild.progress(),
                    rebuild.summaryAs(ScriptedWork.Summary.class),
                    rebuild.failure());
        }
    }

    @Inject
    Rebuilds rebuilds;

    @POST
    @RolesAllowed(Roles.PROGRAM_MANAGER)
    @Operation(summary = "Rebuild")
    public Response start() {
        return rebuilds.start(View::of);
    }

    @GET
    @Operation(summary = "List rebuilds")
    public Response list(@BeanParam PageRequest request, @Context UriInfo uri) {
        return rebuilds.list(request, uri, View::of);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a rebuild")
    public Response read(@PathParam("id") UUID id) {
        return rebuilds.read(id, View::of);
    }
}
