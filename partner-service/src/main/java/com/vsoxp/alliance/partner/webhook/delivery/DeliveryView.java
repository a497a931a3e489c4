package com.vsoxp.alliance.partner.webhook.delivery;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A delivery as callers see it. */
@Schema(name = "WebhookDelivery", description = "One event on its way to one webhook.")
record DeliveryView(
        @NotNull @Schema(examples = "019abf10-0000-7000-8000-000000009101")
        UUID id,

        @NotNull
        @Schema(
                description = "The event's id, which `webhook-id` says in every attempt.",
                examples = "019abf10-0000-7000-8000-00000000e001")
        UUID eventId,

        @NotNull @Schema(examples = "alliance.enrollment.changed")
        String type,

        @NotNull DeliveryStatus status,

        @NotNull @Schema(description = "How often it was sent since it became due.")
        int attempts,

        @Schema(description = "When it is sent next; null unless it is pending.")
        Instant nextAttemptAt,

        Instant lastAttemptAt,

        @Schema(description = "The HTTP status of the last answer; null if there was none.", examples = "503")
        Integer lastStatus,

        @Schema(description = "Why the last attempt failed; null if it did not.", examples = "down for maintenance")
        String lastError,

        @Schema(description = "When it was taken, or given up; null while it is pending.")
        Instant completedAt) {

    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.id,
                delivery.eventId,
                delivery.type,
                delivery.status,
                delivery.attempts,
                delivery.nextAttemptAt,
                delivery.lastAttemptAt,
                delivery.lastStatus,
                delivery.lastError,
                delivery.completedAt);
    }
}
