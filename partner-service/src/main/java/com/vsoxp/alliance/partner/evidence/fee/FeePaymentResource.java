package com.vsoxp.alliance.partner.evidence.fee;

import com.vsoxp.alliance.partner.constraint.CalendarDay;
import com.vsoxp.alliance.partner.constraint.Line;
import com.vsoxp.alliance.partner.constraint.OptionalReason;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.platform.http.ETags;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.idempotency.Idempotency;
import com.vsoxp.alliance.platform.json.StrictJson;
import com.vsoxp.alliance.platform.money.Money;
import com.vsoxp.alliance.platform.money.PositiveAmount;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.paging.Pages;
import com.vsoxp.alliance.platform.security.Caller;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Payments of the program fee. */
@Path("/v1/partners/{id}/fee-payments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence", description = "What partners bring to meet the requirements of a tier.")
@RunOnVirtualThread
public class FeePaymentResource {

    @Schema(description = "A payment of the program fee.")
    record FeePaymentRequest(
            @NotNull @PositiveAmount Money money,

            @NotNull @CalendarDay @Schema(examples = "2026-01-13")
            LocalDate paidOn,

            @NotNull
            @Line
            @Size(max = 200)
            @Schema(description = "How it is found in the books.", examples = "INV-2026-0042")
            String reference) {}

    @Schema(description = "One page of fee payments.")
    record FeePaymentPage(@NotNull List<FeePaymentView> items, String nextCursor) {}

    @Inject
    RecordFeePayment recordFeePayment;

    @Inject
    RefundFeePayment refundFeePayment;

    @Inject
    Idempotency idempotency;

    @Inject
    Preconditions preconditions;

    @Inject
    StrictJson json;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER})
    @Operation(
            operationId = "recordFeePayment",
            summary = "Record a payment of the program fee",
            description = "It counts from the day it was paid.")
    @APIResponseSchema(value = FeePaymentView.class, responseCode = "201", responseDescription = "Recorded.")
    public Response record(@PathParam("id") UUID id, FeePaymentRequest request) {
        caller.mustOwn(id);
        return idempotency.once(request, () -> {
            FeePayment payment = recordFeePayment.record(id, request.money(), request.paidOn(), request.reference());
            return Response.created(URI.create("/v1/partners/" + id + "/fee-payments/" + payment.id))
                    .header(HttpHeaders.ETAG, etag(payment))
                    .entity(FeePaymentView.of(payment))
                    .build();
        });
    }

    @GET
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "listFeePayments",
            summary = "List fee payments",
            description = "In the order they were recorded, refunded ones included.")
    @APIResponseSchema(value = FeePaymentPage.class, responseDescription = "One page of fee payments.")
    public Response list(@PathParam("id") UUID id, @BeanParam PageRequest page, @Context UriInfo uri) {
        caller.mustOwn(id);
        Partner.mustExist(id);
        return Pages.response(FeePayment.pageOf(id, page).map(FeePaymentView::of), uri);
    }

    @GET
    @Path("{paymentId}")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "readFeePayment",
            summary = "Read a fee payment",
            description = "The payment, and whether it was refunded.")
    @APIResponseSchema(value = FeePaymentView.class, responseDescription = "The payment.")
    public Response read(@PathParam("id") UUID id, @PathParam("paymentId") UUID paymentId) {
        caller.mustOwn(id);
        FeePayment payment = FeePayment.require(id, paymentId);
        return preconditions.ok(FeePaymentView.of(payment), etag(payment));
    }

    @POST
    @Path("{paymentId}/refund")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER})
    @Operation(
            operationId = "refundFeePayment",
            summary = "Refund a fee payment",
            description = "From today it no longer counts.")
    @APIResponseSchema(value = FeePaymentView.class, responseDescription = "The payment as it is now.")
    public Response refund(
            @PathParam("id") UUID id,
            @PathParam("paymentId") UUID paymentId,
            @RequestBody(
                            required = false,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = OptionalReason.class)))
                    byte[] body) {
        OptionalReason why = OptionalReason.read(json, body);
        return idempotency.once(why, () -> {
            FeePayment payment = refundFeePayment.refund(id, paymentId, why.reason());
            return Response.ok(FeePaymentView.of(payment))
                    .header(HttpHeaders.ETAG, etag(payment))
                    .build();
        });
    }

    private static String etag(FeePayment payment) {
        return ETags.ofVersion(payment.version);
    }
}
