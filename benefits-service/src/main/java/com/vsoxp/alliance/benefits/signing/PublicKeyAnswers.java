package com.vsoxp.alliance.benefits.signing;

import com.vsoxp.alliance.platform.http.ETags;
import com.vsoxp.alliance.platform.http.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** Answers with public keys, which any page may read and any cache keep for a while. */
@ApplicationScoped
class PublicKeyAnswers {

    /** Much shorter than a key is published before it signs. */
    private static final String CACHED = "public, max-age=300";

    @Inject
    Preconditions preconditions;

    Response json(String keys) {
        var answer = preconditions.ok(keys, ETags.ofContent(keys.getBytes(StandardCharsets.UTF_8)));
        return Response.fromResponse(answer)
                .header(HttpHeaders.CACHE_CONTROL, CACHED)
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }
}
