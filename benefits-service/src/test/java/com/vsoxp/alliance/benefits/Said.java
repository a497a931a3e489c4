package com.vsoxp.alliance.benefits;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.EventContract;
import com.vsoxp.alliance.platform.testing.PublishedEvent;
import com.vsoxp.alliance.platform.testing.Topics;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.core.ThrowingRunnable;

/** What the other services say on Kafka, made from their golden samples; and what this service said in answer. */
public final class Said {

    public static final String PARTNERS = "alliance.partners";
    public static final String ELIGIBILITY = "alliance.eligibility";
    public static final String BENEFITS = "alliance.benefits";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Said() {}

    /** A new partner registers, as its first fact. */
    public static UUID registered() {
        var partner = Ids.next();
        publish(partner, "alliance.partner.registered", body("alliance.partner.registered", partner, 1));
        return partner;
    }

    /** Version 2.0 of the program is published. */
    public static void program() {
        Topics.publish(
                ELIGIBILITY, "alliance.program.published", "2.0", EventContract.sample("alliance.program.published"));
    }

    /** The same program is published under another version. */
    public static void program(String version) {
        ObjectNode body = EventContract.sample("alliance.program.published").deepCopy();
        ((ObjectNode) body.get("program")).put("version", version);
        Topics.publish(ELIGIBILITY, "alliance.program.published", version, body);
    }

    /** The same program is published under another version, which cuts its days in another time zone. */
    public static void programIn(String version, ZoneId zone) {
        ObjectNode body = EventContract.sample("alliance.program.published").deepCopy();
        ((ObjectNode) body.get("program")).put("version", version).put("timeZone", zone.getId());
        Topics.publish(ELIGIBILITY, "alliance.program.published", version, body);
    }

    /**
     * A program of other tiers is published: each benefit is given as its code and then its values for the tiers in turn, such
     * as {@code 20%} or {@code INCLUDED}; {@code -} for none.
     */
    public static void program(String version, List<String> tiers, List<List<String>> benefits) {
        ObjectNode body = EventContract.sample("alliance.program.published").deepCopy();
        var program = ((ObjectNode) body.get("program")).put("version", version);
        var levels = program.putArray("tiers");
        tiers.forEach(
                tier -> levels.addObject().put("code", tier).put("name", tier).put("rank", levels.size()));
        var rows = program.putArray("benefits");
        for (var benefit : benefits) {
            var row = rows.addObject().put("code", benefit.getFirst()).put("title", benefit.getFirst());
            var values = row.putObject("values");
            for (int i = 0; i < tiers.size(); i++) {
                put(values, tiers.get(i), benefit.get(i + 1));
            }
        }
        EventContract.mustMatchSchema("alliance.program.published", body);
        Topics.publish(ELIGIBILITY, "alliance.program.published", "program", body);
    }

    private static void put(ObjectNode values, String tier, String value) {
        if (value.endsWith("%")) {
            values.putObject(tier).put("percent", Integer.parseInt(value.replace("%", "")));
        } else if (!value.equals("-")) {
            values.put(tier, value);
        }
    }

    /** The partner holds a tier of version 2.0 from a day on. */
    public static UUID active(UUID partner, long sequence, String tier, String tierSince) {
        return active(partner, sequence, tier, tierSince, "2.0");
    }

    /** The partner holds a tier of some version from a day on. */
    public static UUID active(UUID partner, long sequence, String tier, String tierSince, String version) {
        return publish(
                partner,
                "alliance.enrollment.changed",
                enrollment(partner, sequence, "ACTIVE", tier, tierSince, version, null));
    }

    /** The partner's enrollment is suspended today. */
    public static UUID suspended(UUID partner, long sequence, String tier, String tierSince) {
        return publish(
                partner,
                "alliance.enrollment.changed",
                enrollment(partner, sequence, "SUSPENDED", tier, tierSince, "2.0", null));
    }

    /** The partner's enrollment ends. */
    public static UUID terminated(UUID partner, long sequence, String endedOn) {
        return publish(
                partner,
                "alliance.enrollment.changed",
                enrollment(partner, sequence, "TERMINATED", null, null, null, endedOn));
    }

    /** The partner's record says that it is called otherwise. */
    public static UUID named(UUID partner, long sequence, String name) {
        var body = body("alliance.partner.updated", partner, sequence);
        ((ObjectNode) body.get("partner")).put("name", name);
        return publish(partner, "alliance.partner.updated", body);
    }

    /** The partner is in another enrollment than the one that all others speak of, and holds a tier. */
    public static UUID activeAnew(UUID partner, long sequence, String tier, String tierSince) {
        var body = enrollment(partner, sequence, "ACTIVE", tier, tierSince, "2.0", null);
        ((ObjectNode) body.get("enrollment")).put("id", Ids.next().toString());
        return publish(partner, "alliance.enrollment.changed", body);
    }

    /** The partner authorizes the holder of an e-mail address, given as its digest, to ask for support. */
    public static UUID authorized(UUID partner, long sequence, UUID contact, String emailDigest) {
        var body = body("alliance.contact.authorized", partner, sequence);
        ((ObjectNode) body.get("contact")).put("id", contact.toString()).put("emailDigest", emailDigest);
        return publish(partner, "alliance.contact.authorized", body);
    }

    /** The partner withdraws the contact's authorization. */
    public static UUID withdrawn(UUID partner, long sequence, UUID contact) {
        var body = body("alliance.contact.withdrawn", partner, sequence);
        ((ObjectNode) body.get("contact")).put("id", contact.toString());
        return publish(partner, "alliance.contact.withdrawn", body);
    }

    /** An enrollment's state as partner-service words it. */
    public static ObjectNode enrollment(
            UUID partner, long sequence, String status, String tier, String tierSince, String version, String endedOn) {
        var body = body("alliance.enrollment.changed", partner, sequence);
        ((ObjectNode) body.get("enrollment"))
                .put("status", status)
                .put("tier", tier)
                .put("tierSince", tierSince)
                .put("programVersion", version)
                .put("endedOn", endedOn);
        return body;
    }

    /** The partner's record becomes part of another one. */
    public static UUID merged(UUID partner, long sequence, UUID into) {
        var body = body("alliance.partner.merged", partner, sequence);
        ((ObjectNode) body.get("merge")).put("mergedInto", into.toString());
        return publish(partner, "alliance.partner.merged", body);
    }

    /** The partner's record is its own again. */
    public static UUID unmerged(UUID partner, long sequence, UUID from) {
        var body = body("alliance.partner.unmerged", partner, sequence);
        ((ObjectNode) body.get("merge")).put("partedFrom", from.toString());
        return publish(partner, "alliance.partner.unmerged", body);
    }

    /** Waits until this service has said that the partner's entitlements fulfil the condition. */
    public static JsonNode awaitEntitlements(UUID partner, Predicate<JsonNode> condition) {
        return Topics.awaitEvent(BENEFITS, partner.toString(), "alliance.entitlements.changed", condition)
                .data();
    }

    /** All that this service has said of the partner, oldest first. */
    public static List<JsonNode> entitlementsSaidOf(UUID partner) {
        return Topics.eventsOn(BENEFITS, partner.toString()).stream()
                .map(PublishedEvent::data)
                .toList();
    }

    /**
     * Waits until all that was said of a partner that is no premier is taken, by making it one in the far future: what is
     * said last in a partition is taken last.
     *
     * @param sequence a place above all that was said
     */
    public static void awaitAllTaken(UUID partner, long sequence) {
        active(partner, sequence, "PREMIER", "2030-01-01");
        awaitEntitlements(partner, said -> said.get("effectiveOn").asText().equals("2030-01-01"));
    }

    /** Waits until an assertion over this service's answers holds. */
    public static void eventually(ThrowingRunnable assertion) {
        await().atMost(PATIENCE).untilAsserted(assertion);
    }

    public static UUID publish(UUID partner, String type, JsonNode body) {
        return Topics.publish(PARTNERS, type, partner.toString(), body);
    }

    private static ObjectNode body(String type, UUID partner, long sequence) {
        ObjectNode body = EventContract.sample(type).deepCopy();
        return body.put("partnerId", partner.toString()).put("sequence", sequence);
    }
}
