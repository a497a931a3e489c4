package com.vsoxp.alliance.directory.page;

import com.vsoxp.alliance.directory.asset.Assets;
import com.vsoxp.alliance.directory.cache.PubliclyCached;
import com.vsoxp.alliance.directory.page.list.DirectoryPages;
import com.vsoxp.alliance.directory.page.shell.HtmlAnswers;
import com.vsoxp.alliance.directory.page.shell.Shells;
import com.vsoxp.alliance.directory.page.wording.Address;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The directory inside the pages of others: in a frame, or by a web component. See {@code docs/embedding.md}. */
@Path("/embed")
@RunOnVirtualThread
@PermitAll
@PubliclyCached
@Tag(name = "Pages", description = "The directory for people: HTML, whole without script")
public class EmbedResource {

    private static final String SCRIPT = "text/javascript";
    private static final String HERE = "/embed";

    @Inject
    DirectoryPages pages;

    @Inject
    FailedPages failed;

    @Inject
    Shells shells;

    @Inject
    HtmlAnswers html;

    @Inject
    Assets assets;

    /** The list for a frame, without script; its links to partners open windows of their own. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            operationId = "embedDirectory",
            summary = "The directory for a frame",
            description = "Takes the parameters of `searchListings` but `partnerId`.")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
    public Response frame(
            @QueryParam("limit")
                    @DefaultValue("12")
                    @Parameter(description = "How many partners a page shows, from 1 to 200")
                    int limit,
            @Context UriInfo uriInfo) {
        var asked = uriInfo.getQueryParameters();
        var address = Address.of(asked).under(HERE).with("limit", String.valueOf(limit));
        var found = pages.find(address, limit, asked.getFirst(Address.CURSOR));
        return html.answerInFrames(found.status(), Templates.embed(shells.ofEmbedded(), found.page()));
    }

    /** Whoever looks into a frame is told in a page of that frame. */
    @ServerExceptionMapper
    public Response failed(Throwable failure, RoutingContext request) {
        return failed.inFrame(failure, request);
    }

    /** The module that defines {@code <vso-partner-directory>}. */
    @GET
    @Path("partner-directory.js")
    @Produces(SCRIPT)
    @Operation(
            operationId = "getDirectoryComponent",
            summary = "The web component `<vso-partner-directory>`",
            description = "An ES module without dependencies.")
    @APIResponse(
            responseCode = "200",
            description = "The module",
            content = @Content(mediaType = SCRIPT, schema = @Schema(implementation = String.class)))
    public Response component() {
        var component = assets.component();
        return Response.ok(component.content())
                .type(component.mediaType())
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }
}
