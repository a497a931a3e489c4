package com.vsoxp.alliance.benefits.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.benefits.Said;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.EventContract;
import com.vsoxp.alliance.platform.testing.Tokens;
import com.vsoxp.alliance.platform.testing.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class IntakeTest {

    private static final String ENROLLMENT_CHANGED = "alliance.enrollment.changed";

    @BeforeEach
    void programIsPublished() {
        Said.program();
    }

    @Test
    void theSampleOfAPromotionBringsTheSampleOfItsEntitlements() {
        var sample = EventContract.sample(ENROLLMENT_CHANGED);
        var partner = UUID.fromString(sample.get("partnerId").asText());
        for (var type :
                List.of("alliance.partner.registered", "alliance.partner.updated", "alliance.enrollment.applied")) {
            Said.publish(partner, type, EventContract.sample(type));
        }
        Said.active(partner, 5, "RESELLER", "2026-01-12");
        Said.publish(partner, ENROLLMENT_CHANGED, sample);

        var premier = Said.awaitEntitlements(
                partner, said -> said.get("tier").asText().equals("PREMIER"));
        EventContract.mustEqualSample("alliance.entitlements.changed", premier);
    }

    @Test
    void everythingSaidMatchesTheSchema() {
        var partner = Said.registered();
        Said.active(partner, 3, "RESELLER", "2026-01-12");
        Said.suspended(partner, 4, "RESELLER", "2026-01-12");
        Said.terminated(partner, 5, "2030-01-01");
        Said.awaitEntitlements(partner, said -> said.get("status").asText().equals("TERMINATED"));

        assertThat(Said.entitlementsSaidOf(partner))
                .allSatisfy(said -> EventContract.mustMatchSchema("alliance.entitlements.changed", said))
                .extracting(said -> said.get("sequence").asLong())
                .isSorted()
                .startsWith(1L);
    }

    @Test
    void aSecondDeliveryChangesNothing() {
        var partner = Said.registered();
        var id = Said.active(partner, 3, "RESELLER", "2026-01-12");
        Topics.publish(Said.PARTNERS, ENROLLMENT_CHANGED, partner.toString(), reseller(partner), id);
        Topics.publish(Said.PARTNERS, ENROLLMENT_CHANGED, partner.toString(), reseller(partner), Ids.next());
        Said.awaitAllTaken(partner, 9);

        assertThat(Said.entitlementsSaidOf(partner))
                .extracting(said -> said.get("tier").asText())
                .containsExactly("RESELLER", "PREMIER");
    }

    @Test
    void aStateThatMovesNothingIsNotSaid() {
        var partner = Said.registered();
        Said.active(partner, 3, "RESELLER", "2026-01-12");
        Said.awaitEntitlements(partner, said -> said.get("tier").asText().equals("RESELLER"));
        Said.active(partner, 4, "RESELLER", "2026-01-12");
        Said.publish(partner, "alliance.partner.updated", reseller(partner).put("sequence", 5));
        Said.awaitAllTaken(partner, 9);

        assertThat(Said.entitlementsSaidOf(partner)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyOrderOfArrivalLeadsToTheSameHistory(long seed) {
        var inOrder = Said.registered();
        var shuffled = Said.registered();
        lifeOf(inOrder).forEach(said -> Said.publish(inOrder, ENROLLMENT_CHANGED, said));
        var mixed = new ArrayList<>(lifeOf(shuffled));
        Collections.shuffle(mixed, new Random(seed));
        mixed.forEach(said -> Said.publish(shuffled, ENROLLMENT_CHANGED, said));
        Said.awaitAllTaken(inOrder, 99);
        Said.awaitAllTaken(shuffled, 99);

        assertThat(historyOf(shuffled)).isEqualTo(historyOf(inOrder)).isNotEqualTo("[]");
    }

    @Test
    void whatWasSaidUnderAProgramNotYetPublishedIsGrantedWhenItIs() {
        var version = "test-" + Ids.next();
        var partner = Said.registered();
        Said.active(partner, 3, "RESELLER", "2026-01-12", version);
        Said.active(partner, 4, "PREMIER", "2026-03-02", version);
        Said.eventually(() -> given().auth()
                .oauth2(Tokens.crm())
                .get("/v1/partners/{id}/entitlements", partner)
                .then()
                .statusCode(200));
        assertThat(Said.entitlementsSaidOf(partner)).isEmpty();

        Said.program(version);

        var said = Said.awaitEntitlements(partner, any -> true);
        assertThat(said.get("tier").asText()).isEqualTo("PREMIER");
        assertThat(historyOf(partner)).contains("\"since\":\"2026-01-12\",\"until\":\"2026-03-02\"");
    }

    @Test
    void aProgramOfFourTiersGivesEachItsColumnAndSaysSinceWhenAndByWhichVersion() {
        var version = "test-" + Ids.next();
        Said.program(
                version,
                List.of("REGISTERED", "SILVER", "GOLD", "PLATINUM"),
                List.of(
                        List.of("LICENSE_DISCOUNT", "10%", "25%", "33%", "40%"),
                        List.of("TECHNICAL_SUPPORT", "-", "FEE_BASED", "INCLUDED", "INCLUDED"),
                        List.of("CO_MARKETING", "NOT_AVAILABLE", "-", "FEE_BASED", "INCLUDED"),
                        List.of("DIRECTORY_LISTING", "NOT_AVAILABLE", "INCLUDED", "INCLUDED", "INCLUDED")));
        var partner = Said.registered();
        Said.active(partner, 3, "RESELLER", "2026-01-12");
        Said.active(partner, 4, "SILVER", "2026-03-02", version);
        Said.active(partner, 5, "GOLD", "2026-05-04", version);
        Said.active(partner, 6, "PLATINUM", "2026-07-06", version);
        Said.awaitEntitlements(partner, said -> said.get("tier").asText().equals("PLATINUM"));

        on(partner, "2026-01-12", "LICENSE_DISCOUNT", "25", "2026-01-12", "2.0", "RESELLER");
        on(partner, "2026-04-01", "LICENSE_DISCOUNT", "25", "2026-01-12", version, "SILVER");
        on(partner, "2026-05-04", "LICENSE_DISCOUNT", "33", "2026-05-04", version, "GOLD");
        on(partner, "2026-07-06", "LICENSE_DISCOUNT", "40", "2026-07-06", version, "PLATINUM");
        on(partner, "2026-04-01", "CO_MARKETING", "NOT_AVAILABLE", "2026-03-02", version, "SILVER");
        on(partner, "2026-07-06", "CO_MARKETING", "INCLUDED", "2026-07-06", version, "PLATINUM");
        entitlements(partner, "2026-07-06")
                .body(
                        "items.code",
                        containsInAnyOrder(
                                "LICENSE_DISCOUNT", "TECHNICAL_SUPPORT", "CO_MARKETING", "DIRECTORY_LISTING"));
    }

    private static void on(
            UUID partner, String day, String benefit, String value, String since, String program, String tier) {
        var item = "items.find { it.code == '%s' }.".formatted(benefit);
        entitlements(partner, day)
                .body(item + "value" + (value.matches("\\d+") ? ".percent.toString()" : ""), equalTo(value))
                .body(item + "since", equalTo(since))
                .body(item + "source.program", equalTo(program))
                .body(item + "source.tier", equalTo(tier));
    }

    private static ValidatableResponse entitlements(UUID partner, String day) {
        return given().auth()
                .oauth2(Tokens.crm())
                .queryParam("asOf", day)
                .get("/v1/partners/{id}/entitlements", partner)
                .then()
                .statusCode(200);
    }

    @Test
    void anActiveEnrollmentWithoutATierIsPutAsideAndHoldsNobodyUp() {
        var partner = Said.registered();
        Said.publish(partner, ENROLLMENT_CHANGED, Said.enrollment(partner, 3, "ACTIVE", null, null, "2.0", null));
        Said.active(partner, 4, "RESELLER", "2026-01-12");

        Said.awaitEntitlements(partner, said -> said.get("tier").asText().equals("RESELLER"));
        Said.eventually(() -> assertThat(Topics.eventsOn("alliance.partners.dlq", partner.toString()))
                .hasSize(1));
    }

    private static ObjectNode reseller(UUID partner) {
        return Said.enrollment(partner, 3, "ACTIVE", "RESELLER", "2026-01-12", "2.0", null);
    }

    private static List<JsonNode> lifeOf(UUID partner) {
        return List.of(
                Said.enrollment(partner, 3, "ACTIVE", "RESELLER", "2026-01-12", "2.0", null),
                Said.enrollment(partner, 5, "ACTIVE", "PREMIER", "2026-03-02", "2.0", null),
                Said.enrollment(partner, 7, "ACTIVE", "RESELLER", "2026-06-01", "2.0", null),
                Said.enrollment(partner, 8, "TERMINATED", null, null, null, "2026-07-01"),
                Said.enrollment(partner, 11, "ACTIVE", "RESELLER", "2026-09-01", "2.0", null));
    }

    private static String historyOf(UUID partner) {
        return given().auth()
                .oauth2(Tokens.auditor())
                .queryParam("limit", 200)
                .get("/v1/partners/{id}/entitlements/history", partner)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
