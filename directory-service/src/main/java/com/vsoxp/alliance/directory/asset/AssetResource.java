package com.vsoxp.alliance.directory.asset;

import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.problem.Problems;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Serves the files that pages name. */
@Path("/assets/{name}")
@PermitAll
public class AssetResource {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String NOT_WITHOUT_ASKING = "no-cache";

    @Inject
    Assets assets;

    @Inject
    Preconditions preconditions;

    /** The file; under the address of another release's file it is this release's, which nobody may keep. */
    @GET
    @Operation(hidden = true)
    public Response get(@PathParam("name") String name) {
        var asset = assets.find(name).orElseThrow(() -> Problems.notFound("file", name));
        return Response.fromResponse(preconditions.ok(asset.content(), asset.etag()))
                .type(asset.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, asset.href().endsWith("/" + name) ? FOR_EVER : NOT_WITHOUT_ASKING)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }
}
