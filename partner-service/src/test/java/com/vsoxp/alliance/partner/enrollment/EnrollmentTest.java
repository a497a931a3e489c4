package com.vsoxp.alliance.partner.enrollment;

import static com.vsoxp.alliance.partner.Api.applicant;
import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.manager;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.EventContract;
import com.vsoxp.alliance.platform.testing.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class EnrollmentTest {

    @Test
    void aQualifiedApplicantComesToItsTier() {
        UUID partner = applicant("PREMIER");
        String enrollment = crm().get("/v1/partners/{id}/enrollment", partner)
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        ObjectNode qualified = (ObjectNode) EventContract.sample("alliance.tier.qualified");
        qualified.put("partnerId", partner.toString()).put("enrollmentId", enrollment);
        Topics.publish("alliance.eligibility", "alliance.tier.qualified", partner.toString(), qualified);
        var changed =
                Topics.awaitEvent("alliance.partners", partner.toString(), "alliance.enrollment.changed", d -> true);
        EventContract.mustMatchSchema("alliance.enrollment.changed", changed.data());
        crm().get("/v1/partners/{id}/enrollment", partner)
                .then()
                .body("status", equalTo("ACTIVE"))
                .body("tier", equalTo("PREMIER"));
        crm().queryParam("q", "nortwind")
                .get("/v1/partners")
                .then()
                .log()
                .body()
                .statusCode(200);
        manager()
                .body("{\"reason\":\"x\"}")
                .post("/v1/partners/{id}/enrollment/suspension", partner)
                .then()
                .statusCode(200);
    }
}
