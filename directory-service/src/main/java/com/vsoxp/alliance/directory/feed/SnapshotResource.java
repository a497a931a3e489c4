package com.vsoxp.alliance.directory.feed;

import com.vsoxp.alliance.directory.cache.PubliclyCached;
import com.vsoxp.alliance.directory.cache.hot.Conditions;
import com.vsoxp.alliance.directory.listing.ListingView;
import com.vsoxp.alliance.platform.http.ETags;
import com.vsoxp.alliance.platform.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.Semaphore;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The whole directory, for who begins to keep a copy of it. */
@Path("/v1/listings/snapshot")
@Produces(SnapshotResource.NDJSON)
@RunOnVirtualThread
@PermitAll
@PubliclyCached
@Tag(name = "Listings", description = "Partners in the public directory")
public class SnapshotResource {

    static final String NDJSON = "application/x-ndjson";

    /** Each holds a connection to the database for as long as the caller reads. */
    private static final int AT_ONCE = 4;

    private static final String NEXT_CURSOR = "Next-Cursor";
    private static final int BUFFER = 1 << 16;

    private final Semaphore turns = new Semaphore(AT_ONCE);

    @Inject
    ChangeFeed feed;

    @Inject
    Snapshot snapshot;

    /** All listings, one a line, and the cursor from which to go on. */
    @GET
    @Operation(operationId = "readListingSnapshot", summary = "The whole directory", description = """
                    All listings at one moment, one a line, in the order in which they last changed. `Next-Cursor` is the `since` of
                    `/v1/listings/changes` to go on from. A directory that has not changed has the same tag, so `If-None-Match`
                    asks for little. An answer that ends early is not ended as HTTP asks, so a client sees it. A few are sent at
                    a time: 503 tells when to come back.""")
    @APIResponse(
            responseCode = "200",
            description = "The listings",
            headers =
                    @Header(
                            name = NEXT_CURSOR,
                            description = "Where the changes go on",
                            schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = ListingView.class)))
    public Response read(
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known,
            @HeaderParam(HttpHeaders.ACCEPT_ENCODING) String encodings,
            @Context HttpServerResponse answer,
            @Context UriInfo uriInfo) {
        var zips = Conditions.takesGzip(encodings);
        var now = feed.end();
        if (known != null && ETags.matchesWeakly(known, etag(now, zips))) {
            return Response.notModified()
                    .header(HttpHeaders.ETAG, etag(now, zips))
                    .build();
        }
        if (turns.availablePermits() == 0) {
            throw Problems.unavailable();
        }
        StreamingOutput lines = out -> {
            if (!turns.tryAcquire()) {
                throw Problems.unavailable();
            }
            try {
                snapshot.read(end -> tell(end, zips, answer, uriInfo), () -> zips ? new Fast(out) : out);
            } finally {
                turns.release();
            }
        };
        return Response.ok(lines).build();
    }

    /** What a reader would be told, without the reading. */
    @HEAD
    @Operation(hidden = true)
    public Response head(
            @HeaderParam(HttpHeaders.ACCEPT_ENCODING) String encodings,
            @Context HttpServerResponse answer,
            @Context UriInfo uriInfo) {
        tell(feed.end(), Conditions.takesGzip(encodings), answer, uriInfo);
        return Response.ok().type(NDJSON).build();
    }

    /** Known only when the reading has begun: straight into the answer, whose head is not sent before its first byte. */
    private static void tell(FeedPlace end, boolean zips, HttpServerResponse answer, UriInfo uriInfo) {
        var changes = uriInfo.getBaseUriBuilder()
                .path(ChangesResource.class)
                .queryParam(FeedPlace.PARAMETER, end.cursor())
                .build();
        answer.putHeader(HttpHeaders.ETAG, etag(end, zips))
                .putHeader(NEXT_CURSOR, end.cursor())
                .putHeader(HttpHeaders.LINK, "<" + changes + ">; rel=\"next\"");
        if (zips) {
            answer.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
    }

    /** The bytes follow from the position alone: lines are kept as they are sent, and so is their order. */
    private static String etag(FeedPlace end, boolean zips) {
        return "\"" + end.cursor() + (zips ? "-gzip" : "") + "\"";
    }

    private static final class Fast extends GZIPOutputStream {

        Fast(java.io.OutputStream out) throws java.io.IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
