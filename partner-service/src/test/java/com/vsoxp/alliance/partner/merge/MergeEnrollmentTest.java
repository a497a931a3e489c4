package com.vsoxp.alliance.partner.merge;

import static com.vsoxp.alliance.partner.Api.applicant;
import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.manager;
import static com.vsoxp.alliance.partner.Api.registered;
import static com.vsoxp.alliance.partner.merge.Merging.merge;
import static com.vsoxp.alliance.partner.merge.Merging.merged;
import static com.vsoxp.alliance.partner.merge.Merging.qualified;
import static com.vsoxp.alliance.partner.merge.Merging.undo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.partner.Told;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.EventContract;
import com.vsoxp.alliance.platform.testing.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One company is enrolled once; the undo brings back what the merge ended. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class MergeEnrollmentTest {

    private static final String CHANGED = "alliance.enrollment.changed";

    @Test
    void theAbsorbedPartnersEnrollmentEndsAndTheUndoRestoresTheSameOne() {
        UUID survivor = member("PREMIER");
        UUID absorbed = member("RESELLER");
        warned(absorbed);
        Map<String, Object> before = enrollment(absorbed).path("$");

        String merge = merged(survivor, absorbed);

        JsonNode ended = Told.of(absorbed, CHANGED, data -> "TERMINATED"
                .equals(data.at("/enrollment/status").textValue()));
        assertThat(ended.at("/enrollment/id").textValue()).isEqualTo(before.get("id"));
        assertThat(ended.at("/enrollment/reason").textValue()).isEqualTo("Merged into " + survivor);
        enrollment(absorbed).then().body("tier", equalTo("PREMIER"));

        undo(survivor, merge).then().statusCode(200);

        assertThat(enrollment(absorbed).<Map<String, Object>>path("$")).isEqualTo(before);
        crm().get("/v1/partners/{id}", absorbed)
                .then()
                .body("status", equalTo("ACTIVE"))
                .body("tier", equalTo("RESELLER"));
        JsonNode restored = Told.of(absorbed, CHANGED, data -> "TERMINATED"
                .equals(data.at("/previous/status").textValue()));
        assertThat(restored.at("/enrollment/endedOn").isNull()).isTrue();
        assertThat(Told.types(absorbed, "alliance.partners")).endsWith(CHANGED, "alliance.partner.unmerged");
    }

    @Test
    void nobodyLosesAnEnrollmentToAPartnerWithoutOne() {
        UUID none = registered();
        UUID applicant = applicant("PREMIER");
        UUID member = member("RESELLER");
        for (UUID survivor : new UUID[] {none, applicant}) {
            merge(survivor, member)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("SURVIVOR_NOT_ENROLLED"))
                    .body("detail", containsString("make " + member + " the survivor"));
        }
        merge(none, applicant).then().statusCode(409);
        merged(member, applicant);
        merged(member, none);
    }

    @Test
    void aMergeIsFinalOnceTheSurvivorsTierHasChanged() {
        UUID survivor = member("RESELLER");
        UUID absorbed = registered();
        String merge = merged(survivor, absorbed);
        qualified(survivor, "PREMIER", 2);

        undo(survivor, merge)
                .then()
                .statusCode(409)
                .body("code", equalTo("SURVIVOR_MOVED"))
                .body("detail", containsString("ACTIVE as PREMIER"));
    }

    @Test
    void aMergeIsFinalOnceTheSurvivorsStatusHasChangedEvenIfItChangedBack() {
        UUID survivor = member("RESELLER");
        String merge = merged(survivor, registered());
        for (String move : new String[] {"suspension", "reinstatement"}) {
            manager()
                    .body("{\"reason\": \"audit\"}")
                    .post("/v1/partners/{id}/enrollment/" + move, survivor)
                    .then()
                    .statusCode(200);
        }
        undo(survivor, merge).then().statusCode(409).body("code", equalTo("SURVIVOR_MOVED"));
    }

    @Test
    void aMergeAndItsUndoAreNoMovesOfTheSurvivor() {
        UUID first = registered();
        UUID second = member("RESELLER");
        UUID third = member("RESELLER");
        String intoSecond = merged(second, first);
        String intoThird = merged(third, second);
        undo(third, intoThird).then().statusCode(200);
        undo(second, intoSecond).then().statusCode(200);
    }

    @Test
    void dealsGoWithTheRecordAndComeBack() {
        UUID survivor = member("PREMIER");
        UUID absorbed = member("PREMIER");
        String deal = dealFor(absorbed, "Contoso " + UUID.randomUUID());

        String merge = merged(survivor, absorbed);

        assertThat(dealsOf(survivor)).containsExactly(deal);
        assertThat(dealsOf(absorbed)).containsExactly(deal);
        String since = dealFor(absorbed, "Fabrikam " + UUID.randomUUID());
        undo(survivor, merge).then().statusCode(200);
        assertThat(dealsOf(absorbed)).containsExactly(deal);
        assertThat(dealsOf(survivor)).containsExactly(since);
    }

    private static String dealFor(UUID partner, String customer) {
        return crm().body("""
                        {"partnerId": "%s", "customer": {"name": "%s", "country": "DE"}, "product": "VSO-XP",
                         "expectedLicenses": 20, "expectedValue": {"amount": "19980.00", "currency": "USD"},
                         "stage": "PROSPECT", "expectedCloseOn": "2099-01-01"}""".formatted(partner, customer))
                .post("/v1/deals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static List<String> dealsOf(UUID partner) {
        return crm().queryParam("partnerId", partner).get("/v1/deals").path("items.id");
    }

    @Test
    void aFindingAboutTheAbsorbedPartnerMovesNobody() {
        UUID survivor = member("RESELLER");
        UUID absorbed = member("RESELLER");
        String enrollment = enrollment(absorbed).path("id");
        String merge = merged(survivor, absorbed);
        Told.of(absorbed, "alliance.partner.merged");

        Merging.found(absorbed, enrollment, "PREMIER", 2);
        Merging.found(absorbed, enrollment, "PREMIER", 3);
        qualifiedAgain(survivor);

        enrollment(survivor).then().body("tier", equalTo("RESELLER")).body("programVersion", equalTo("2.1"));
        undo(survivor, merge).then().statusCode(200);
        enrollment(absorbed).then().body("tier", equalTo("RESELLER")).body("endedOn", nullValue());
    }

    /** The same tier under another version of the program, which is no change of tier. */
    private static void qualifiedAgain(UUID partner) {
        Merging.found(partner, enrollment(partner).path("id"), "RESELLER", 2, "2.1");
        Told.of(partner, CHANGED, data -> "2.1"
                .equals(data.at("/enrollment/programVersion").textValue()));
    }

    /** The evaluation foresees that its tier is lost. */
    private static void warned(UUID partner) {
        ObjectNode event = EventContract.sample("alliance.standing.changed").deepCopy();
        event.put("partnerId", partner.toString())
                .put("enrollmentId", enrollment(partner).<String>path("id"))
                .put("sequence", 2);
        Topics.publish("alliance.eligibility", "alliance.standing.changed", partner.toString(), event);
        await().until(() -> enrollment(partner).path("standing.lossForeseen.on") != null);
    }

    private static UUID member(String tier) {
        UUID partner = applicant(tier);
        qualified(partner, tier, 1);
        return partner;
    }

    private static Response enrollment(UUID partner) {
        Response answer = crm().get("/v1/partners/{id}/enrollment", partner);
        answer.then().statusCode(200);
        return answer;
    }
}
