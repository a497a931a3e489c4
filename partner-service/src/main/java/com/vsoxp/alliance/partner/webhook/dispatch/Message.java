package com.vsoxp.alliance.partner.webhook.dispatch;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.partner.feed.FeedEvent;
import com.vsoxp.alliance.partner.webhook.signature.SigningSecret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One attempt as it goes over the wire, by the Standard Webhooks specification.
 *
 * @param headers id, time and signatures
 * @param body the same bytes in every attempt
 */
record Message(Map<String, String> headers, byte[] body) {

    private record Body(
            String type,
            Instant timestamp,
            @JsonRawValue String data,
            UUID id,
            String source,
            String topic,
            UUID partnerId,
            long sequence) {}

    static Message of(FeedEvent event, List<SigningSecret> secrets, Instant now, ObjectMapper json) {
        byte[] body = body(event, json);
        String id = event.id().toString();
        String signatures = secrets.stream()
                .map(secret -> secret.sign(id, now.getEpochSecond(), body))
                .collect(Collectors.joining(" "));
        return new Message(
                Map.of(
                        "webhook-id", id,
                        "webhook-timestamp", Long.toString(now.getEpochSecond()),
                        "webhook-signature", signatures),
                body);
    }

    private static byte[] body(FeedEvent event, ObjectMapper json) {
        try {
            return json.writeValueAsBytes(new Body(
                    event.type(),
                    event.time(),
                    event.data(),
                    event.id(),
                    event.source(),
                    event.topic(),
                    event.partnerId(),
                    event.sequence()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event cannot be written as JSON", e);
        }
    }
}
