package com.vsoxp.alliance.directory.syndication;

import com.vsoxp.alliance.directory.cache.PublicAnswers;
import com.vsoxp.alliance.directory.cache.PubliclyCached;
import com.vsoxp.alliance.directory.page.shell.PageConfig;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Date;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is new in the directory, for feed readers. */
@Path("/")
@RunOnVirtualThread
@PermitAll
@PubliclyCached
@Tag(
        name = "Feeds",
        description = "What is new in the directory, and what is in it, for readers of feeds and search engines")
public class NewsResource {

    @Inject
    ReadNews readNews;

    @Inject
    PublicAnswers answers;

    @Inject
    PageConfig config;

    /** As JSON Feed. */
    @GET
    @Path("feed.json")
    @Produces(JsonFeed.TYPE)
    @Operation(operationId = "readJsonFeed", summary = "New stories and partners, as JSON Feed 1.1", description = """
                    The latest 50 success stories and partners. What was in it and is gone is named in `_alliance.deleted` for 30 days: \
                    drop it.""")
    @APIResponse(
            responseCode = "200",
            description = "The feed",
            content =
                    @Content(
                            mediaType = JsonFeed.TYPE,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            description = "As jsonfeed.org/version/1.1 says")))
    public Response jsonFeed(@Context UriInfo uriInfo) {
        var news = readNews.latest();
        return answers.json(JsonFeed.of(news, site(uriInfo)))
                .type(JsonFeed.TYPE)
                .lastModified(Date.from(news.changedAt()))
                .build();
    }

    /** As Atom. */
    @GET
    @Path("feed.atom")
    @Produces(AtomFeed.TYPE)
    @Operation(operationId = "readAtomFeed", summary = "New stories and partners, as Atom", description = """
                    The latest 50 success stories and partners (RFC 4287). What was in it and is gone stands there for 30 days as an
                    `at:deleted-entry` (RFC 6721): drop it.""")
    @APIResponse(
            responseCode = "200",
            description = "The feed",
            content = @Content(mediaType = AtomFeed.TYPE, schema = @Schema(implementation = String.class)))
    public Response atomFeed(@Context UriInfo uriInfo) {
        var news = readNews.latest();
        return Response.ok(AtomFeed.of(news, site(uriInfo)), AtomFeed.TYPE)
                .lastModified(Date.from(news.changedAt()))
                .build();
    }

    private Site site(UriInfo uriInfo) {
        return new Site(uriInfo.getBaseUri(), config.siteName(), config.introduction());
    }
}
