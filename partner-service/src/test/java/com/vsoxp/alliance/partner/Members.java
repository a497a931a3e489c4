package com.vsoxp.alliance.partner;

import static com.vsoxp.alliance.partner.Api.crm;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.platform.testing.EventContract;
import com.vsoxp.alliance.platform.testing.Topics;
import java.time.LocalDate;
import java.util.UUID;

/** Partners that hold a tier: the evaluation said so, as it says everything, on its topic. */
public final class Members {

    private static final String QUALIFIED = "alliance.tier.qualified";

    private Members() {}

    /** A partner that is active in that tier. */
    public static UUID active(String tier) {
        return activeSince(tier, LocalDate.of(2026, 3, 2));
    }

    /** A partner that has held that tier since that day. */
    public static UUID activeSince(String tier, LocalDate since) {
        UUID partner = Api.applicant(tier);
        qualified(partner, tier, since, 1);
        return partner;
    }

    /** A partner that was found to qualify for that tier, and waits for a program manager's word. */
    public static UUID waiting(String tier) {
        UUID partner = Api.applicant(tier);
        ObjectNode event =
                qualification(partner, tier, LocalDate.of(2026, 3, 2), 1).put("requiresApproval", true);
        Topics.publish("alliance.eligibility", QUALIFIED, partner.toString(), event);
        await().until(() ->
                tier.equals(crm().get("/v1/partners/{id}/enrollment", partner).path("pendingTier")));
        return partner;
    }

    /** The evaluation finds a tier for the partner's latest enrollment, and it is carried out. */
    public static void qualified(UUID partner, String tier, LocalDate on, long sequence) {
        ObjectNode event = qualification(partner, tier, on, sequence);
        Topics.publish("alliance.eligibility", QUALIFIED, partner.toString(), event);
        await().until(() ->
                tier.equals(crm().get("/v1/partners/{id}/enrollment", partner).path("tier")));
    }

    private static ObjectNode qualification(UUID partner, String tier, LocalDate on, long sequence) {
        String enrollment = crm().get("/v1/partners/{id}/enrollment", partner).path("id");
        ObjectNode event = EventContract.sample(QUALIFIED).deepCopy();
        return event.put("partnerId", partner.toString())
                .put("enrollmentId", enrollment)
                .put("tier", tier)
                .put("effectiveOn", on.toString())
                .put("sequence", sequence);
    }
}
