package com.vsoxp.alliance.directory.publication;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.vsoxp.alliance.directory.cache.PubliclyCached;
import com.vsoxp.alliance.directory.listing.ListingView;
import com.vsoxp.alliance.directory.listing.SlugLookup;
import com.vsoxp.alliance.directory.listing.SlugLookup.Outcome;
import com.vsoxp.alliance.platform.http.ETags;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One listing by its slug. */
@Path("/v1/listings/{slug}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermitAll
@PubliclyCached
@Tag(name = "Listings", description = "Partners in the public directory")
public class ListingResource {

    @Inject
    Preconditions preconditions;

    @Inject
    SlugLookup slugs;

    /** The listing, or the way to it if the partner was renamed or its record was merged into another. */
    @GET
    @Operation(
            operationId = "getListing",
            summary = "One partner of the directory",
            description =
                    "A slug that the partner had under an earlier name, or by an earlier record, redirects to the one "
                            + "it has now.")
    @APIResponse(
            responseCode = "200",
            description = "The listing",
            content = @Content(schema = @Schema(implementation = ListingView.class)))
    @APIResponse(responseCode = "301", description = "The partner goes by another slug now, which `Location` names")
    public Response get(
            @PathParam("slug") @Parameter(description = "The listing's slug", example = "northwind-help-desk")
                    String slug,
            @Context UriInfo uriInfo) {
        return Publication.shownUnder(slug)
                .map(told -> preconditions.ok(told.listing, ETags.ofContent(told.listing.getBytes(UTF_8))))
                .orElseGet(() -> switch (slugs.lookUp(slug)) {
                    case Outcome.Found(var listing) -> preconditions.ok(listing);
                    case Outcome.Moved(var now) -> redirect(now, uriInfo);
                    case Outcome.Unlisted() -> throw Problems.notFound("listing", slug);
                });
    }

    private static Response redirect(String slug, UriInfo uriInfo) {
        var location = uriInfo.getBaseUriBuilder().path(ListingResource.class).build(slug);
        return Response.status(Response.Status.MOVED_PERMANENTLY)
                .location(location)
                .build();
    }
}
