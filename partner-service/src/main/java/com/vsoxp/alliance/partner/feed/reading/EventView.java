package com.vsoxp.alliance.partner.feed.reading;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.vsoxp.alliance.partner.feed.FeedEvent;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An event as callers see it: a CloudEvent in JSON, but for the names of extensions. */
@Schema(name = "Event", description = "A fact, the same as on Kafka.")
record EventView(
        @NotNull
        @Schema(
                description = "The same in every delivery, on Kafka, here and in webhooks.",
                examples = "019abf10-0000-7000-8000-00000000e001")
        UUID id,

        @NotNull @Schema(examples = "alliance.enrollment.changed")
        String type,

        @NotNull @Schema(description = "The service that told it.", examples = "/partner-service")
        String source,

        @NotNull @Schema(description = "The topic it is on.", examples = "alliance.partners")
        String topic,

        @NotNull @Schema(description = "When it happened.", examples = "2026-03-02T09:30:00Z")
        Instant time,

        @Schema(
                description = "The partner it is about; null for an event of the program.",
                examples = "019abf10-0000-7000-8000-00000000a001")
        UUID partnerId,

        @NotNull @Schema(description = "Its place among the events of this partner and topic, from 1, without holes.")
        long sequence,

        @NotNull
        @Schema(
                type = SchemaType.OBJECT,
                implementation = Object.class,
                additionalProperties = Schema.True.class,
                description = "What happened. Each type has a JSON Schema: docs/events/schemas/<type>.json.")
        @JsonRawValue
        String data) {

    static EventView of(FeedEvent event) {
        return new EventView(
                event.id(),
                event.type(),
                event.source(),
                event.topic(),
                event.time(),
                event.partnerId(),
                event.sequence(),
                event.data());
    }
}
