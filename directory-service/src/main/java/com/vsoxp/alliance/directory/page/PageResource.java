package com.vsoxp.alliance.directory.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.directory.cache.PubliclyCached;
import com.vsoxp.alliance.directory.listing.ListingView;
import com.vsoxp.alliance.directory.listing.SlugLookup;
import com.vsoxp.alliance.directory.listing.SlugLookup.Outcome;
import com.vsoxp.alliance.directory.page.list.DirectoryPages;
import com.vsoxp.alliance.directory.page.partner.PartnerComposer;
import com.vsoxp.alliance.directory.page.partner.StoryTeaser;
import com.vsoxp.alliance.directory.page.shell.HtmlAnswers;
import com.vsoxp.alliance.directory.page.shell.Shells;
import com.vsoxp.alliance.directory.page.wording.Address;
import com.vsoxp.alliance.directory.publication.JsonLd;
import com.vsoxp.alliance.directory.story.PublicStories;
import com.vsoxp.alliance.directory.story.StoryView;
import com.vsoxp.alliance.directory.tier.Tiers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
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
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The directory for people. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@PermitAll
@PubliclyCached
@Tag(name = "Pages", description = "The directory for people: HTML, whole without script")
public class PageResource {

    private static final int PARTNERS_ON_A_PAGE = 20;
    private static final int MOST_STORIES = 20;
    private static final int STORIES_TOLD_OF = 3;

    @Inject
    DirectoryPages pages;

    @Inject
    SlugLookup slugs;

    @Inject
    PublicStories stories;

    @Inject
    Tiers tiers;

    @Inject
    FailedPages failed;

    @Inject
    Shells shells;

    @Inject
    HtmlAnswers html;

    @Inject
    ObjectMapper mapper;

    /** The search and the list. Its form asks the same questions as the API, and asks nothing by a field left empty. */
    @GET
    @Operation(
            operationId = "showDirectory",
            summary = "The directory as a page",
            description = "Takes the parameters of `searchListings` but `partnerId` and `limit`.")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
    public Response directory(@Context UriInfo uriInfo) {
        var asked = uriInfo.getQueryParameters();
        var address = Address.of(asked);
        var cursor = asked.getFirst(Address.CURSOR);
        var found = pages.find(address, PARTNERS_ON_A_PAGE, cursor);
        var isOneOfMany = address.narrows() || cursor != null;
        var told = isOneOfMany ? List.<StoryView>of() : stories.newest(STORIES_TOLD_OF);
        return html.answer(
                found.status(),
                Templates.directory(
                        shells.ofDirectory(uriInfo, isOneOfMany),
                        found.page(),
                        told.stream().map(StoryTeaser::of).toList()));
    }

    /** A partner's page, or the way to it. */
    @GET
    @Path("partners/{slug}")
    @Operation(
            operationId = "showPartner",
            summary = "A partner's page",
            description = "As with listings, an old slug redirects to the one the partner has now.")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "301", description = "The partner's page is where `Location` says")
    @APIResponse(
            responseCode = "404",
            description = "Nobody of that name is listed now",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
    public Response partner(
            @PathParam("slug") @Parameter(description = "The listing's slug", example = "northwind-help-desk")
                    String slug,
            @Context UriInfo uriInfo) {
        return switch (slugs.lookUp(slug)) {
            case Outcome.Found(var listing) -> page(listing, uriInfo);
            case Outcome.Moved(var now) ->
                Response.status(Response.Status.MOVED_PERMANENTLY)
                        .location(URI.create(PartnerComposer.href(now)))
                        .build();
            case Outcome.Unlisted() -> unlisted();
        };
    }

    /** People are told in a page what programs are told in a problem. */
    @ServerExceptionMapper
    public Response failed(Throwable failure, RoutingContext request) {
        return failed.onSite(failure, request);
    }

    private Response page(ListingView listing, UriInfo uriInfo) {
        var shell = shells.ofPartner(listing, uriInfo);
        var page = PartnerComposer.compose(
                listing,
                stories.newestOf(listing.partnerId(), MOST_STORIES),
                tiers.book(),
                json(PartnerComposer.withLinksOfTheWeb(JsonLd.of(listing, shell.canonical()))));
        return html.ok(Templates.partner(shell, page));
    }

    private String json(Object structuredData) {
        try {
            return mapper.writeValueAsString(structuredData);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A listing cannot be written as JSON", e);
        }
    }

    private Response unlisted() {
        var title = "This partner is not listed";
        return html.problem(
                Response.Status.NOT_FOUND.getStatusCode(),
                Templates.problem(
                        shells.ofProblem(title),
                        new ProblemPage(
                                title,
                                "It may have left the program, or the address may be mistyped. The directory shows who is"
                                        + " a partner today.",
                                null)));
    }
}
