package com.vsoxp.alliance.directory.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Answers with pages, which load nothing but what is this site's, run nothing, and stand in nobody's frame. */
@ApplicationScoped
class HtmlAnswers {

    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    private static final Map<String, String> SAFETY = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "strict-origin-when-cross-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin");

    /** The page; that the caller has it already is found out behind. */
    Response ok(TemplateInstance page) {
        return safe(Response.ok(page.render().getBytes(UTF_8))).build();
    }

    /** A page that says why there is no other; nobody keeps it. */
    Response problem(int status, TemplateInstance page) {
        return safe(Response.status(status).entity(page.render().getBytes(UTF_8)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response.ResponseBuilder safe(Response.ResponseBuilder answer) {
        SAFETY.forEach(answer::header);
        return answer.type(HTML);
    }
}
