package com.vsoxp.alliance.directory.tier;

import com.vsoxp.alliance.directory.cache.PublicAnswers;
import com.vsoxp.alliance.directory.cache.PubliclyCached;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tiers that listings are filtered and ordered by. */
@Path("/v1/tiers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermitAll
@PubliclyCached
@Tag(name = "Listings", description = "Partners in the public directory")
public class TierResource {

    @Schema(name = "Tiers", description = "The tiers of the version of the program that is in force, all of them.")
    record TiersInForce(
            @Schema(examples = "2.0") String programVersion,

            @Schema(description = "From the highest to the lowest")
            List<TierView> items) {}

    @Inject
    Tiers tiers;

    @Inject
    PublicAnswers answers;

    /** The tiers of today. */
    @GET
    @Operation(
            operationId = "listTiers",
            summary = "The tiers, highest first",
            description =
                    "Those of the program in force, in the order of `sort=tier`. Listings may still show one of an "
                            + "earlier version: it is sorted with the tier that took its place, or after all others.")
    @APIResponse(
            responseCode = "200",
            description = "The tiers",
            content = @Content(schema = @Schema(implementation = TiersInForce.class)))
    public Response list() {
        var inForce = tiers.book().inForce();
        return answers.json(new TiersInForce(
                        inForce.version(),
                        inForce.tiers().stream().map(TierView::of).toList()))
                .build();
    }
}
