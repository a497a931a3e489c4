package com.vsoxp.alliance.platform.paging;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/** Answers with pages. */
public final class Pages {

    private Pages() {}

    /** 200 with the page, and a {@code Link} to the next one with the same filters when there is one. */
    public static Response response(Page<?> page, UriInfo asked) {
        Response.ResponseBuilder answer = Response.ok(page);
        if (page.nextCursor() != null) {
            URI next = asked.getRequestUriBuilder()
                    .replaceQueryParam("cursor", page.nextCursor())
                    .build();
            answer.link(next, "next");
        }
        return answer.build();
    }
}
