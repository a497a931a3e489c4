package com.vsoxp.alliance.partner.enrollment;

import com.vsoxp.alliance.partner.enrollment.lifecycle.Move;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.partner.tier.ProgramDay;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.idempotency.Idempotency;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.security.Caller;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A partner's enrollment: the application for a tier and every decision about it. */
@Path("/v1/partners/{id}/enrollment")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Enrollment", description = "The way of a partner into the tiers, through them and out.")
@RunOnVirtualThread
public class EnrollmentResource {

    @Schema(name = "TierApplication", description = "An application for a tier.")
    record Application(
            @NotNull
            @Schema(description = "Code of a tier of the program in force, see `/v1/tiers`.", examples = "PREMIER")
            String tier) {}

    @Schema(name = "EnrollmentDecision", description = "A decision about an enrollment.")
    record Decision(
            @NotBlank
            @Size(max = 1_000)
            @Schema(
                    description = "Why, for everybody to read: it is published, so name no person.",
                    examples = "Joint customers asked for it")
            String reason) {}

    @Inject
    ApplyForTier applyForTier;

    @Inject
    MoveEnrollment moveEnrollment;

    @Inject
    Idempotency idempotency;

    @Inject
    Preconditions preconditions;

    @Inject
    Caller caller;

    @Inject
    EnrollmentConfig config;

    @Inject
    ProgramDay programDay;

    @POST
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER})
    @Operation(
            operationId = "applyForTier",
            summary = "Apply for a tier",
            description =
                    "The partner comes to the highest tier whose requirements it meets, at once, and rises to the "
                            + "one applied for without a new application. After an end this begins anew.")
    @APIResponseSchema(value = EnrollmentView.class, responseCode = "201", responseDescription = "Applied.")
    public Response apply(@PathParam("id") UUID id, Application application) {
        caller.mustOwn(id);
        return idempotency.once(application, () -> {
            Enrollment enrollment = applyForTier.apply(id, application.tier());
            return Response.created(URI.create("/v1/partners/" + id + "/enrollment"))
                    .entity(view(enrollment))
                    .build();
        });
    }

    @GET
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "readEnrollment",
            summary = "Read the enrollment",
            description = "The partner's latest enrollment, open or ended.")
    @APIResponseSchema(value = EnrollmentView.class, responseDescription = "The enrollment.")
    public Response read(@PathParam("id") UUID id) {
        caller.mustOwn(id);
        Partner.mustExist(id);
        Enrollment enrollment =
                Enrollment.latestOf(id).orElseThrow(() -> Problems.notFound("enrollment of partner", id));
        return preconditions.ok(view(enrollment));
    }

    @POST
    @Path("approval")
    @RolesAllowed(Roles.PROGRAM_MANAGER)
    @Operation(
            operationId = "approveEnrollment",
            summary = "Approve what waits",
            description = "Lets in an applicant, or lets through a promotion, where the program wants a person's word. "
                    + "The partner must qualify: with nothing to approve this is 409.")
    @APIResponseSchema(value = EnrollmentView.class, responseDescription = "The enrollment as it is now.")
    public Response approve(@PathParam("id") UUID id, Decision decision) {
        return decide(id, decision, new Move.Approve(decision.reason()));
    }

    @POST
    @Path("rejection")
    @RolesAllowed(Roles.PROGRAM_MANAGER)
    @Operation(
            operationId = "rejectEnrollment",
            summary = "Reject what waits",
            description = "Ends an application; of an active partner, declines the promotion that waits for approval.")
    @APIResponseSchema(value = EnrollmentView.class, responseDescription = "The enrollment as it is now.")
    public Response reject(@PathParam("id") UUID id, Decision decision) {
        return decide(id, decision, new Move.Reject(decision.reason()));
    }

    @POST
    @Path("withdrawal")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER})
    @Operation(
            operationId = "withdrawEnrollment",
            summary = "Withdraw",
            description = "The partner leaves the alliance, or takes back its application.")
    @APIResponseSchema(value = EnrollmentView.class, responseDescription = "The enrollment as it is now.")
    public Response withdraw(@PathParam("id") UUID id, Decision decision) {
        return decide(id, decision, new Move.Withdraw(decision.reason()));
    }

    @POST
    @Path("suspension")
    @RolesAllowed(Roles.PROGRAM_MANAGER)
    @Operation(
            operationId = "suspendEnrollment",
            summary = "Suspend",
            description = "The tier stays, and is evaluated, but its benefits rest until reinstatement.")
    @APIResponseSchema(value = EnrollmentView.class, responseDescription = "The enrollment as it is now.")
    public Response suspend(@PathParam("id") UUID id, Decision decision) {
        return decide(id, decision, new Move.Suspend(decision.reason()));
    }

    @POST
    @Path("reinstatement")
    @RolesAllowed(Roles.PROGRAM_MANAGER)
    @Operation(
            operationId = "reinstateEnrollment",
            summary = "Reinstate",
            description = "Ends a suspension; what was held is held again.")
    @APIResponseSchema(value = EnrollmentView.class, responseDescription = "The enrollment as it is now.")
    public Response reinstate(@PathParam("id") UUID id, Decision decision) {
        return decide(id, decision, new Move.Reinstate(decision.reason()));
    }

    @POST
    @Path("termination")
    @RolesAllowed(Roles.PROGRAM_MANAGER)
    @Operation(
            operationId = "terminateEnrollment",
            summary = "Terminate",
            description = "Ends the enrollment. The partner may apply again.")
    @APIResponseSchema(value = EnrollmentView.class, responseDescription = "The enrollment as it is now.")
    public Response terminate(@PathParam("id") UUID id, Decision decision) {
        return decide(id, decision, new Move.Terminate(decision.reason()));
    }

    @POST
    @Path("renewal")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER})
    @Operation(
            operationId = "renewEnrollment",
            summary = "Renew for another year",
            description =
                    "From 60 days before the term ends to 30 days after, the new one starts the day after; later, it "
                            + "starts today. Too early is 409 and says from which day it can be done. Who does not renew stays "
                            + "in, with a term that is overdue.")
    @APIResponseSchema(value = EnrollmentView.class, responseDescription = "The enrollment as it is now.")
    public Response renew(@PathParam("id") UUID id) {
        caller.mustOwn(id);
        return idempotency.once(
                "renewal", () -> Response.ok(view(moveEnrollment.move(id, new Move.Renew(config.renewalWindow()))))
                        .build());
    }

    private Response decide(UUID id, Decision decision, Move move) {
        caller.mustOwn(id);
        return idempotency.once(
                decision, () -> Response.ok(view(moveEnrollment.move(id, move))).build());
    }

    private EnrollmentView view(Enrollment enrollment) {
        return EnrollmentView.of(enrollment, config.renewalWindow(), programDay.today());
    }
}
