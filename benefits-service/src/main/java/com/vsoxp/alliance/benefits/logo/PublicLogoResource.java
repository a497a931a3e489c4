package com.vsoxp.alliance.benefits.logo;

import com.vsoxp.alliance.benefits.program.ProgramDay;
import com.vsoxp.alliance.platform.http.ETags;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What everybody may know of a right to use the logo, by its token, and as of now. */
@Path("/v1/logo-grants/{token}")
@RunOnVirtualThread
@PermitAll
@Tag(name = "Logo", description = "The right to use the alliance's logo, and how everybody can verify it")
public class PublicLogoResource {

    private static final String HTML = "text/html";
    private static final String PAGE_TYPE = HTML + ";charset=UTF-8";
    private static final String SVG = "image/svg+xml";
    private static final String TEXT = "text/plain";
    private static final String VC_JWT = "application/vc+jwt";

    private static final List<Variant> PAGE_FORMS = forms(MediaType.APPLICATION_JSON, HTML);
    private static final List<Variant> CREDENTIAL_FORMS = forms(TEXT, VC_JWT);

    /** An image is opened by itself as well: then it is a document, which may do nothing. */
    private static final String IMAGE_POLICY = "default-src 'none'; sandbox";

    @Inject
    OpenBadge openBadge;

    @Inject
    LogoConfig config;

    @Inject
    Preconditions preconditions;

    @Inject
    ProgramDay programDay;

    @Context
    Request request;

    /** For programs and for people. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, HTML})
    @Operation(operationId = "verifyLogoGrant", summary = "May this partner use the logo?", description = """
                    What is true now: within seconds of a suspension it says SUSPENDED. JSON, or a page for people by
                    `Accept: text/html`. Needs no token of access; the token in the path tells nothing of whose it is.""")
    @APIResponse(
            responseCode = "200",
            description = "The answer",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = PublicLogoView.class)),
                @Content(mediaType = HTML, schema = @Schema(implementation = String.class))
            })
    public Response verify(@PathParam("token") @Parameter(description = "The grant's token") String token) {
        return chosen(PAGE_FORMS).getMediaType().isCompatible(MediaType.TEXT_HTML_TYPE)
                ? page(token)
                : open(preconditions.ok(PublicLogoView.of(standing(token)))).build();
    }

    private Response page(String token) {
        var answer = knownStanding(token)
                .map(standing -> answer(VerificationPage.of(standing), PAGE_TYPE))
                .orElseGet(() -> Response.status(Response.Status.NOT_FOUND)
                        .entity(VerificationPage.ofUnknown(token))
                        .type(PAGE_TYPE)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT));
        return answer.header("Content-Security-Policy", VerificationPage.CONTENT_SECURITY_POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Frame-Options", "DENY")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .build();
    }

    /** For pages of partners. */
    @GET
    @Path("badge.svg")
    @Produces(SVG)
    @Operation(operationId = "getLogoBadge", summary = "The badge", description = """
                    An image to embed on a partner's page. It tells the truth of now: of a suspended partner it says so. It holds no
                    script and loads nothing.""")
    @APIResponse(
            responseCode = "200",
            description = "The badge as of now",
            content = @Content(mediaType = SVG, schema = @Schema(implementation = String.class)))
    public Response badge(@PathParam("token") @Parameter(description = "The grant's token") String token) {
        return answer(Badge.of(standing(token)), SVG + ";charset=UTF-8")
                .header("Content-Security-Policy", IMAGE_POLICY)
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }

    /** For verifiers of credentials. */
    @GET
    @Path("credential")
    @Produces({TEXT, VC_JWT})
    @Operation(
            operationId = "getLogoCredential",
            summary = "The right as an Open Badges 3.0 credential",
            description = """
                    An OpenBadgeCredential as a compact JWS by EdDSA, whose `kid` leads to the public key. It is valid for a day and
                    cannot be taken back: fetch it anew to know what is true now. While the right is suspended, or when it is
                    revoked, there is none (409).""")
    @APIResponse(
            responseCode = "200",
            description = "The credential",
            content = {
                @Content(mediaType = TEXT, schema = @Schema(implementation = String.class)),
                @Content(mediaType = VC_JWT, schema = @Schema(implementation = String.class))
            })
    public Response credential(@PathParam("token") @Parameter(description = "The grant's token") String token) {
        var standing = standing(token);
        if (standing.status() != LogoStatus.VALID) {
            throw Problems.conflict(standing.status().name(), standing.sentence());
        }
        return answer(
                        openBadge.of(standing),
                        chosen(CREDENTIAL_FORMS).getMediaType().toString())
                .build();
    }

    private LogoStanding standing(String token) {
        return knownStanding(token).orElseThrow(() -> Problems.notFound("logo grant", token));
    }

    private Optional<LogoStanding> knownStanding(String token) {
        return LogoGrant.byToken(token).map(grant -> LogoStanding.of(grant, programDay.today()));
    }

    private Variant chosen(List<Variant> forms) {
        var chosen = request.selectVariant(forms);
        return chosen == null ? forms.getFirst() : chosen;
    }

    private Response.ResponseBuilder answer(String content, String mediaType) {
        var answer = preconditions.ok(content, ETags.ofContent(content.getBytes(StandardCharsets.UTF_8)));
        return open(answer).type(mediaType);
    }

    /** Any page may read it, and caches keep it for seconds. */
    private Response.ResponseBuilder open(Response answer) {
        return Response.fromResponse(answer)
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        "public, max-age=" + config.cacheFor().toSeconds())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("Access-Control-Allow-Origin", "*");
    }

    private static List<Variant> forms(String... mediaTypes) {
        return Variant.mediaTypes(
                        List.of(mediaTypes).stream().map(MediaType::valueOf).toArray(MediaType[]::new))
                .build();
    }
}
