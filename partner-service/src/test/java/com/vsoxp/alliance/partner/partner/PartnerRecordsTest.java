package com.vsoxp.alliance.partner.partner;

import static com.vsoxp.alliance.partner.Api.as;
import static com.vsoxp.alliance.partner.Api.atOnce;
import static com.vsoxp.alliance.partner.Api.auditor;
import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.manager;
import static com.vsoxp.alliance.partner.Api.partner;
import static com.vsoxp.alliance.partner.Api.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.partner.Told;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.EventContract;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class PartnerRecordsTest {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    @Test
    void theRecordOfTheGoldenSampleIsKeptAndToldAsItIs() {
        ObjectNode profile = EventContract.sample("alliance.partner.registered")
                .path("partner")
                .deepCopy();
        profile.remove("registeredAt");
        profile.putObject("externalIds").put("salesforce", UUID.randomUUID().toString());

        Response answer = crm().body(profile.toString()).post("/v1/partners");
        UUID id = UUID.fromString(answer.then()
                .statusCode(201)
                .header("Location", equalTo(location(answer)))
                .body("legalName", equalTo("Northwind Systems GmbH"))
                .body("location.latitude", equalTo(48.137154f))
                .body("status", nullValue())
                .extract()
                .path("id"));

        JsonNode told = Told.of(id, "alliance.partner.registered").path("partner");
        profile.properties()
                .forEach(field -> assertThat(told.path(field.getKey()).toString())
                        .isEqualTo(field.getValue().toString()));
    }

    @Test
    void everyBadFieldIsNamedAtOnce() {
        crm().body("""
                        {"name": "  ", "country": "XX", "businessTypes": ["CONSULTANCY", "CONSULTANCY"],
                         "website": "javascript:alert(1)", "logoUrl": "https://", "languages": ["de", "english"],
                         "location": {"latitude": 91, "longitude": 181}, "publicEmail": "nobody", "publicPhone": "call us",
                         "externalIds": {"Sales Force": "1"}}""")
                .post("/v1/partners")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/name",
                                "/country",
                                "/businessTypes",
                                "/website",
                                "/logoUrl",
                                "/languages/1",
                                "/location/latitude",
                                "/location/longitude",
                                "/publicEmail",
                                "/publicPhone",
                                "/externalIds/Sales Force"));
        crm().body("{\"name\": 1, \"country\": \"DE\", \"services\": [\"COOKING\"], \"tier\": \"PREMIER\"}")
                .post("/v1/partners")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/name", "/services/0", "/tier"));
    }

    @Test
    void whatIsNotNewIsNotSentAgain() {
        UUID id = registered();
        String etag = crm().get("/v1/partners/{id}", id).header("ETag");
        crm().header("If-None-Match", etag)
                .get("/v1/partners/{id}", id)
                .then()
                .statusCode(304)
                .header("ETag", etag);
        crm().get("/v1/partners/{id}", UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void aPatchReplacesWhatItNamesAndRemovesWhatItSetsToNull() {
        UUID id = registered("Before");
        String etag = patch(id, "*", "{\"city\": \"Munich\", \"verticals\": [\"retail\"]}")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");

        patch(id, etag, "{\"name\": \"After\", \"city\": null}")
                .then()
                .statusCode(200)
                .body("name", equalTo("After"))
                .body("city", nullValue())
                .body("verticals", contains("retail"));

        assertThat(Told.of(id, "alliance.partner.updated", data -> data.at("/partner/name")
                                .textValue()
                                .equals("After"))
                        .at("/partner/verticals/0")
                        .textValue())
                .isEqualTo("retail");
    }

    @Test
    void aPatchThatChangesNothingIsNotTold() {
        UUID id = registered("Same");
        String etag = crm().get("/v1/partners/{id}", id).header("ETag");
        patch(id, etag, "{\"name\": \"Same\"}").then().statusCode(200).header("ETag", etag);
        patch(id, etag, "{\"name\": \"Other\"}").then().statusCode(200);
        Told.of(id, "alliance.partner.updated");
        assertThat(Told.types(id, "alliance.partners"))
                .containsExactly("alliance.partner.registered", "alliance.partner.updated");
    }

    @Test
    void aPatchNeedsTheCurrentETag() {
        UUID id = registered();
        crm().contentType(MERGE_PATCH)
                .body("{}")
                .patch("/v1/partners/{id}", id)
                .then()
                .statusCode(428);
        patch(id, "\"99\"", "{}").then().statusCode(412);
        patch(id, "*", "{\"country\": null}").then().statusCode(422).body("errors.pointer", contains("/country"));
        patch(id, "*", "{\"nickname\": \"N\"}").then().statusCode(400).body("errors.pointer", contains("/nickname"));
    }

    @Test
    void ofManyWhoChangeTheSameVersionOneWins() throws Exception {
        UUID id = registered();
        String etag = crm().get("/v1/partners/{id}", id).header("ETag");
        List<Integer> statuses =
                atOnce(8, i -> patch(id, etag, "{\"name\": \"Name " + i + "\"}").statusCode());
        assertThat(statuses)
                .containsOnlyOnce(200)
                .filteredOn(status -> status != 200)
                .containsOnly(412);
    }

    @Test
    void aPutByAnotherSystemsKeyRegistersOnceAndThenChanges() throws Exception {
        String key = UUID.randomUUID().toString();
        List<Integer> statuses = atOnce(6, i -> put(key, "{\"name\": \"Fabrikam\", \"country\": \"US\"}")
                .statusCode());
        assertThat(statuses)
                .containsOnlyOnce(201)
                .filteredOn(status -> status != 201)
                .containsOnly(200);

        put(key, "{\"name\": \"Fabrikam Inc\", \"country\": \"US\"}")
                .then()
                .statusCode(200)
                .body("externalIds.salesforce", equalTo(key));
        crm().get("/v1/partners/external/salesforce/{key}", key)
                .then()
                .statusCode(200)
                .body("name", equalTo("Fabrikam Inc"));
    }

    @Test
    void aPutHonorsIfMatchAndRefusesAKeyThatIsNotThePaths() {
        String key = UUID.randomUUID().toString();
        crm().header("If-Match", "\"0\"")
                .body("{\"name\": \"N\", \"country\": \"US\"}")
                .put("/v1/partners/external/salesforce/{key}", key)
                .then()
                .statusCode(412);
        put(key, "{\"name\": \"N\", \"country\": \"US\", \"externalIds\": {\"salesforce\": \"other\"}}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/externalIds/salesforce"));
        crm().get("/v1/partners/external/salesforce/{key}", key).then().statusCode(404);
    }

    @Test
    void aKeyThatAnotherPartnerHasIsRefusedAndOneThatIsLetGoIsFree() {
        String key = UUID.randomUUID().toString();
        put(key, "{\"name\": \"First\", \"country\": \"US\"}").then().statusCode(201);
        UUID second = registered("Second");
        String wish = "{\"externalIds\": {\"salesforce\": \"" + key + "\"}}";
        patch(second, "*", wish).then().statusCode(409).body("code", equalTo("EXTERNAL_ID_TAKEN"));

        UUID first = UUID.fromString(
                crm().get("/v1/partners/external/salesforce/{key}", key).path("id"));
        patch(first, "*", "{\"externalIds\": {\"salesforce\": null}}").then().statusCode(200);
        patch(second, "*", wish).then().statusCode(200);
    }

    @Test
    void aPartnerIsFoundByItsNameWithAccentsAndTypingErrorsForgiven() {
        String id = registered("Zürcher Kundendienst").toString();
        for (String text : List.of("zurcher", "KUNDENDIENST", "kundendinst", "ürch")) {
            assertThat(crm().queryParam("q", text)
                            .get("/v1/partners")
                            .jsonPath()
                            .getList("items.id", String.class))
                    .as(text)
                    .contains(id);
        }
        // No id of another test's, of which some are in names, begins so.
        crm().queryParam("q", "zzz%_\\")
                .get("/v1/partners")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void aListIsFilteredAndPagedWithoutLossOrRepetition() {
        String system = "s" + UUID.randomUUID().toString().substring(0, 8);
        String since = Instant.now().toString();
        List<String> ids = IntStream.range(0, 7)
                .mapToObj(i -> crm().body("{\"name\": \"Paged\", \"country\": \"IS\"}")
                        .put("/v1/partners/external/{s}/{i}", system, i)
                        .<String>path("id"))
                .toList();
        for (String order : List.of("country=IS", "country=IS&updatedSince=" + since)) {
            List<String> found = new ArrayList<>();
            String next = "/v1/partners?limit=3&" + order;
            while (next != null) {
                Response page = crm().urlEncodingEnabled(false).get(next);
                page.then().statusCode(200);
                found.addAll(page.jsonPath().getList("items.id", String.class));
                String cursor = page.path("nextCursor");
                next = cursor == null ? null : "/v1/partners?limit=3&" + order + "&cursor=" + cursor;
            }
            assertThat(found).containsExactlyElementsOf(ids);
        }
        crm().queryParam("status", "SLEEPING").get("/v1/partners").then().statusCode(400);
        crm().queryParam("limit", 201).get("/v1/partners").then().statusCode(400);
    }

    @Test
    void aPartnerSeesAndChangesItselfAlone() {
        UUID own = registered("Own");
        UUID foreign = registered("Foreign");
        partner(own).get("/v1/partners").then().statusCode(200).body("items.id", contains(own.toString()));
        partner(own).get("/v1/partners/{id}", own).then().statusCode(200);
        partner(own).get("/v1/partners/{id}", foreign).then().statusCode(404);
        partner(own)
                .contentType(MERGE_PATCH)
                .header("If-Match", "*")
                .body("{\"city\": \"Kyiv\"}")
                .patch("/v1/partners/{id}", own)
                .then()
                .statusCode(200);
        partner(own)
                .contentType(MERGE_PATCH)
                .header("If-Match", "*")
                .body("{\"city\": \"Kyiv\"}")
                .patch("/v1/partners/{id}", foreign)
                .then()
                .statusCode(404);
        partner(own).body("{}").post("/v1/partners").then().statusCode(403);
    }

    @Test
    void aPartnerDoesNotChangeTheKeysThatOtherSystemsKnowItBy() {
        UUID own = registered("Own keys");
        partner(own)
                .contentType(MERGE_PATCH)
                .header("If-Match", "*")
                .body("{\"externalIds\": {\"salesforce\": \"mine\"}}")
                .patch("/v1/partners/{id}", own)
                .then()
                .statusCode(403);
    }

    @Test
    void aPartnersTokenThatNamesNoPartnerListsNothing() {
        String token = Tokens.of("somebody", "partner");
        as(token).get("/v1/partners").then().statusCode(403);
        as(token).get("/v1/sales").then().statusCode(403);
        as(token).get("/v1/partners/{id}", registered()).then().statusCode(404);
    }

    @Test
    void anAuditorReadsAndWritesNothing() {
        UUID id = registered();
        auditor().get("/v1/partners/{id}", id).then().statusCode(200);
        auditor()
                .body("{\"name\": \"N\", \"country\": \"US\"}")
                .post("/v1/partners")
                .then()
                .statusCode(403);
        as(Tokens.expired()).get("/v1/partners/{id}", id).then().statusCode(401);
        manager().get("/v1/partners/{id}", id).then().statusCode(200);
    }

    private static String location(Response answer) {
        return "http://localhost:" + RestAssured.port + "/v1/partners/" + answer.path("id");
    }

    private static Response patch(UUID id, String etag, String patch) {
        return crm().contentType(MERGE_PATCH)
                .header("If-Match", etag)
                .body(patch)
                .patch("/v1/partners/{id}", id);
    }

    private static Response put(String key, String profile) {
        return crm().body(profile).put("/v1/partners/external/salesforce/{key}", key);
    }
}
