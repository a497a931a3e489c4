package com.vsoxp.alliance.partner.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.partner.webhook.signature.SealedAnswers;
import com.vsoxp.alliance.partner.webhook.signature.SigningSecret;
import com.vsoxp.alliance.platform.http.ETags;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.idempotency.Idempotency;
import com.vsoxp.alliance.platform.json.StrictJson;
import com.vsoxp.alliance.platform.json.StrictJsonReader;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.paging.Pages;
import com.vsoxp.alliance.platform.problem.Problem;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Addresses to which events are sent. */
@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks", description = "Events sent to an address, by the Standard Webhooks specification.")
@RunOnVirtualThread
public class WebhookResource {

    @Schema(description = "One page of webhooks.")
    record WebhookPage(@NotNull List<WebhookView> items, String nextCursor) {}

    @Inject
    RegisterWebhook registerWebhook;

    @Inject
    ChangeWebhook changeWebhook;

    @Inject
    DeleteWebhook deleteWebhook;

    @Inject
    EnableWebhook enableWebhook;

    @Inject
    RotateSecret rotateSecret;

    @Inject
    WebhookAccess access;

    @Inject
    TargetCheck targetCheck;

    @Inject
    Idempotency idempotency;

    @Inject
    SealedAnswers sealedAnswers;

    @Inject
    Preconditions preconditions;

    @Inject
    StrictJson json;

    @POST
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER})
    @Operation(
            operationId = "registerWebhook",
            summary = "Register a webhook",
            description =
                    "Events that happen from now on are sent to the address, signed with the secret that this answer "
                            + "holds and no other will. An event that is not taken with a 2xx within 10 seconds is sent again, "
                            + "for three days; an address that takes none in that time, or answers 410, is disabled.")
    @APIResponseSchema(value = WebhookView.class, responseCode = "201", responseDescription = "Registered.")
    public Response register(WebhookRequest request) {
        targetCheck.check(request);
        return idempotency.once(request, sealedAnswers, () -> {
            SigningSecret secret = SigningSecret.random();
            Webhook webhook = registerWebhook.register(access.owner(), request, secret);
            return Response.created(URI.create("/v1/webhooks/" + webhook.id))
                    .header(HttpHeaders.ETAG, etag(webhook))
                    .entity(WebhookView.of(webhook, secret.text()))
                    .build();
        });
    }

    @GET
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "listWebhooks",
            summary = "List webhooks",
            description = "In the order they were registered. A CRM sees its own alone.")
    @APIResponseSchema(value = WebhookPage.class, responseDescription = "One page of webhooks.")
    public Response list(@BeanParam PageRequest page, @Context UriInfo uri) {
        return Pages.response(Webhook.pageOf(access.ownerSeen(), page).map(WebhookView::of), uri);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "readWebhook",
            summary = "Read a webhook",
            description = "Where it leads, and whether it is active; if not, why.")
    @APIResponseSchema(value = WebhookView.class, responseDescription = "The webhook.")
    public Response read(@PathParam("id") UUID id) {
        access.mustSee(id);
        Webhook webhook = Webhook.require(id);
        return preconditions.ok(WebhookView.of(webhook), etag(webhook));
    }

    @PATCH
    @Path("{id}")
    @Consumes(StrictJsonReader.MERGE_PATCH)
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER})
    @Operation(
            operationId = "changeWebhook",
            summary = "Change a webhook",
            description =
                    "A JSON merge patch (RFC 7396). What waits to be sent already goes to the new address. Needs the "
                            + "ETag that was last read in If-Match.")
    @RequestBody(content = @Content(schema = @Schema(implementation = WebhookRequest.class)))
    @APIResponseSchema(value = WebhookView.class, responseDescription = "The webhook as it is now.")
    public Response change(@PathParam("id") UUID id, JsonNode patch) {
        access.mustSee(id);
        // Looking an address up takes its time, and nobody is to wait for the row meanwhile.
        targetCheck.check(json.mergePatch(Webhook.require(id).asRequest(), patch, WebhookRequest.class));
        Webhook webhook = changeWebhook.change(
                id,
                before -> preconditions.ifMatch(etag(before)),
                before -> json.mergePatch(before, patch, WebhookRequest.class));
        return answer(webhook, null);
    }

    // There is nothing to give but a problem, and generated clients accept no more than that.
    @DELETE
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @Path("{id}")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER})
    @Operation(
            operationId = "deleteWebhook",
            summary = "Delete a webhook",
            description = "Nothing more is sent, and its log goes too. Needs the ETag that was last read in If-Match.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    public Response delete(@PathParam("id") UUID id) {
        access.mustSee(id);
        deleteWebhook.delete(id, webhook -> preconditions.ifMatch(etag(webhook)));
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/enabling")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER})
    @Operation(
            operationId = "enableWebhook",
            summary = "Enable a webhook",
            description =
                    "Goes on from where it stopped when it was disabled: what waited, or failed since then, is sent.")
    @APIResponseSchema(value = WebhookView.class, responseDescription = "The webhook as it is now.")
    public Response enable(@PathParam("id") UUID id) {
        access.mustSee(id);
        return idempotency.once("", () -> answer(enableWebhook.enable(id), null));
    }

    @POST
    @Path("{id}/secret")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER})
    @Operation(
            operationId = "replaceWebhookSecret",
            summary = "Replace a webhook's secret",
            description =
                    "The answer holds the new secret, and no other will. For 24 hours each delivery is signed with "
                            + "both, the new one first.")
    @APIResponseSchema(value = WebhookView.class, responseDescription = "The webhook with its new secret.")
    public Response replaceSecret(@PathParam("id") UUID id) {
        access.mustSee(id);
        return idempotency.once("", sealedAnswers, () -> {
            SigningSecret secret = SigningSecret.random();
            return answer(rotateSecret.rotate(id, secret), secret.text());
        });
    }

    private static Response answer(Webhook webhook, String secret) {
        return Response.ok(WebhookView.of(webhook, secret))
                .header(HttpHeaders.ETAG, etag(webhook))
                .build();
    }

    private static String etag(Webhook webhook) {
        return ETags.ofVersion(webhook.version);
    }
}
