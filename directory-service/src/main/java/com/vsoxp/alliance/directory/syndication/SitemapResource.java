package com.vsoxp.alliance.directory.syndication;

import com.vsoxp.alliance.directory.cache.PubliclyCached;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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

/** Which pages there are, for search engines (sitemaps.org). */
@Path("/sitemap.xml")
@Produces(MediaType.APPLICATION_XML)
@RunOnVirtualThread
@PermitAll
@PubliclyCached
@Tag(
        name = "Feeds",
        description = "What is new in the directory, and what is in it, for readers of feeds and search engines")
public class SitemapResource {

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    @Inject
    Pages pages;

    /** All pages, or an index of parts if they are too many for one. */
    @GET
    @Operation(operationId = "readSitemap", summary = "All pages, for search engines", description = """
                    A sitemap of all pages; if they are more than 10,000, an index that names the parts, each of which is this
                    address with `after`.""")
    @APIResponse(
            responseCode = "200",
            description = "The sitemap",
            content = @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(implementation = String.class)))
    public Response read(
            @QueryParam("after")
                    @Parameter(
                            description =
                                    "The part that begins behind this slug, as the index names it; `-` is the first")
                    String after,
            @Context UriInfo uriInfo) {
        var base = uriInfo.getBaseUri();
        if (after != null) {
            return xml(urls(pages.after(after), after.equals(Pages.FIRST), base));
        }
        var parts = pages.beginnings();
        return xml(parts.size() == 1 ? urls(pages.after(Pages.FIRST), true, base) : index(parts, uriInfo));
    }

    private static Response xml(byte[] document) {
        return Response.ok(document, MediaType.APPLICATION_XML_TYPE).build();
    }

    private static byte[] urls(List<Pages.Page> pages, boolean withHome, URI base) {
        return Xml.document(xml -> xml.element(
                "urlset",
                set -> {
                    if (withHome) {
                        set.element(
                                "url", url -> url.text("loc", base.resolve("/").toString()));
                    }
                    for (var page : pages) {
                        set.element("url", url -> url.text(
                                        "loc",
                                        base.resolve("/partners/" + page.slug()).toString())
                                .text("lastmod", page.changedAt().toString()));
                    }
                },
                "xmlns",
                NAMESPACE));
    }

    private static byte[] index(List<String> beginnings, UriInfo uriInfo) {
        return Xml.document(xml -> xml.element(
                "sitemapindex",
                index -> {
                    for (var after : beginnings) {
                        var part = uriInfo.getBaseUriBuilder()
                                .path(SitemapResource.class)
                                .queryParam("after", after)
                                .build();
                        index.element("sitemap", sitemap -> sitemap.text("loc", part.toString()));
                    }
                },
                "xmlns",
                NAMESPACE));
    }
}
