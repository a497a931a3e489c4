package com.vsoxp.alliance.partner.partner;

import static com.vsoxp.alliance.partner.Api.auditor;
import static com.vsoxp.alliance.partner.Api.crm;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The corners of RFC 7396. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class PartnerPatchTest {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    @Test
    void whatIsInsideAnObjectIsPatchedByItself() {
        UUID id = located();
        patch(id, "{\"location\": {\"latitude\": 1.5}}")
                .then()
                .statusCode(200)
                .body("location.latitude", equalTo(1.5f))
                .body("location.longitude", equalTo(11.5f));
        patch(id, "{\"location\": {\"latitude\": null}}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/location/latitude"));
        patch(id, "{\"location\": null}").then().statusCode(200).body("location", nullValue());
        patch(id, "{\"location\": {\"latitude\": 2}}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/location/longitude"));
    }

    @Test
    void aListIsReplacedWholeAndEmptiedByNull() {
        UUID id = located();
        patch(id, "{\"languages\": [\"fr\"], \"services\": null}")
                .then()
                .statusCode(200)
                .body("languages", contains("fr"))
                .body("services", empty());
    }

    @Test
    void externalIdsAreAddedAndRemovedOneByOne() {
        UUID id = located();
        String key = UUID.randomUUID().toString();
        patch(id, "{\"externalIds\": {\"a\": \"%1$s\", \"b\": \"%1$s\"}}".formatted(key))
                .then()
                .statusCode(200);
        patch(id, "{\"externalIds\": {\"a\": null, \"c\": \"%s\"}}".formatted(key))
                .then()
                .statusCode(200)
                .body("externalIds", equalTo(Map.of("b", key, "c", key)));
        patch(id, "{\"externalIds\": null}").then().statusCode(200).body("externalIds", anEmptyMap());
    }

    @Test
    void whatEveryPartnerHasCannotBeRemoved() {
        patch(located(), "{\"name\": null, \"country\": null, \"website\": \"no url\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/name", "/country", "/website"));
    }

    @Test
    void whatTheServerSetsCannotBePatched() {
        patch(
                        located(),
                        "{\"id\": \"%s\", \"status\": \"ACTIVE\", \"updatedAt\": \"2026-01-01T00:00:00Z\"}"
                                .formatted(UUID.randomUUID()))
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/id", "/status", "/updatedAt"));
    }

    @Test
    void aPatchIsAnObjectOfItsOwnMediaType() {
        UUID id = located();
        for (String body : new String[] {"[]", "\"name\"", "null", "", "{\"name\": \"A\", \"name\": \"B\"}"}) {
            patch(id, body).then().statusCode(400);
        }
        crm().contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"name\": \"N\"}")
                .patch("/v1/partners/{id}", id)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        crm().contentType(ContentType.TEXT)
                .body("name=N")
                .post("/v1/partners")
                .then()
                .statusCode(415);
    }

    @Test
    void anAuditorPatchesNothingAndNobodyPatchesTheUnknown() {
        auditor()
                .contentType(MERGE_PATCH)
                .header("If-Match", "*")
                .body("{}")
                .patch("/v1/partners/{id}", located())
                .then()
                .statusCode(403);
        patch(UUID.randomUUID(), "{}").then().statusCode(404);
    }

    private static UUID located() {
        Response answer = crm().body("""
                        {"name": "Northwind", "country": "DE", "location": {"latitude": 48.25, "longitude": 11.5},
                         "languages": ["de", "en"], "services": ["SALES"]}""").post("/v1/partners");
        return UUID.fromString(answer.then().statusCode(201).extract().path("id"));
    }

    private static Response patch(UUID id, String patch) {
        return crm().contentType(MERGE_PATCH)
                .header("If-Match", "*")
                .body(patch)
                .patch("/v1/partners/{id}", id);
    }
}
