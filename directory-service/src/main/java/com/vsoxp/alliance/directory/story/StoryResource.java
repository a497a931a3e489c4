package com.vsoxp.alliance.directory.story;

import com.vsoxp.alliance.directory.cache.PublicAnswers;
import com.vsoxp.alliance.directory.cache.PubliclyCached;
import com.vsoxp.alliance.platform.paging.Cursor;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The success stories of listed partners. */
@Path("/v1/success-stories")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermitAll
@PubliclyCached
@Tag(name = "Success stories", description = "What customers of listed partners tell")
public class StoryResource {

    @Inject
    PublicAnswers answers;

    /** A page of stories, newest first. */
    @GET
    @Operation(
            operationId = "listSuccessStories",
            summary = "Success stories, newest first",
            description = "Published stories that were not retracted, of partners that are listed now.")
    @APIResponse(
            responseCode = "200",
            description = "A page of stories",
            content = @Content(schema = @Schema(implementation = StoryView.StoryPage.class)))
    public Response list(
            @QueryParam("partnerId") @Parameter(description = "Only stories of this partner") UUID partnerId,
            @BeanParam PageRequest request,
            @Context UriInfo uriInfo) {
        var after = request.cursor();
        var rows = SuccessStory.newest(
                Optional.ofNullable(partnerId),
                after.map(cursor -> cursor.day(0)).orElse(null),
                after.map(cursor -> cursor.uuid(1)).orElse(null),
                request.rowsToRead());
        var page = Page.of(
                        rows,
                        request,
                        row -> Cursor.encode(
                                row.story().publishedOn, row.story().key.id()))
                .map(StoryView::of);
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
