package com.vsoxp.alliance.system;

import static com.vsoxp.alliance.local.client.Json.object;
import static com.vsoxp.alliance.local.client.Json.usd;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events as partner-service would write them, for deliveries that it would never order so. */
final class Sample {

    private Sample() {}

    static Map<String, Object> registered(String partner, long sequence) {
        return object(
                "partnerId",
                partner,
                "sequence",
                sequence,
                "partner",
                object(
                        "name", "Out Of Order Ltd",
                        "legalName", "Out Of Order Ltd",
                        "businessTypes", List.of(),
                        "country", "DE",
                        "languages", List.of(),
                        "services", List.of(),
                        "verticals", List.of(),
                        "externalIds", Map.of(),
                        "registeredAt", "2026-01-12T09:00:00Z"));
    }

    static Map<String, Object> applied(String partner, long sequence, LocalDate on) {
        Map<String, Object> enrollment = object(
                "id",
                UUID.randomUUID().toString(),
                "status",
                "APPLIED",
                "tier",
                null,
                "appliedTier",
                "PREMIER",
                "appliedOn",
                on.toString(),
                "since",
                null);
        return object("partnerId", partner, "sequence", sequence, "enrollment", enrollment, "previous", null);
    }

    static Map<String, Object> saleRecorded(String partner, int licenses, LocalDate on) {
        return object(
                "partnerId",
                partner,
                "sequence",
                1,
                "sale",
                object(
                        "id",
                        UUID.randomUUID().toString(),
                        "orderNumber",
                        "SO-EARLY",
                        "product",
                        "VSO-XP",
                        "licenses",
                        licenses,
                        "listTotal",
                        usd("14985.00"),
                        "netTotal",
                        usd("11238.75"),
                        "soldOn",
                        on.toString(),
                        "recordedAt",
                        on + "T00:00:00Z"));
    }
}
