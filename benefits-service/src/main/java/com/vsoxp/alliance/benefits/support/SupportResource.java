package com.vsoxp.alliance.benefits.support;

import com.vsoxp.alliance.benefits.entitlement.Entitlement;
import com.vsoxp.alliance.benefits.entitlement.Holder;
import com.vsoxp.alliance.benefits.program.BenefitValue.Term;
import com.vsoxp.alliance.benefits.program.ProgramDay;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.security.Caller;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the vendor's help desk asks before it opens a case or a door. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Support", description = "Who may use technical support and the portal for a partner")
public class SupportResource {

    private static final String SUPPORT_PORTAL = "SUPPORT_PORTAL";

    /** Blanks around it are taken, since the digest is one of the trimmed address. */
    private static final String AN_ADDRESS = "\\s*[^\\s@]+@[^\\s@]+\\s*";

    @Inject
    Caller caller;

    @Inject
    Preconditions preconditions;

    @Inject
    SupportLookup lookup;

    @Inject
    ContactDigestConfig contactDigest;

    @Inject
    ProgramDay programDay;

    /** A contact at the door. */
    @Schema(description = "A contact who wants to open a support case for a partner")
    public record Question(
            @NotNull @Schema(description = "The partner's id")
            UUID partnerId,

            @NotBlank
            @Pattern(regexp = AN_ADDRESS, message = "must be an e-mail address")
            @Size(max = 320)
            @Schema(
                    description = "The contact's e-mail address; upper and lower case do not matter",
                    examples = "kim@northwind.example")
            String contactEmail) {}

    /** Answers whether a contact may open a support case. */
    @POST
    @Path("/support-authorizations")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER})
    @Operation(operationId = "authorizeSupport", summary = "May this contact open a support case?", description = """
                    Yes, if the partner is entitled to technical support today and has authorized the contact. `terms` says
                    whether the case is INCLUDED or FEE_BASED. Nothing is stored, so asking again is harmless.""")
    @APIResponse(
            responseCode = "200",
            description = "The answer, be it yes or no",
            content = @Content(schema = @Schema(implementation = SupportAuthorization.class)))
    public SupportAuthorization authorize(Question question) {
        caller.mustOwn(question.partnerId());
        var digest = EmailDigest.of(question.contactEmail(), contactDigest.secret());
        var found = lookup.on(programDay.today(), question.partnerId(), digest);
        if (found.support().isEmpty()) {
            // Only who is entitled to nothing may be unknown.
            mustBeVisible(question.partnerId());
        }
        return SupportAuthorization.of(found.support(), found.authorizedContact());
    }

    /** Answers who may enter the help and support portal. */
    @GET
    @Path("/partners/{id}/portal-access")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "getPortalAccess",
            summary = "Who may enter the help and support portal",
            description = "The partner's authorized contacts, by id, if the partner is entitled to the portal today.")
    @APIResponse(
            responseCode = "200",
            description = "Who may enter",
            content = @Content(schema = @Schema(implementation = PortalAccess.class)))
    public Response portalAccess(@PathParam("id") @Parameter(description = "The partner's id") UUID partnerId) {
        mustBeVisible(partnerId);
        var open = Entitlement.valueOn(programDay.today(), partnerId, SUPPORT_PORTAL)
                .equals(Optional.of(Term.INCLUDED));
        return preconditions.ok(PortalAccess.of(partnerId, open, AuthorizedContact.authorizedFor(partnerId)));
    }

    private void mustBeVisible(UUID partnerId) {
        caller.mustOwn(partnerId);
        if (!Holder.exists(partnerId)) {
            throw Problems.notFound("partner", partnerId);
        }
    }
}
