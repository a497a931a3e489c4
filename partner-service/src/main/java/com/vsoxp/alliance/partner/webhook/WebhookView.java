package com.vsoxp.alliance.partner.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A webhook as callers see it. */
@Schema(name = "Webhook", description = "An address to which events are sent.")
record WebhookView(
        @NotNull @Schema(examples = "019abf10-0000-7000-8000-000000009001")
        UUID id,

        @NotNull @Schema(description = "The system that registered it.", examples = "crm-salesforce")
        String owner,

        @NotNull @Schema(examples = "https://crm.example.com/hooks/alliance")
        String url,

        @NotNull @Schema(description = "All, if there are none.", examples = "[\"alliance.enrollment.changed\"]")
        List<String> types,

        @Schema(description = "Null for events about everything.")
        UUID partnerId,

        @Schema(examples = "Tier changes into the CRM") String description,

        @NotNull WebhookStatus status,

        @Schema(
                description = "Why nothing is sent; null while it is active.",
                examples = "The address answered 410 Gone.")
        String disabledReason,

        @Schema(description = "Since when nothing is sent; null while it is active.")
        Instant disabledAt,

        @Schema(description = "Until then the secret before signs too; null if there is none.")
        Instant previousSecretUntil,

        @NotNull @Schema(examples = "2026-03-02T09:30:00Z") Instant createdAt,

        @Schema(
                description =
                        "What signatures are checked with, by the Standard Webhooks specification. It is told in the "
                                + "answer that made it, and never again.",
                examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String secret) {

    static WebhookView of(Webhook webhook) {
        return of(webhook, null);
    }

    static WebhookView of(Webhook webhook, String secret) {
        return new WebhookView(
                webhook.id,
                webhook.owner,
                webhook.url,
                webhook.types,
                webhook.partnerId,
                webhook.description,
                webhook.status,
                webhook.disabledReason,
                webhook.disabledAt,
                webhook.previousSecretUntil,
                webhook.createdAt,
                secret);
    }
}
