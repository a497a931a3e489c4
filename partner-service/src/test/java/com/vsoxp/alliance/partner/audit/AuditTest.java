package com.vsoxp.alliance.partner.audit;

import static com.vsoxp.alliance.partner.Api.applicant;
import static com.vsoxp.alliance.partner.Api.auditor;
import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.manager;
import static com.vsoxp.alliance.partner.Api.partner;
import static com.vsoxp.alliance.partner.Api.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.EventContract;
import com.vsoxp.alliance.platform.testing.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class AuditTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void aChangeTellsWhoMadeItByWhichRequestAndFromWhatToWhat() {
        UUID id = registered("Northwind");
        String etag = crm().get("/v1/partners/{id}", id).header("ETag");
        manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", etag)
                .header("X-Request-Id", "call-4711")
                .header("traceparent", TRACE)
                .body("{\"city\": \"Munich\", \"description\": null}")
                .patch("/v1/partners/{id}", id)
                .then()
                .statusCode(200);

        audit(id)
                .body("items.action", contains("PARTNER_CHANGED", "PARTNER_REGISTERED"))
                .body("items[0].subjectId", equalTo(id.toString()))
                .body("items[0].actor", equalTo("manager-test"))
                .body("items[0].roles", contains("program-manager"))
                .body("items[0].client", nullValue())
                .body("items[0].requestId", equalTo("call-4711"))
                .body("items[0].traceparent", startsWith("00-0af7651916cd43dd8448eb211c80319c"))
                .body("items[0].at", notNullValue())
                .body("items[0].details.changes.keySet()", contains("city"))
                .body("items[0].details.changes.city.from", nullValue())
                .body("items[0].details.changes.city.to", equalTo("Munich"))
                .body("items[1].actor", equalTo("crm-test"))
                .body("items[1].details.profile.name", equalTo("Northwind"));
    }

    @Test
    void whatChangesNothingAndWhatIsRefusedLeavesNoEntry() {
        UUID id = registered();
        String etag = crm().get("/v1/partners/{id}", id).header("ETag");
        crm().contentType("application/merge-patch+json")
                .header("If-Match", etag)
                .body("{}")
                .patch("/v1/partners/{id}", id)
                .then()
                .statusCode(200);
        crm().body("{\"tier\": \"DIAMOND\"}")
                .post("/v1/partners/{id}/enrollment", id)
                .then()
                .statusCode(422);

        audit(id).body("items.action", contains("PARTNER_REGISTERED"));
    }

    @Test
    void whatTheEvaluationMovedIsItsDoing() {
        UUID id = applicant("PREMIER");
        ObjectNode found = (ObjectNode) EventContract.sample("alliance.tier.qualified");
        found.put("partnerId", id.toString())
                .put(
                        "enrollmentId",
                        crm().get("/v1/partners/{id}/enrollment", id)
                                .then()
                                .extract()
                                .<String>path("id"))
                .put("tier", "RESELLER")
                .put("sequence", 1);
        Topics.publish("alliance.eligibility", "alliance.tier.qualified", id.toString(), found);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> audit(id)
                .body("items[0].action", equalTo("ENROLLMENT_CHANGED"))
                .body("items[0].actor", equalTo("evaluation"))
                .body("items[0].roles", empty())
                .body("items[0].requestId", nullValue())
                .body("items[0].traceparent", notNullValue())
                .body("items[0].details.from.status", equalTo("APPLIED"))
                .body("items[0].details.to.tier", equalTo("RESELLER")));
    }

    @Test
    void nothingOfAPersonIsInTheAudit() {
        UUID id = registered();
        String contact = crm().body("""
                        {"name": "Kim Ito", "email": "kim@contoso.example", "phone": "+49 89 7654321", "scopes": ["SUPPORT"]}""")
                .post("/v1/partners/{id}/contacts", id)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String digest = Topics.awaitEvent(
                        "alliance.partners", id.toString(), "alliance.contact.authorized", data -> true)
                .data()
                .at("/contact/emailDigest")
                .textValue();

        audit(id)
                .body("items[0].action", equalTo("CONTACT_AUTHORIZED"))
                .body("items[0].subjectId", equalTo(contact))
                .body(not(containsString("Kim")))
                .body(not(containsString("contoso.example")))
                .body(not(containsString("7654321")))
                .body(not(containsString(digest)));
    }

    @Test
    void theAuditIsReadInPagesNewestFirstAndByKindAndTime() {
        UUID id = registered("One");
        for (String name : new String[] {"Two", "Three", "Four"}) {
            rename(id, name);
        }
        String first = auditor()
                .get("/v1/partners/{id}/audit?limit=2", id)
                .then()
                .statusCode(200)
                .body("items.details.changes.name.to", contains("Four", "Three"))
                .extract()
                .path("nextCursor");
        rename(id, "Five");
        auditor()
                .get("/v1/partners/{id}/audit?limit=2&cursor={c}", id, first)
                .then()
                .body("items.action", contains("PARTNER_CHANGED", "PARTNER_REGISTERED"))
                .body("nextCursor", nullValue());

        auditor()
                .get("/v1/partners/{id}/audit?action=PARTNER_REGISTERED", id)
                .then()
                .body("items", hasSize(1));
        String secondChange = auditor().get("/v1/partners/{id}/audit", id).path("items[2].at");
        auditor()
                .get("/v1/partners/{id}/audit?from={t}", id, secondChange)
                .then()
                .body("items", hasSize(3));
        auditor().get("/v1/partners/{id}/audit?to={t}", id, secondChange).then().body("items", hasSize(2));
        auditor()
                .get("/v1/partners/{id}/audit?from=yesterday&limit=0", id)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?from"));
    }

    @Test
    void onlyAuditorsAndProgramManagersReadTheAudit() {
        UUID id = registered();
        auditor().get("/v1/partners/{id}/audit", id).then().statusCode(200);
        manager().get("/v1/partners/{id}/audit", id).then().statusCode(200);
        crm().get("/v1/partners/{id}/audit", id).then().statusCode(403);
        partner(id).get("/v1/partners/{id}/audit", id).then().statusCode(403);
        auditor().get("/v1/partners/{id}/audit", UUID.randomUUID()).then().statusCode(404);
    }

    private static void rename(UUID id, String name) {
        String etag = crm().get("/v1/partners/{id}", id).header("ETag");
        crm().contentType("application/merge-patch+json")
                .header("If-Match", etag)
                .body("{\"name\": \"%s\"}".formatted(name))
                .patch("/v1/partners/{id}", id)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse audit(UUID id) {
        ValidatableResponse read = auditor().get("/v1/partners/{id}/audit", id).then();
        assertThat(read.extract().statusCode()).isEqualTo(200);
        return read;
    }
}
