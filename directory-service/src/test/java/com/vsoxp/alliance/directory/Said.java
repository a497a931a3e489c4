package com.vsoxp.alliance.directory;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.EventContract;
import com.vsoxp.alliance.platform.testing.Topics;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.awaitility.core.ThrowingRunnable;

/** What the other services say on Kafka, made from their golden samples. */
public final class Said {

    public static final String PARTNERS = "alliance.partners";
    public static final String BENEFITS = "alliance.benefits";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Random LETTERS = new Random();

    private Said() {}

    /** A word that no other test uses. */
    public static String word() {
        return LETTERS.ints(12, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A partner registers under this name and is entitled as a reseller; returns when it is listed. */
    public static UUID listed(String name) {
        return listed(name, "RESELLER", profile -> {});
    }

    /** A partner registers, with changes to the sample's profile, and is entitled; returns when it is listed. */
    public static UUID listed(String name, String tier, Consumer<ObjectNode> changes) {
        var partner = Ids.next();
        profile(partner, 1, name, changes);
        entitled(partner, 1, tier);
        awaitListed(partner);
        return partner;
    }

    /** The partner says what it is called, and the rest as in the sample. */
    public static void profile(UUID partner, long sequence, String name) {
        profile(partner, sequence, name, profile -> {});
    }

    /** The partner says what it is called, and the rest as in the sample but for the changes. */
    public static void profile(UUID partner, long sequence, String name, Consumer<ObjectNode> changes) {
        var type = sequence == 1 ? "alliance.partner.registered" : "alliance.partner.updated";
        var body = body(type, partner, sequence);
        var profile = (ObjectNode) body.get("partner");
        profile.put("name", name);
        changes.accept(profile);
        Topics.publish(PARTNERS, type, partner.toString(), body);
    }

    /** The partner is entitled to all that the sample says, the listing among it. */
    public static UUID entitled(UUID partner, long sequence, String tier) {
        return entitlements(partner, sequence, "ACTIVE", tier, "INCLUDED");
    }

    /** The partner's entitlements are withheld. */
    public static UUID suspended(UUID partner, long sequence, String tier) {
        return entitlements(partner, sequence, "SUSPENDED", tier, "NOT_AVAILABLE");
    }

    /** The partner's entitlements as in the sample, but for the status, the tier and the value of the listing. */
    public static UUID entitlements(UUID partner, long sequence, String status, String tier, String listing) {
        var body = entitlementsBody(partner, sequence, status, tier, listing);
        return Topics.publish(BENEFITS, "alliance.entitlements.changed", partner.toString(), body);
    }

    /** The body of such an event. */
    public static ObjectNode entitlementsBody(UUID partner, long sequence, String status, String tier, String listing) {
        var body = body("alliance.entitlements.changed", partner, sequence)
                .put("status", status)
                .put("tier", tier);
        for (JsonNode entitlement : body.get("entitlements")) {
            if (entitlement.get("code").asText().equals("DIRECTORY_LISTING")) {
                ((ObjectNode) entitlement).put("value", listing);
            }
        }
        return body;
    }

    /** A story of the partner is published. */
    public static UUID story(UUID partner, long sequence, UUID story, String title, String publishedOn) {
        return story(partner, sequence, story, title, publishedOn, said -> {});
    }

    /** The same, with changes to the sample's story. */
    public static UUID story(
            UUID partner, long sequence, UUID story, String title, String publishedOn, Consumer<ObjectNode> changes) {
        var body = body("alliance.story.published", partner, sequence);
        var said = (ObjectNode) body.get("story");
        said.put("id", story.toString()).put("title", title).put("publishedOn", publishedOn);
        changes.accept(said);
        return Topics.publish(PARTNERS, "alliance.story.published", partner.toString(), body);
    }

    /** A story of the partner is retracted. */
    public static UUID retracted(UUID partner, long sequence, UUID story) {
        var body = body("alliance.story.retracted", partner, sequence);
        ((ObjectNode) body.get("story")).put("id", story.toString());
        return Topics.publish(PARTNERS, "alliance.story.retracted", partner.toString(), body);
    }

    /** The partner's record became part of another's. */
    public static UUID merged(UUID partner, long sequence, UUID into) {
        var body = body("alliance.partner.merged", partner, sequence);
        ((ObjectNode) body.get("merge")).put("mergedInto", into.toString());
        return Topics.publish(PARTNERS, "alliance.partner.merged", partner.toString(), body);
    }

    /** The merge was undone. */
    public static UUID unmerged(UUID partner, long sequence) {
        var body = body("alliance.partner.unmerged", partner, sequence);
        return Topics.publish(PARTNERS, "alliance.partner.unmerged", partner.toString(), body);
    }

    public static void awaitListed(UUID partner) {
        awaitListings(partner, 1);
    }

    public static void awaitUnlisted(UUID partner) {
        awaitListings(partner, 0);
    }

    /** Waits until an assertion over this service's answers holds. */
    public static void eventually(ThrowingRunnable assertion) {
        await().pollInterval(Duration.ofMillis(50)).atMost(PATIENCE).untilAsserted(assertion);
    }

    private static void awaitListings(UUID partner, int count) {
        eventually(() -> given().queryParam("partnerId", partner)
                .get("/v1/listings")
                .then()
                .statusCode(200)
                .body("items", hasSize(count)));
    }

    private static ObjectNode body(String type, UUID partner, long sequence) {
        ObjectNode body = EventContract.sample(type).deepCopy();
        return body.put("partnerId", partner.toString()).put("sequence", sequence);
    }
}
