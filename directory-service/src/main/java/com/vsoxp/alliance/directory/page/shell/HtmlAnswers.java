package com.vsoxp.alliance.directory.page.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Answers with pages, which load nothing but what is this site's, run nothing, and stand in a frame only if they are made for it. */
@ApplicationScoped
public class HtmlAnswers {

    private static final int OK = Response.Status.OK.getStatusCode();
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors ";

    private static final Map<String, String> SAFETY =
            Map.of("Referrer-Policy", "strict-origin-when-cross-origin", "Cross-Origin-Opener-Policy", "same-origin");

    @Inject
    PageConfig config;

    /** The page; that the caller has it already is found out behind. */
    public Response ok(TemplateInstance page) {
        return answer(OK, page);
    }

    /** The page with this status. */
    public Response answer(int status, TemplateInstance page) {
        return status == OK ? unframed(rendered(OK, page)).build() : problem(status, page);
    }

    /** The same, for a page that other sites may show in a frame. */
    public Response answerInFrames(int status, TemplateInstance page) {
        return status == OK ? framed(rendered(OK, page)).build() : problemInFrames(status, page);
    }

    /** A page that says why there is no other; nobody keeps it. */
    public Response problem(int status, TemplateInstance page) {
        return keptByNobody(unframed(rendered(status, page)));
    }

    /** The same, for a page that other sites may show in a frame. */
    public Response problemInFrames(int status, TemplateInstance page) {
        return keptByNobody(framed(rendered(status, page)));
    }

    private static Response.ResponseBuilder rendered(int status, TemplateInstance page) {
        return Response.status(status).entity(page.render().getBytes(UTF_8));
    }

    private static Response keptByNobody(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private Response.ResponseBuilder framed(Response.ResponseBuilder answer) {
        return safe(answer, config.embedAncestors());
    }

    private static Response.ResponseBuilder unframed(Response.ResponseBuilder answer) {
        return safe(answer, "'none'").header("X-Frame-Options", "DENY");
    }

    private static Response.ResponseBuilder safe(Response.ResponseBuilder answer, String ancestors) {
        SAFETY.forEach(answer::header);
        return answer.header("Content-Security-Policy", POLICY + ancestors).type(HTML);
    }
}
