package com.vsoxp.alliance.partner.webhook.delivery;

import com.vsoxp.alliance.partner.webhook.WebhookAccess;
import com.vsoxp.alliance.platform.idempotency.Idempotency;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.paging.Pages;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was sent to a webhook, and what will be. */
@Path("/v1/webhooks/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks", description = "Events sent to an address, by the Standard Webhooks specification.")
@RunOnVirtualThread
public class DeliveryResource {

    @Schema(description = "One page of a webhook's log.")
    record WebhookDeliveryPage(@NotNull List<DeliveryView> items, String nextCursor) {}

    @Schema(description = "What is sent again.")
    record Redelivery(
            @NotNull @Schema(description = "How many deliveries became due.")
            int deliveries) {}

    @Inject
    Redeliver redeliver;

    @Inject
    WebhookAccess access;

    @Inject
    Idempotency idempotency;

    @GET
    @Path("deliveries")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "List a webhook's deliveries",
            description = "The latest event first. What was taken or has failed is listed for 30 days.")
    @APIResponseSchema(value = WebhookDeliveryPage.class, responseDescription = "One page of the log.")
    public Response list(
            @PathParam("id") UUID id,
            @QueryParam("status") @Parameter(description = "Only those that have come so far.") DeliveryStatus status,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        access.mustSee(id);
        return Pages.response(Delivery.pageOf(id, status, page).map(DeliveryView::of), uri);
    }

    @POST
    @Path("redelivery")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER})
    @Operation(
            operationId = "redeliverToWebhook",
            summary = "Send events again",
            description =
                    "With the same `webhook-id` as before, so that a receiver that has it already can tell. At most "
                            + "1,000 deliveries at a time.")
    @APIResponseSchema(value = Redelivery.class, responseCode = "202", responseDescription = "They will be sent.")
    public Response redeliver(@PathParam("id") UUID id, RedeliveryRequest request) {
        access.mustSee(id);
        request.check();
        return idempotency.once(request, () -> Response.accepted(new Redelivery(redeliver.redeliver(id, request)))
                .build());
    }
}
