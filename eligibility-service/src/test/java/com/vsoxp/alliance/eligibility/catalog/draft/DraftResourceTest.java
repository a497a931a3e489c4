package com.vsoxp.alliance.eligibility.catalog.draft;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.vsoxp.alliance.eligibility.document.ExampleProgram;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class DraftResourceTest {

    private static final String YAML = "application/yaml";
    private static final String JSON = "application/json";

    private final String version = "d" + Ids.next();

    @AfterEach
    void giveUp() {
        manager().header("If-Match", "*").delete("/v1/programs/{v}", version);
    }

    @Test
    void aDraftIsWrittenInYamlAndReadInEveryForm() {
        put(YAML, growth())
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/programs/" + version))
                .body("status", is("DRAFT"))
                .body("tiers.code", contains("REGISTERED", "SILVER", "GOLD", "PLATINUM"));

        read(JSON).then().statusCode(200).body("status", is("DRAFT")).body("effectiveFrom", is((String) null));
        assertThat(read(YAML).asString()).contains("aggregate: \"POINTS\"");
        assertThat(read("text/html").asString())
                .contains("<strong>a draft</strong>", "Platinum Partner", "200 growth points", "100000.00 USD");
        manager()
                .get("/v1/programs?status=DRAFT")
                .then()
                .body("items.version", hasItem(version))
                .body("items.status", not(hasItem("PUBLISHED")));
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, YAML})
    void whatGetGivesPutTakes(String type) {
        put(YAML, growth());
        Response given = read(type);

        manager()
                .header("If-Match", given.header("ETag"))
                .contentType(type)
                .body(given.asByteArray())
                .put("/v1/programs/{v}", version)
                .then()
                .statusCode(200)
                .header("ETag", is(read(JSON).header("ETag")));
    }

    @Test
    void aDraftIsReplacedOnlyByWhoHasReadIt() {
        String first = put(YAML, growth()).header("ETag");
        String other = growth().replace("Growth Program", "Growing Program");

        put(YAML, other).then().statusCode(428);
        manager()
                .header("If-None-Match", "*")
                .contentType(YAML)
                .body(other.getBytes(UTF_8))
                .put("/v1/programs/{v}", version)
                .then()
                .statusCode(412);
        putIfMatch(first, other).then().statusCode(200).body("title", containsString("Growing"));
        putIfMatch(first, growth()).then().statusCode(412);
    }

    @Test
    void whoNamesADraftThatIsNotThereIsTold() {
        putIfMatch("\"none\"", growth()).then().statusCode(412);
        manager()
                .header("If-Match", "*")
                .delete("/v1/programs/{v}", version)
                .then()
                .statusCode(404);
    }

    @Test
    void everyMistakeIsNamedWithItsPlaceAndLine() {
        String broken = growth().replace("curePeriod: P12M", "curePeriod: soon")
                .replace("target: 200", "target: 0")
                .replace("timeZone: UTC", "timeZone: Mars/Olympus");

        put(YAML, broken)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/timeZone", "/requirements/2/levels/PLATINUM/target", "/policies/curePeriod"))
                .body("errors.detail", hasItem(containsString("(line 5, column 11)")));
        put(YAML, growth().replace("curePeriod:", "cure:"))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/policies/cure", "/policies/curePeriod"))
                .body("errors.code", hasItems("UNKNOWN_FIELD", "REQUIRED"));
        put(YAML, "tiers: [").then().statusCode(400).body("errors[0].detail", containsString("line 1"));
        put(YAML, "a: &x 1\nb: *x").then().statusCode(400).body("errors[0].detail", containsString("anchors"));
        put(YAML, "a: 1\na: 2").then().statusCode(400);
        put(YAML, "").then().statusCode(400);
        put(JSON, "[]").then().statusCode(400);
        put(JSON, "{").then().statusCode(400);
        put("text/plain", growth()).then().statusCode(415);
    }

    @Test
    void theVersionIsTheOneOfThePath() {
        manager()
                .contentType(YAML)
                .body(ExampleProgram.text().getBytes(UTF_8))
                .put("/v1/programs/{v}", version)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/version"));
    }

    @Test
    void aPublishedVersionIsNeitherReplacedNorDeleted() {
        String etag = manager().get("/v1/programs/2.0").header("ETag");
        String document = growth().replace(version, "2.0");

        manager()
                .header("If-Match", etag)
                .contentType(YAML)
                .body(document.getBytes(UTF_8))
                .put("/v1/programs/2.0")
                .then()
                .statusCode(409)
                .body("code", is("PUBLISHED"));
        manager().header("If-Match", etag).delete("/v1/programs/2.0").then().statusCode(409);
    }

    @Test
    void aDraftIsGivenUpByWhoHasReadIt() {
        String etag = put(YAML, growth()).header("ETag");

        manager().delete("/v1/programs/{v}", version).then().statusCode(428);
        manager()
                .header("If-Match", "\"another\"")
                .delete("/v1/programs/{v}", version)
                .then()
                .statusCode(412);
        manager()
                .header("If-Match", etag)
                .delete("/v1/programs/{v}", version)
                .then()
                .statusCode(204);
        read(JSON).then().statusCode(404);
    }

    @Test
    void onlyProgramManagersWriteAndPartnersSeeNoDraft() {
        put(YAML, growth()).then().statusCode(201);

        for (String token : List.of(Tokens.crm(), Tokens.auditor(), Tokens.partner(UUID.randomUUID()))) {
            given().auth()
                    .oauth2(token)
                    .contentType(YAML)
                    .body(growth().getBytes(UTF_8))
                    .put("/v1/programs/{v}", version)
                    .then()
                    .statusCode(403);
            given().auth()
                    .oauth2(token)
                    .delete("/v1/programs/{v}", version)
                    .then()
                    .statusCode(403);
        }
        String partner = Tokens.partner(UUID.randomUUID());
        given().auth().oauth2(partner).get("/v1/programs/{v}", version).then().statusCode(404);
        given().auth()
                .oauth2(partner)
                .get("/v1/programs/{v}/diff", version)
                .then()
                .statusCode(404);
        given().auth().oauth2(partner).get("/v1/programs").then().body("items.version", not(hasItem(version)));
        given().auth()
                .oauth2(Tokens.auditor())
                .get("/v1/programs/{v}", version)
                .then()
                .statusCode(200);
    }

    @Test
    void ofTwoWhoMakeADraftAtOnceOneMakesIt() throws Exception {
        Callable<Integer> put = () -> put(YAML, growth()).statusCode();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> statuses = threads
                    .invokeAll(Stream.generate(() -> put).limit(8).toList())
                    .stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();

            assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 428);
        }
    }

    @Test
    void aDraftIsComparedWithTheVersionInForce() {
        put(YAML, growth());

        given().auth()
                .oauth2(Tokens.auditor())
                .get("/v1/programs/{v}/diff", version)
                .then()
                .statusCode(200)
                .body("from", is("2.0"))
                .body("to", is(version))
                .body("tiers.words", hasItem("Tier Silver Partner is new"))
                .body("policies.words", hasItem(containsString("12 months")));
        assertThat(given().auth()
                        .oauth2(Tokens.auditor())
                        .accept("text/html")
                        .get("/v1/programs/{v}/diff", version)
                        .asString())
                .contains("<li>Tier Silver Partner is new</li>");
    }

    private String growth() {
        return ExampleProgram.text().replace("version: \"3.0\"", "version: \"" + version + "\"");
    }

    private Response put(String type, String document) {
        return manager().contentType(type).body(document.getBytes(UTF_8)).put("/v1/programs/{v}", version);
    }

    private Response putIfMatch(String etag, String document) {
        return manager()
                .header("If-Match", etag)
                .contentType(YAML)
                .body(document.getBytes(UTF_8))
                .put("/v1/programs/{v}", version);
    }

    private Response read(String type) {
        return manager().accept(type).get("/v1/programs/{v}", version);
    }

    private static RequestSpecification manager() {
        return given().auth().oauth2(Tokens.programManager());
    }
}
