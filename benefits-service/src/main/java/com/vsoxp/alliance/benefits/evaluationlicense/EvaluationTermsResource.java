package com.vsoxp.alliance.benefits.evaluationlicense;

import com.vsoxp.alliance.benefits.entitlement.Holder;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.problem.Problem;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.security.Caller;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How many evaluation licenses a partner may hold, and for how long. */
@Path("/v1/partners/{id}/evaluation-license-terms")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Evaluation licenses", description = "Signed keys to evaluate or demonstrate a product with")
public class EvaluationTermsResource {

    @Inject
    SetEvaluationTerms setEvaluationTerms;

    @Inject
    ResetEvaluationTerms resetEvaluationTerms;

    @Inject
    EvaluationLicenseConfig ofAll;

    @Inject
    Preconditions preconditions;

    @Inject
    Caller caller;

    @Schema(name = "EvaluationTermsRequest", description = "Terms for one partner")
    record Terms(
            @NotNull
            @Min(0)
            @Max(EvaluationTerms.MOST_AT_ONCE)
            @Schema(description = "How many it may hold at once", examples = "20")
            Integer mostAtOnce,

            @NotNull
            @Min(1)
            @Max(EvaluationTerms.LONGEST_DAYS)
            @Schema(description = "For how many days each is valid", examples = "180")
            Integer validForDays,

            @NotBlank @Size(max = 1_000) @Schema(description = "Why", examples = "A trade fair in May")
            String reason) {}

    /** Shows what is in force. */
    @GET
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "getEvaluationTerms",
            summary = "How many evaluation licenses a partner may hold",
            description =
                    "Those of all partners, unless a program manager set others for this one. Whether it is entitled "
                            + "to any at all, its entitlements say.")
    @APIResponseSchema(value = TermsInForce.class, responseDescription = "The terms in force.")
    public Response get(@PathParam("id") UUID partnerId) {
        caller.mustOwn(partnerId);
        if (!Holder.exists(partnerId)) {
            throw Problems.notFound("partner", partnerId);
        }
        var terms = TermsInForce.of(partnerId, ofAll);
        return preconditions.ok(terms, terms.etag());
    }

    /** Sets others. */
    @PUT
    @RolesAllowed(Roles.PROGRAM_MANAGER)
    @Operation(
            operationId = "setEvaluationTerms",
            summary = "Grant a partner more or fewer evaluation licenses",
            description = "For licenses issued from now on. Needs the ETag that was last read in If-Match.")
    @APIResponseSchema(value = TermsInForce.class, responseDescription = "The terms as they are now.")
    public Response set(@PathParam("id") UUID partnerId, Terms terms) {
        var set = setEvaluationTerms.set(
                partnerId,
                terms.mostAtOnce(),
                terms.validForDays(),
                terms.reason(),
                caller.name(),
                before -> preconditions.ifMatch(before.etag()));
        return Response.ok(set).header(HttpHeaders.ETAG, set.etag()).build();
    }

    /** Takes them back. */
    @DELETE
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @RolesAllowed(Roles.PROGRAM_MANAGER)
    @Operation(
            operationId = "resetEvaluationTerms",
            summary = "Grant a partner again what is granted to all",
            description = "For licenses issued from now on. Needs the ETag that was last read in If-Match; 404 to a "
                    + "partner that has no terms of its own.")
    @APIResponse(responseCode = "204", description = "Those of all partners are in force.")
    public Response reset(@PathParam("id") UUID partnerId) {
        resetEvaluationTerms.reset(partnerId, before -> preconditions.ifMatch(before.etag()));
        return Response.noContent().build();
    }
}
