package com.vsoxp.alliance.partner.intake;

import static com.vsoxp.alliance.partner.Api.applicant;
import static com.vsoxp.alliance.partner.Api.auditor;
import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.manager;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.partner.Told;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.EventContract;
import com.vsoxp.alliance.platform.testing.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class EligibilityIntakeTest {

    private static final String ELIGIBILITY = "alliance.eligibility";
    private static final String QUALIFIED = "alliance.tier.qualified";
    private static final String CHANGED = "alliance.enrollment.changed";

    @Test
    void aQualifiedApplicantComesToTheTierItMeets() {
        UUID partner = applicant("PREMIER");
        qualified(partner, 1, event -> event.put("tier", "RESELLER"));

        JsonNode told = Told.of(partner, CHANGED);
        assertThat(told.at("/enrollment/programVersion").textValue()).isEqualTo("2.0");
        assertThat(told.at("/enrollment/since").textValue()).isEqualTo("2026-03-02");
        enrollment(partner)
                .body("status", equalTo("ACTIVE"))
                .body("tier", equalTo("RESELLER"))
                .body("appliedTier", equalTo("PREMIER"))
                .body("termEndsOn", equalTo("2027-03-01"));
        crm().get("/v1/partners/{id}", partner).then().body("tier", equalTo("RESELLER"));
    }

    @Test
    void aPromotionKeepsTheFirstDayAndASecondDeliveryChangesNothing() {
        UUID partner = applicant("PREMIER");
        qualified(partner, 1, event -> event.put("tier", "RESELLER").put("effectiveOn", "2026-01-12"));
        ObjectNode promotion = qualification(partner, 2);
        UUID id = Topics.publish(ELIGIBILITY, QUALIFIED, partner.toString(), promotion);
        Told.of(partner, CHANGED, data -> "PREMIER"
                .equals(data.at("/enrollment/tier").textValue()));

        Topics.publish(ELIGIBILITY, QUALIFIED, partner.toString(), promotion, id);
        Topics.publish(ELIGIBILITY, QUALIFIED, partner.toString(), promotion);
        qualified(partner, 3, event -> event.putNull("tier"));

        JsonNode end = Told.of(partner, CHANGED, data -> "TERMINATED"
                .equals(data.at("/enrollment/status").textValue()));
        assertThat(end.at("/previous/tier").textValue()).isEqualTo("PREMIER");
        assertThat(end.at("/enrollment/reason").textValue()).contains("2.0");
        assertThat(Told.types(partner, "alliance.partners"))
                .filteredOn(CHANGED::equals)
                .hasSize(3);
        enrollment(partner).body("since", equalTo("2026-01-12")).body("tier", nullValue());
    }

    @Test
    void aFindingAboutAnEarlierEnrollmentOrOfBeforeIsPassedOver() {
        UUID partner = applicant("PREMIER");
        qualified(
                partner, 1, event -> event.put("enrollmentId", UUID.randomUUID().toString()));
        qualified(partner, 5, event -> event.put("tier", "RESELLER"));
        qualified(partner, 4, event -> {});
        qualified(partner, 6, event -> event.putNull("tier"));

        Told.of(partner, CHANGED, data -> "TERMINATED"
                .equals(data.at("/enrollment/status").textValue()));
        assertThat(Told.types(partner, "alliance.partners"))
                .filteredOn(CHANGED::equals)
                .hasSize(2);
    }

    @Test
    void aPromotionThatNeedsApprovalWaitsForIt() {
        UUID partner = applicant("PREMIER");
        qualified(partner, 1, event -> event.put("requiresApproval", true));
        Told.of(partner, CHANGED);
        enrollment(partner).body("status", equalTo("APPLIED")).body("pendingTier", equalTo("PREMIER"));

        manager()
                .body("{\"reason\": \"Well done\"}")
                .post("/v1/partners/{id}/enrollment/approval", partner)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("tier", equalTo("PREMIER"))
                .body("pendingTier", nullValue());
    }

    @Test
    void aSuspendedPartnerIsReinstatedToWhatItHolds() {
        UUID partner = applicant("RESELLER");
        qualified(partner, 1, event -> event.put("tier", "RESELLER"));
        Told.of(partner, CHANGED);
        for (String move : List.of("suspension", "reinstatement")) {
            manager()
                    .body("{\"reason\": \"audit\"}")
                    .post("/v1/partners/{id}/enrollment/" + move, partner)
                    .then()
                    .statusCode(200)
                    .body("tier", equalTo("RESELLER"));
        }
        enrollment(partner).body("status", equalTo("ACTIVE"));
    }

    @Test
    void theStandingIsShownWithTheEnrollment() {
        UUID partner = applicant("PREMIER");
        qualified(partner, 1, event -> {});
        ObjectNode standing = about(partner, "alliance.standing.changed", 2);
        Topics.publish(ELIGIBILITY, "alliance.standing.changed", partner.toString(), standing);
        // What comes after it on the same key is carried out after it.
        qualified(partner, 3, event -> event.put("programVersion", "2.1"));

        Told.of(partner, CHANGED, data -> "2.1"
                .equals(data.at("/enrollment/programVersion").textValue()));
        enrollment(partner)
                .body("standing.status", equalTo("AT_RISK"))
                .body("standing.cureEndsOn", equalTo("2026-06-18"))
                .body("standing.unmet", contains("LICENSE_SALES"))
                .body("standing.nextTransitionOn", equalTo("2026-06-18"))
                .body("standing.lossForeseen.on", equalTo("2026-06-18"))
                .body("standing.lossForeseen.fallsTo", equalTo("RESELLER"))
                .body("standing.lossForeseen.requirements", contains("LICENSE_SALES"));
    }

    @Test
    void aLossAheadIsShownWhileTheStandingIsGoodAndNoMoreOnceItIsAverted() {
        UUID partner = applicant("PREMIER");
        qualified(partner, 1, event -> {});
        standing(partner, 2, standing -> {
            standing.put("status", "GOOD").putNull("cureEndsOn");
            ((ObjectNode) standing.path("lossForeseen")).putNull("fallsTo").put("on", "2026-09-16");
        });
        await().untilAsserted(() -> enrollment(partner)
                .body("standing.status", equalTo("GOOD"))
                .body("standing.lossForeseen.on", equalTo("2026-09-16"))
                .body("standing.lossForeseen.fallsTo", nullValue()));

        standing(partner, 3, standing -> standing.put("status", "GOOD").putNull("lossForeseen"));
        await().untilAsserted(() -> enrollment(partner).body("standing.lossForeseen", nullValue()));
        auditor()
                .queryParam("action", "STANDING_NOTED")
                .get("/v1/partners/{id}/audit", partner)
                .then()
                .body("items", hasSize(2))
                .body("items.findAll { it.details.lossForeseenOn == '2026-09-16' }", hasSize(1));
    }

    @Test
    void aStandingOfBeforeLossesWereForeseenIsTaken() {
        UUID partner = applicant("PREMIER");
        qualified(partner, 1, event -> {});
        standing(partner, 2, standing -> standing.remove("lossForeseen"));
        await().untilAsserted(() -> enrollment(partner)
                .body("standing.status", equalTo("AT_RISK"))
                .body("standing.lossForeseen", nullValue()));
    }

    private static ValidatableResponse enrollment(UUID partner) {
        return crm().get("/v1/partners/{id}/enrollment", partner).then().statusCode(200);
    }

    private static void qualified(UUID partner, long sequence, Consumer<ObjectNode> change) {
        ObjectNode event = qualification(partner, sequence);
        change.accept(event);
        Topics.publish(ELIGIBILITY, QUALIFIED, partner.toString(), event);
    }

    private static void standing(UUID partner, long sequence, Consumer<ObjectNode> change) {
        ObjectNode event = about(partner, "alliance.standing.changed", sequence);
        change.accept((ObjectNode) event.path("standing"));
        Topics.publish(ELIGIBILITY, "alliance.standing.changed", partner.toString(), event);
    }

    private static ObjectNode qualification(UUID partner, long sequence) {
        return about(partner, QUALIFIED, sequence);
    }

    private static ObjectNode about(UUID partner, String type, long sequence) {
        String enrollment = crm().get("/v1/partners/{id}/enrollment", partner).path("id");
        ObjectNode event = EventContract.sample(type).deepCopy();
        return event.put("partnerId", partner.toString())
                .put("enrollmentId", enrollment)
                .put("sequence", sequence);
    }
}
