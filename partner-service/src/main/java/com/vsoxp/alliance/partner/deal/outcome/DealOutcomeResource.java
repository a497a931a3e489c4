package com.vsoxp.alliance.partner.deal.outcome;

import com.vsoxp.alliance.partner.deal.Deal;
import com.vsoxp.alliance.partner.deal.DealView;
import com.vsoxp.alliance.partner.deal.ShowDeal;
import com.vsoxp.alliance.partner.deal.outcome.EndDeal.End;
import com.vsoxp.alliance.partner.sale.CallingSystem;
import com.vsoxp.alliance.platform.idempotency.Idempotency;
import com.vsoxp.alliance.platform.json.StrictJson;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What becomes of deals. */
@Path("/v1/deals/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deals")
@RunOnVirtualThread
public class DealOutcomeResource {

    @Schema(name = "DealDecision", description = "Why a deal ends without a sale.")
    record Decision(
            @NotBlank
            @Size(max = 1_000)
            @Schema(description = "Name no person.", examples = "The customer is served already")
            String reason) {}

    @Inject
    ApproveDeal approveDeal;

    @Inject
    EndDeal endDeal;

    @Inject
    ConvertDeal convertDeal;

    @Inject
    ShowDeal show;

    @Inject
    CallingSystem callingSystem;

    @Inject
    Idempotency idempotency;

    @Inject
    StrictJson json;

    @POST
    @Path("approval")
    @RolesAllowed(Roles.PROGRAM_MANAGER)
    @Operation(
            operationId = "approveDeal",
            summary = "Approve a deal",
            description =
                    "From today it protects the customer for 90 days. If other partners are after the same customer "
                            + "this is 409, unless `overrideConflicts` says that it is known.")
    @APIResponseSchema(value = DealView.class, responseDescription = "The deal as it is now.")
    public Response approve(
            @PathParam("id") UUID id,
            @RequestBody(
                            required = false,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ApprovalRequest.class)))
                    byte[] body) {
        ApprovalRequest approval = ApprovalRequest.read(json, body);
        Deal deal = show.require(id);
        return idempotency.once(
                approval, () -> show.now(approveDeal.approve(deal, approval.overrides(), approval.reason())));
    }

    @POST
    @Path("rejection")
    @RolesAllowed(Roles.PROGRAM_MANAGER)
    @Operation(operationId = "rejectDeal", summary = "Reject a deal", description = "One that waits for a decision.")
    @APIResponseSchema(value = DealView.class, responseDescription = "The deal as it is now.")
    public Response reject(@PathParam("id") UUID id, Decision decision) {
        return end(id, decision, End.REJECTED);
    }

    @POST
    @Path("expiry")
    @RolesAllowed(Roles.PROGRAM_MANAGER)
    @Operation(
            operationId = "expireDeal",
            summary = "Let a deal expire",
            description =
                    "Ends its protection of the customer before its time; when that has come it expires by itself.")
    @APIResponseSchema(value = DealView.class, responseDescription = "The deal as it is now.")
    public Response expire(@PathParam("id") UUID id, Decision decision) {
        return end(id, decision, End.EXPIRED);
    }

    @POST
    @Path("conversion")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER})
    @Operation(
            operationId = "convertDeal",
            summary = "Convert a deal into a sale",
            description =
                    "Links an approved deal to the recorded sale that came of it: one of the same partner, and of no "
                            + "other deal.")
    @APIResponseSchema(value = DealView.class, responseDescription = "The deal as it is now.")
    public Response convert(@PathParam("id") UUID id, ConversionRequest conversion) {
        Deal deal = show.require(id);
        return idempotency.once(
                conversion, () -> show.now(convertDeal.convert(deal, conversion, callingSystem.name())));
    }

    private Response end(UUID id, Decision decision, End how) {
        Deal deal = show.require(id);
        return idempotency.once(decision, () -> show.now(endDeal.end(deal, how, decision.reason())));
    }
}
