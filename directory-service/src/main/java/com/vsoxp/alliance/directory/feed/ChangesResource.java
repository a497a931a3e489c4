package com.vsoxp.alliance.directory.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.vsoxp.alliance.directory.cache.PublicAnswers;
import com.vsoxp.alliance.directory.cache.PubliclyCached;
import com.vsoxp.alliance.directory.listing.ListingView;
import com.vsoxp.alliance.directory.publication.Publication;
import com.vsoxp.alliance.directory.publication.Reason;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a website pulls to keep its own copy of the directory. */
@Path("/v1/listings/changes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermitAll
@PubliclyCached
@Tag(name = "Listings", description = "Partners in the public directory")
public class ChangesResource {

    enum Type {
        UPSERT,
        TOMBSTONE
    }

    @Schema(
            name = "ListingChanges",
            description = "Slugs under which something else is shown, in the order of the changes.")
    record Changes(
            @NotNull List<Change> items,

            @NotNull @Schema(description = "Where to go on, now or next week; always there")
            String nextCursor,

            @NotNull @Schema(description = "Whether there was more already")
            boolean more) {}

    @Schema(name = "ListingChange", description = "What is shown under a slug since it last changed.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(
            @NotNull Type type,

            @NotNull @Schema(examples = "northwind-help-desk")
            String slug,

            @NotNull UUID partnerId,
            @NotNull Instant changedAt,

            @Schema(nullable = true, description = "Only of a tombstone")
            Reason reason,

            @JsonRawValue
            @Schema(nullable = true, implementation = ListingView.class, description = "In whole; only of an upsert")
            String listing) {

        static Change of(Publication told) {
            return new Change(
                    told.listing == null ? Type.TOMBSTONE : Type.UPSERT,
                    told.slug,
                    told.partnerId,
                    told.changedAt,
                    told.reason,
                    told.listing);
        }
    }

    @Inject
    ChangeFeed feed;

    @Inject
    PublicAnswers answers;

    /** The next changes. */
    @GET
    @Operation(operationId = "listListingChanges", summary = "What changed in the directory", description = """
                    Keep what is shown by slug, or by partner: put what an `UPSERT` holds, drop what a `TOMBSTONE` names, in the order in
                    which they come. Who goes on from `nextCursor` misses nothing, however many write at once, and is told
                    nothing twice. A slug that changes again moves to the end, so the latest is all there is to know of it, and the feed is
                    no longer than there were ever slugs. Without `since` it begins with the first; to begin with what is
                    there now is quicker by `/v1/listings/snapshot`. A partner that is renamed is a tombstone of its old slug
                    and an upsert of its new one behind it.""")
    @APIResponse(
            responseCode = "200",
            description = "The next changes",
            content = @Content(schema = @Schema(implementation = Changes.class)))
    @APIResponse(
            responseCode = "410",
            description = "The feed began anew since: read the snapshot.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "#/components/schemas/Problem")))
    public Response list(
            @QueryParam(FeedPlace.PARAMETER)
                    @Parameter(description = "`nextCursor` of the answer before, or of the snapshot. Opaque.")
                    String since,
            @QueryParam("limit")
                    @Parameter(
                            description = "How many items at most.",
                            schema =
                                    @Schema(
                                            implementation = Integer.class,
                                            defaultValue = "50",
                                            minimum = "1",
                                            maximum = "200"))
                    Integer limit,
            @Context UriInfo uriInfo) {
        var place = Optional.ofNullable(since).map(FeedPlace::read);
        var stretch = feed.after(place, PageRequest.of(limit, null).limit());
        var next = stretch.through().cursor();
        var items = stretch.told().stream().map(Change::of).toList();
        return answers.json(new Changes(items, next, stretch.more()))
                .link(
                        uriInfo.getRequestUriBuilder()
                                .replaceQueryParam(FeedPlace.PARAMETER, next)
                                .build(),
                        "next")
                .build();
    }
}
