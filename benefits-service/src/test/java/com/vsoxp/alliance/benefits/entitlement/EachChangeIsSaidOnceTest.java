package com.vsoxp.alliance.benefits.entitlement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.benefits.Said;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.EventContract;
import com.vsoxp.alliance.platform.testing.Tokens;
import com.vsoxp.alliance.platform.testing.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class EachChangeIsSaidOnceTest {

    private static final String ENROLLMENT_CHANGED = "alliance.enrollment.changed";
    private static final List<String> ALL = List.of(
            "LICENSE_DISCOUNT",
            "EVALUATION_LICENSE",
            "TECHNICAL_SUPPORT",
            "TRAINING_DISCOUNT",
            "SUPPORT_PORTAL",
            "LOGO_USE",
            "DIRECTORY_LISTING");

    @BeforeEach
    void programIsPublished() {
        Said.program();
    }

    @Test
    void allThatCanHappenToAnEnrollmentIsSaidOnceWithEverything() {
        var version = "test-" + Ids.next();
        Said.program(version);
        var partner = Said.registered();

        move(partner, 3, "ACTIVE", "RESELLER", "2.0", null, "25");
        move(partner, 4, "ACTIVE", "PREMIER", "2.0", null, "33");
        move(partner, 5, "ACTIVE", "RESELLER", "2.0", null, "25");
        move(partner, 6, "SUSPENDED", "RESELLER", "2.0", null, "NOT_AVAILABLE");
        move(partner, 7, "ACTIVE", "RESELLER", "2.0", null, "25");
        move(partner, 8, "ACTIVE", "RESELLER", version, null, "25");
        move(partner, 9, "TERMINATED", null, null, today(), null);

        var said = Said.entitlementsSaidOf(partner);
        assertThat(said).extracting(event -> event.get("sequence").asInt()).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(said)
                .extracting(event -> event.get("status").asText())
                .containsExactly("ACTIVE", "ACTIVE", "ACTIVE", "SUSPENDED", "ACTIVE", "ACTIVE", "TERMINATED");
        assertThat(said.subList(0, 6))
                .allSatisfy(event -> assertThat(event.get("entitlements").findValuesAsText("code"))
                        .containsExactlyInAnyOrderElementsOf(ALL));
        assertThat(said.getLast().get("entitlements")).isEmpty();
        assertThat(said.get(5).get("programVersion").asText()).isEqualTo(version);
        said.forEach(event -> EventContract.mustMatchSchema("alliance.entitlements.changed", event));
    }

    @ParameterizedTest
    @CsvSource({
        "LICENSE_DISCOUNT, 25, 33",
        "EVALUATION_LICENSE, NOT_AVAILABLE, INCLUDED",
        "TECHNICAL_SUPPORT, FEE_BASED, INCLUDED",
        "TRAINING_DISCOUNT, NOT_AVAILABLE, 50",
        "SUPPORT_PORTAL, INCLUDED, INCLUDED",
        "LOGO_USE, INCLUDED, INCLUDED",
        "DIRECTORY_LISTING, INCLUDED, INCLUDED",
    })
    void eachTierHasWhatTheSourcesTableSays(String benefit, String reseller, String premier) {
        holds(enrolled("RESELLER"), benefit, reseller);
        holds(enrolled("PREMIER"), benefit, premier);
    }

    private static void holds(UUID partner, String benefit, String value) {
        given().auth()
                .oauth2(Tokens.crm())
                .get("/v1/partners/{id}/entitlements", partner)
                .then()
                .body(
                        "items.find { it.code == '%s' }.value%s"
                                .formatted(benefit, value.matches("\\d+") ? ".percent.toString()" : ""),
                        equalTo(value));
    }

    /** Tells of the move twice, and waits until what follows from it is said. */
    private static void move(
            UUID partner, long sequence, String status, String tier, String version, String endedOn, String discount) {
        var body = Said.enrollment(partner, sequence, status, tier, tier == null ? null : today(), version, endedOn);
        var event = Said.publish(partner, ENROLLMENT_CHANGED, body);
        Topics.publish(Said.PARTNERS, ENROLLMENT_CHANGED, partner.toString(), body, event);
        Said.awaitEntitlements(
                partner,
                said -> said.get("sequence").asLong() == sequence - 2
                        && said.get("status").asText().equals(status)
                        && (discount == null || discountIn(said).equals(discount)));
    }

    private static String discountIn(JsonNode said) {
        for (var item : said.get("entitlements")) {
            if (item.get("code").asText().equals("LICENSE_DISCOUNT")) {
                var value = item.get("value");
                return value.isObject() ? value.get("percent").asText() : value.asText();
            }
        }
        return "none";
    }

    private static UUID enrolled(String tier) {
        var partner = Said.registered();
        Said.active(partner, 3, tier, "2026-01-12");
        Said.awaitEntitlements(partner, said -> said.path("tier").asText().equals(tier));
        return partner;
    }

    private static String today() {
        return LocalDate.now(ZoneOffset.UTC).toString();
    }
}
