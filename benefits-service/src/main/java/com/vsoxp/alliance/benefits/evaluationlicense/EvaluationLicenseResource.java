package com.vsoxp.alliance.benefits.evaluationlicense;

import com.vsoxp.alliance.benefits.entitlement.Holder;
import com.vsoxp.alliance.benefits.holder.MergedHolder;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.idempotency.Idempotency;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.paging.Pages;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.security.Caller;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A partner's evaluation licenses. */
@Path("/v1/partners/{id}/evaluation-licenses")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Evaluation licenses", description = "Signed keys to evaluate or demonstrate a product with")
public class EvaluationLicenseResource {

    private static final String ONE_LINE = "[^\\x00-\\x1F\\x7F-\\x9F\\u2028\\u2029]+";

    @Inject
    IssueEvaluationLicense issueEvaluationLicense;

    @Inject
    RevokeEvaluationLicense revokeEvaluationLicense;

    @Inject
    Idempotency idempotency;

    @Inject
    Preconditions preconditions;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @Schema(name = "EvaluationLicenseRequest", description = "A product to evaluate")
    record Wish(
            @NotBlank
            @Size(max = 100)
            @Pattern(regexp = ONE_LINE, message = "must be one line of text")
            @Schema(description = "What the key is to open", examples = "VSO-XP Help Desk")
            String product) {}

    @Schema(name = "EvaluationLicenseRevocation", description = "Why a license is taken back")
    record Revocation(
            @NotBlank @Size(max = 1_000) @Schema(examples = "The trial ended early")
            String reason) {}

    @Schema(name = "EvaluationLicensePage", description = "One page of evaluation licenses.")
    record LicensePage(@NotNull List<EvaluationLicenseView> items, String nextCursor) {}

    /** Issues a key. */
    @POST
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER})
    @Operation(operationId = "issueEvaluationLicense", summary = "Issue an evaluation license", description = """
                    Only to a partner that is entitled to EVALUATION_LICENSE now (409 `NOT_ENTITLED`) and holds fewer than its
                    terms grant it (409 `LIMIT_REACHED`). Expired and revoked ones make room.""")
    @APIResponseSchema(value = EvaluationLicenseView.class, responseCode = "201", responseDescription = "Issued.")
    public Response issue(@PathParam("id") UUID partnerId, Wish wish) {
        var holder = visibleHolder(partnerId);
        return idempotency.once(wish, () -> {
            var license = issueEvaluationLicense.issue(holder, wish.product(), caller.name());
            var view = EvaluationLicenseView.of(license, holder, clock.instant());
            return Response.created(URI.create("/v1/partners/" + holder + "/evaluation-licenses/" + license.id))
                    .header(HttpHeaders.ETAG, view.etag())
                    .entity(view)
                    .build();
        });
    }

    /** Lists all that were ever issued. */
    @GET
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "listEvaluationLicenses",
            summary = "List evaluation licenses",
            description =
                    "All that were ever issued to the partner, and to those whose records became part of its own, the newest first.")
    @APIResponseSchema(value = LicensePage.class, responseDescription = "One page of them.")
    public Response list(@PathParam("id") UUID partnerId, @BeanParam PageRequest page, @Context UriInfo uri) {
        var holder = visibleHolder(partnerId);
        var now = clock.instant();
        return Pages.response(
                EvaluationLicense.pageOf(MergedHolder.allIn(holder), page)
                        .map(license -> EvaluationLicenseView.of(license, holder, now)),
                uri);
    }

    /** Shows one. */
    @GET
    @Path("{licenseId}")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "getEvaluationLicense",
            summary = "Read an evaluation license",
            description = "With its key, and what it is good for now.")
    @APIResponseSchema(value = EvaluationLicenseView.class, responseDescription = "The license.")
    public Response get(@PathParam("id") UUID partnerId, @PathParam("licenseId") UUID licenseId) {
        var holder = visibleHolder(partnerId);
        var license = EvaluationLicense.require(MergedHolder.allIn(holder), licenseId, LockModeType.NONE);
        var view = EvaluationLicenseView.of(license, holder, clock.instant());
        return preconditions.ok(view, view.etag());
    }

    /** Takes one back. */
    @POST
    @Path("{licenseId}/revocation")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER})
    @Operation(operationId = "revokeEvaluationLicense", summary = "Revoke an evaluation license", description = """
                    From now on its verification here answers REVOKED, and there is room for another one. Who verifies keys
                    offline, by the public key alone, does not learn of it.""")
    @APIResponseSchema(value = EvaluationLicenseView.class, responseDescription = "The license as it is now.")
    public Response revoke(
            @PathParam("id") UUID partnerId, @PathParam("licenseId") UUID licenseId, Revocation revocation) {
        var holder = visibleHolder(partnerId);
        return idempotency.once(revocation, () -> {
            var license = revokeEvaluationLicense.revoke(holder, licenseId, revocation.reason(), caller.name());
            var view = EvaluationLicenseView.of(license, holder, clock.instant());
            return Response.ok(view).header(HttpHeaders.ETAG, view.etag()).build();
        });
    }

    /** Who holds what was issued to that partner: the one that its record became part of, if it did. */
    private UUID visibleHolder(UUID partnerId) {
        caller.mustOwn(partnerId);
        if (!Holder.exists(partnerId)) {
            throw Problems.notFound("partner", partnerId);
        }
        return MergedHolder.heirOf(partnerId);
    }
}
