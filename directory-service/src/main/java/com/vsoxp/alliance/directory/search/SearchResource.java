package com.vsoxp.alliance.directory.search;

import com.vsoxp.alliance.directory.cache.PublicAnswers;
import com.vsoxp.alliance.directory.cache.PubliclyCached;
import com.vsoxp.alliance.directory.search.question.SearchParameters;
import com.vsoxp.alliance.platform.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The search over the directory. */
@Path("/v1/listings")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermitAll
@PubliclyCached
@Tag(name = "Listings", description = "Partners in the public directory")
public class SearchResource {

    @Inject
    DirectorySearch search;

    @Inject
    PublicAnswers answers;

    /** A page of the listings that fit. */
    @GET
    @Operation(operationId = "searchListings", summary = "Search the directory", description = """
                    Only partners that are entitled to be listed now. Filters narrow each other; a filter given more than
                    once takes any of its values. Without any parameter it is the whole directory by name.""")
    @APIResponse(
            responseCode = "200",
            description = "A page of listings",
            content = @Content(schema = @Schema(implementation = SearchResult.class)))
    public Response search(
            @BeanParam SearchParameters parameters, @BeanParam PageRequest request, @Context UriInfo uriInfo) {
        var page = search.find(parameters, request);
        var answer = answers.json(page);
        if (page.nextCursor() != null) {
            answer.link(
                    uriInfo.getRequestUriBuilder()
                            .replaceQueryParam("cursor", page.nextCursor())
                            .build(),
                    "next");
        }
        return answer.build();
    }
}
