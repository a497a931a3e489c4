package com.vsoxp.alliance.partner.merge;

import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.manager;
import static com.vsoxp.alliance.partner.Api.order;
import static com.vsoxp.alliance.partner.Api.sale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.partner.Told;
import com.vsoxp.alliance.platform.testing.EventContract;
import com.vsoxp.alliance.platform.testing.Topics;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What tests of merges do to partners, and what they look at. */
final class Merging {

    private Merging() {}

    static Response merge(UUID survivor, UUID absorbed) {
        return crm().body("{\"absorbedId\": \"%s\", \"reason\": \"Entered twice\"}".formatted(absorbed))
                .post("/v1/partners/{id}/merges", survivor);
    }

    /** The id of a merge that must succeed. */
    static String merged(UUID survivor, UUID absorbed) {
        return merge(survivor, absorbed).then().statusCode(201).extract().path("id");
    }

    static Response undo(UUID survivor, String merge) {
        return crm().body("{\"reason\": \"Two after all\"}")
                .post("/v1/partners/{id}/merges/{merge}/undo", survivor, merge);
    }

    static String sold(UUID partner, int licenses) {
        return crm().body(sale(partner, order(), licenses))
                .post("/v1/sales")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static String reversed(String sale, int licenses) {
        return crm().body("{\"licenses\": %d, \"reason\": \"Too many\"}".formatted(licenses))
                .post("/v1/sales/{id}/reversals", sale)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Response pay(UUID partner) {
        return crm().body("""
                        {"money": {"amount": "500.00", "currency": "USD"}, "paidOn": "2026-01-13", "reference": "R1"}""").post("/v1/partners/{id}/fee-payments", partner);
    }

    static String paid(UUID partner) {
        return pay(partner).then().statusCode(201).extract().path("id");
    }

    static String employed(UUID partner, String email) {
        return crm().body("""
                        {"name": "Jo Weber", "email": "%s",
                         "certification": {"course": "Implementation", "certifiedOn": "2026-01-20"}}""".formatted(email))
                .post("/v1/partners/{id}/consultants", partner)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static String verified(UUID partner) {
        String id = crm().body("{\"kind\": \"INTERNAL_USE\", \"statement\": \"We do\"}")
                .post("/v1/partners/{id}/attestations", partner)
                .path("id");
        manager()
                .body("{\"outcome\": \"VERIFIED\"}")
                .post("/v1/partners/{id}/attestations/{a}/verification", partner, id)
                .then()
                .statusCode(200);
        return id;
    }

    static String published(UUID partner) {
        String id = crm().body("{\"title\": \"Half the tickets\", \"customer\": \"Contoso\"}")
                .post("/v1/partners/{id}/success-stories", partner)
                .path("id");
        manager()
                .post("/v1/partners/{id}/success-stories/{s}/publication", partner, id)
                .then()
                .statusCode(200);
        return id;
    }

    static Response authorize(UUID partner, String email) {
        return crm().body("{\"name\": \"Kim Ito\", \"email\": \"%s\", \"scopes\": [\"SUPPORT\"]}".formatted(email))
                .post("/v1/partners/{id}/contacts", partner);
    }

    static String authorized(UUID partner, String email) {
        return authorize(partner, email).then().statusCode(201).extract().path("id");
    }

    /** The partner's ids of one kind, as a list shows them. */
    static List<String> idsOf(String kind, UUID partner) {
        return crm().get("/v1/partners/{id}/" + kind, partner)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    static List<String> salesOf(UUID partner) {
        return crm().queryParam("partnerId", partner).get("/v1/sales").path("items.id");
    }

    /** Lets the evaluation find that the partner qualifies for the tier, and waits until that is carried out. */
    static void qualified(UUID partner, String tier, long sequence) {
        found(partner, crm().get("/v1/partners/{id}/enrollment", partner).path("id"), tier, sequence);
        Told.of(
                partner,
                "alliance.enrollment.changed",
                data -> tier.equals(data.at("/enrollment/tier").textValue()));
    }

    static void found(UUID partner, String enrollment, String tier, long sequence) {
        found(partner, enrollment, tier, sequence, "2.0");
    }

    static void found(UUID partner, String enrollment, String tier, long sequence, String program) {
        ObjectNode finding = EventContract.sample("alliance.tier.qualified").deepCopy();
        finding.put("partnerId", partner.toString())
                .put("enrollmentId", enrollment)
                .put("tier", tier)
                .put("programVersion", program)
                .put("sequence", sequence);
        Topics.publish("alliance.eligibility", "alliance.tier.qualified", partner.toString(), finding);
    }

    /** A sale that these partners made together, each with its percentage. */
    static String soldTogether(int licenses, Map<UUID, Integer> percents) {
        String shares = percents.entrySet().stream()
                .map(share -> "{\"partnerId\": \"%s\", \"percent\": %d}".formatted(share.getKey(), share.getValue()))
                .collect(Collectors.joining(", ", "[", "]"));
        UUID seller = percents.keySet().iterator().next();
        return crm().body(sale(seller, order(), licenses).replaceFirst("\\}\\s*$", ", \"shares\": " + shares + "}"))
                .post("/v1/sales")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** What someone counts for the partner who hears nothing but its own events, as the evaluation does. */
    static long licensesHeard(UUID partner) {
        Map<String, Long> facts = new HashMap<>();
        Topics.eventsOn("alliance.sales", partner.toString()).forEach(event -> {
            JsonNode data = event.data();
            switch (event.type()) {
                case "alliance.sale.recorded" ->
                    facts.put(
                            data.at("/sale/id").textValue(),
                            data.at("/sale/licenses").longValue());
                case "alliance.sale.reversed" ->
                    facts.put(
                            data.at("/reversal/id").textValue(),
                            -data.at("/reversal/licenses").longValue());
                case "alliance.sale.moved" -> {
                    facts.remove(data.at("/sale/id").textValue());
                    data.at("/sale/reversalIds").forEach(reversal -> facts.remove(reversal.textValue()));
                }
                default -> throw new AssertionError("What is " + event.type() + "?");
            }
        });
        return facts.values().stream().mapToLong(Long::longValue).sum();
    }
}
