package com.vsoxp.alliance.partner.enrollment;

import static com.vsoxp.alliance.partner.Api.applicant;
import static com.vsoxp.alliance.partner.Api.atOnce;
import static com.vsoxp.alliance.partner.Api.auditor;
import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.manager;
import static com.vsoxp.alliance.partner.Api.partner;
import static com.vsoxp.alliance.partner.Api.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.partner.Told;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class EnrollmentTest {

    @Test
    void anApplicationIsKeptAndTold() {
        UUID partner = applicant("PREMIER");
        crm().get("/v1/partners/{id}/enrollment", partner)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("status", equalTo("APPLIED"))
                .body("appliedTier", equalTo("PREMIER"))
                .body("tier", nullValue())
                .body("termEndsOn", nullValue());
        JsonNode told = Told.of(partner, "alliance.enrollment.applied");
        assertThat(told.path("previous").isNull()).isTrue();
        crm().get("/v1/partners/{id}", partner).then().body("status", equalTo("APPLIED"));
    }

    @Test
    void aPartnerHasOneOpenEnrollmentWhateverItsCallersDoAtOnce() throws Exception {
        UUID partner = registered();
        List<Integer> statuses = atOnce(6, i -> apply(partner, "RESELLER").statusCode());
        assertThat(statuses)
                .containsOnlyOnce(201)
                .filteredOn(status -> status != 201)
                .containsOnly(409);
    }

    @Test
    void onlyATierOfTheProgramCanBeAppliedFor() {
        UUID partner = registered();
        apply(partner, "GOLD").then().statusCode(422).body("errors.pointer", contains("/tier"));
        crm().body("{}").post("/v1/partners/{id}/enrollment", partner).then().statusCode(422);
        apply(UUID.randomUUID(), "PREMIER").then().statusCode(404);
        crm().get("/v1/partners/{id}/enrollment", partner).then().statusCode(404);
    }

    @Test
    void anImpossibleMoveSaysWhereTheEnrollmentStands() {
        UUID partner = applicant("RESELLER");
        for (String move : List.of("approval", "suspension", "reinstatement", "termination")) {
            move(partner, move).then().statusCode(409).body("detail", containsString("APPLIED"));
        }
        manager()
                .body("{}")
                .post("/v1/partners/{id}/enrollment/rejection", partner)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
    }

    @Test
    void aRejectedApplicantMayApplyAgain() {
        UUID partner = applicant("RESELLER");
        String first = crm().get("/v1/partners/{id}/enrollment", partner).path("id");
        move(partner, "rejection").then().statusCode(200).body("status", equalTo("REJECTED"));
        move(partner, "rejection").then().statusCode(409).body("detail", containsString("REJECTED"));
        apply(partner, "PREMIER").then().statusCode(201).body("id", not(equalTo(first)));
        JsonNode told = Told.of(partner, "alliance.enrollment.changed");
        assertThat(told.at("/enrollment/reason").textValue()).isEqualTo("because");
        assertThat(told.at("/previous/status").textValue()).isEqualTo("APPLIED");
    }

    @Test
    void onlyAProgramManagerDecidesAndAPartnerMayLeave() {
        UUID partner = applicant("RESELLER");
        for (String move : List.of("approval", "rejection", "suspension", "reinstatement", "termination")) {
            String path = "/v1/partners/{id}/enrollment/" + move;
            crm().body("{\"reason\": \"x\"}").post(path, partner).then().statusCode(403);
            partner(partner)
                    .body("{\"reason\": \"x\"}")
                    .post(path, partner)
                    .then()
                    .statusCode(403);
        }
        partner(UUID.randomUUID())
                .body("{\"reason\": \"x\"}")
                .post("/v1/partners/{id}/enrollment/withdrawal", partner)
                .then()
                .statusCode(404);
        auditor()
                .body("{\"reason\": \"x\"}")
                .post("/v1/partners/{id}/enrollment/withdrawal", partner)
                .then()
                .statusCode(403);
        partner(partner)
                .body("{\"reason\": \"x\"}")
                .post("/v1/partners/{id}/enrollment/withdrawal", partner)
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));
    }

    private static Response apply(UUID partner, String tier) {
        return crm().body("{\"tier\": \"%s\"}".formatted(tier)).post("/v1/partners/{id}/enrollment", partner);
    }

    private static Response move(UUID partner, String move) {
        return manager().body("{\"reason\": \"because\"}").post("/v1/partners/{id}/enrollment/" + move, partner);
    }
}
