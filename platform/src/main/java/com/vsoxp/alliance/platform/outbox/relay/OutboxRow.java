package com.vsoxp.alliance.platform.outbox.relay;

import java.time.Instant;
import java.util.UUID;

/** A committed event that waits for the broker. */
public record OutboxRow(
        long id,
        String topic,
        String key,
        long sequence,
        UUID eventId,
        String type,
        Instant occurredAt,
        String traceParent,
        byte[] data) {}
