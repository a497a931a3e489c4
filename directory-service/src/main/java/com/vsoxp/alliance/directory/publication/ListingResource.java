package com.vsoxp.alliance.directory.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.directory.cache.PublicAnswers;
import com.vsoxp.alliance.directory.cache.PubliclyCached;
import com.vsoxp.alliance.directory.listing.ListingView;
import com.vsoxp.alliance.directory.listing.SlugLookup;
import com.vsoxp.alliance.directory.listing.SlugLookup.Outcome;
import com.vsoxp.alliance.directory.tier.Tiers;
import com.vsoxp.alliance.platform.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Date;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One listing by its slug. */
@Path("/v1/listings/{slug}")
@Produces({MediaType.APPLICATION_JSON, JsonLd.TYPE})
@RunOnVirtualThread
@PermitAll
@PubliclyCached
@Tag(name = "Listings", description = "Partners in the public directory")
public class ListingResource {

    @Inject
    PublicAnswers answers;

    private static final MediaType JSON_LD = MediaType.valueOf(JsonLd.TYPE);

    @Inject
    SlugLookup slugs;

    @Inject
    Tiers tiers;

    @Inject
    ObjectMapper mapper;

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
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ListingView.class)),
                @Content(
                        mediaType = JsonLd.TYPE,
                        schema = @Schema(type = SchemaType.OBJECT, description = "An Organization of schema.org"))
            })
    @APIResponse(responseCode = "301", description = "The partner goes by another slug now, which `Location` names")
    public Response get(
            @PathParam("slug") @Parameter(description = "The listing's slug", example = "northwind-help-desk")
                    String slug,
            @Context HttpHeaders headers,
            @Context UriInfo uriInfo) {
        var book = tiers.book();
        return Publication.shownUnder(slug)
                .filter(told -> told.isOfToday(book))
                .map(told -> answer(told, headers, uriInfo))
                .orElseGet(() -> switch (slugs.lookUp(slug)) {
                    case Outcome.Found(var listing) ->
                        answer(listing, headers, uriInfo).build();
                    case Outcome.Moved(var now) -> redirect(now, uriInfo);
                    case Outcome.Unlisted() -> throw Problems.notFound("listing", slug);
                });
    }

    private Response answer(Publication told, HttpHeaders headers, UriInfo uriInfo) {
        var answer = wantsJsonLd(headers)
                ? answer(read(told), headers, uriInfo)
                : Response.ok(told.listing, MediaType.APPLICATION_JSON_TYPE);
        return answer.lastModified(Date.from(told.changedAt)).build();
    }

    private Response.ResponseBuilder answer(ListingView listing, HttpHeaders headers, UriInfo uriInfo) {
        if (!wantsJsonLd(headers)) {
            return answers.json(listing);
        }
        var page = uriInfo.getBaseUri().resolve("/partners/" + listing.slug());
        return answers.json(JsonLd.of(listing, page.toString())).type(JsonLd.TYPE);
    }

    /** Whichever of the two is wished for more. */
    private static boolean wantsJsonLd(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .filter(type -> type.isCompatible(MediaType.APPLICATION_JSON_TYPE) || type.isCompatible(JSON_LD))
                .findFirst()
                .filter(type -> !type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .isPresent();
    }

    private ListingView read(Publication told) {
        try {
            return mapper.readValue(told.listing, ListingView.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A listing was not written as JSON", e);
        }
    }

    private static Response redirect(String slug, UriInfo uriInfo) {
        var location = uriInfo.getBaseUriBuilder().path(ListingResource.class).build(slug);
        return Response.status(Response.Status.MOVED_PERMANENTLY)
                .location(location)
                .build();
    }
}
