package com.vsoxp.alliance.platform.conventions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class ConventionsTest {

    private static final String PROBLEMS = "https://alliance.vso-xp.example/problems/";

    @Test
    void everyBadFieldIsNamedAtOnce() {
        isProblem(
                        crm().contentType("application/json")
                                .body(
                                        "{\"nam\": \"x\", \"color\": \"PINK\", \"price\": {\"amount\": 5, \"currency\": \"USD\"}}")
                                .post("/v1/widgets")
                                .then(),
                        400,
                        "malformed-request")
                .body("instance", equalTo("/v1/widgets"))
                .body("errors.pointer", hasItems("/nam", "/color", "/price/amount", "/name"));
    }

    @Test
    void aWellFormedBodyThatBreaksARuleIs422() {
        isProblem(post("{\"name\": \" \"}"), 422, "rule-broken")
                .body("errors[0].pointer", equalTo("/name"))
                .body("errors[0].code", equalTo("REQUIRED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "nonsense", "{\"name\":\"a\"} x", "[1,2]", "null", "\"text\"", "12"})
    void whatIsNoJsonObjectIs400(String body) {
        isProblem(post(body), 400, "malformed-request").body("errors.size()", equalTo(1));
    }

    @Test
    void aTakenNameIs409AndSaysNoSql() {
        String name = "taken " + UUID.randomUUID();
        post("{\"name\": \"" + name + "\"}").statusCode(201);
        isProblem(post("{\"name\": \"" + name + "\"}"), 409, "conflict")
                .body(not(containsString("widget_name_key")))
                .body(not(containsString("insert")));
    }

    @Test
    void creationAnswersWithLocationAndResource() {
        ValidatableResponse made = post("{\"name\": \"made " + UUID.randomUUID() + "\", \"color\": \"RED\"}");
        made.statusCode(201)
                .header(
                        "Location",
                        containsString("/v1/widgets/" + made.extract().path("id")))
                .header("ETag", "\"0\"")
                .body("color", equalTo("RED"));
    }

    @Test
    void aMissingTokenIsAskedFor() {
        isProblem(given().get("/v1/widgets").then(), 401, "unauthenticated")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .header("X-Request-Id", notNullValue());
    }

    @Test
    void aBadTokenIsRefusedWhateverIsWrongWithIt() {
        for (String token : new String[] {
            "nonsense", "a.b.c", Tokens.expired(), Tokens.foreign(), Tokens.forAnotherAudience(), Tokens.crm() + "x"
        }) {
            isProblem(given().auth().oauth2(token).get("/v1/widgets").then(), 401, "unauthenticated")
                    .header("WWW-Authenticate", startsWith("Bearer"));
        }
    }

    @Test
    void aSchemeThatIsNotBearerIsNoToken() {
        isProblem(
                given().header("Authorization", "Basic Y3JtOmNybQ==")
                        .get("/v1/widgets")
                        .then(),
                401,
                "unauthenticated");
        isProblem(given().header("Authorization", "Bearer").get("/v1/widgets").then(), 401, "unauthenticated");
    }

    @Test
    void aWrongRoleIs403() {
        isProblem(
                as(Tokens.auditor())
                        .body("{}")
                        .contentType("application/json")
                        .post("/v1/widgets")
                        .then(),
                403,
                "forbidden");
        isProblem(as(Tokens.of("nobody")).get("/v1/widgets").then(), 403, "forbidden");
    }

    @Test
    void anEndpointThatSaysNothingIsClosedToAll() {
        isProblem(as(Tokens.programManager()).get("/v1/widgets/forgotten").then(), 403, "forbidden");
        isProblem(given().get("/v1/widgets/forgotten").then(), 401, "unauthenticated");
    }

    @Test
    void anOpenEndpointNeedsNoToken() {
        given().get("/v1/widgets/open")
                .then()
                .statusCode(200)
                .body("caller", equalTo("anonymous"))
                .body("thread", equalTo("true"));
    }

    @Test
    void aPartnerSeesOnlyItself() {
        UUID self = UUID.randomUUID();
        as(Tokens.partner(self))
                .get("/v1/widgets/of-partner/" + self)
                .then()
                .statusCode(200)
                .body("caller", equalTo("partner-" + self));
        isProblem(
                as(Tokens.partner(self))
                        .get("/v1/widgets/of-partner/" + UUID.randomUUID())
                        .then(),
                404,
                "not-found");
        as(Tokens.crm()).get("/v1/widgets/of-partner/" + self).then().statusCode(200);
        isProblem(
                as(Tokens.of("p", "partner"))
                        .get("/v1/widgets/of-partner/" + self)
                        .then(),
                404,
                "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/v1/nowhere",
                "/v1/widgets/019abf10-0000-7000-8000-00000000a001",
                "/v1/widgets/7",
                "/v1/widgets/%20",
                "/v1/widgets/1-1-1-1-1",
                "/q/nowhere",
                "/q/dev",
                "/v1/widgets/open/deeper"
            })
    void whatIsNotThereIs404(String path) {
        isProblem(crm().urlEncodingEnabled(false).get(path).then(), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, ?limit",
        "limit=201, ?limit",
        "limit=many, ?limit",
        "cursor=AAAAnonsense, ?cursor",
        "color=PINK, ?color",
        "not=RED&not=PINK, ?not",
        "since=yesterday, ?since",
        "since=2026-02-30, ?since"
    })
    void aBadQueryParameterIsNamed(String query, String pointer) {
        isProblem(crm().get("/v1/widgets?" + query).then(), 400, "malformed-request")
                .body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/widgets?cursor=%00",
                "/v1/widgets/%00",
                "/v1/widgets?limit=%zz",
                "/v1/%zz",
                "/v1/widgets/%c3%28",
                "/v1/../../etc/passwd",
                "/v1/widgets/open|x",
                "//"
            })
    void aUrlThatCannotBeReadIsTheCallersFault(String path) throws IOException {
        String answer = RawHttp.send("GET " + path + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*");
    }

    @Test
    void aMethodThatIsNotTakenIs405AndTheAnswerSaysWhichAre() {
        isProblem(crm().delete("/v1/widgets").then(), 405, "method-not-allowed")
                .header("Allow", equalTo("GET, HEAD, POST"));
    }

    @Test
    void aTypeThatCannotBeGivenIs406AndOneThatIsNotTakenIs415() {
        isProblem(crm().accept("text/csv").get("/v1/widgets").then(), 406, "not-acceptable");
        isProblem(
                crm().contentType("text/plain")
                        .body("{\"name\":\"a\"}")
                        .post("/v1/widgets")
                        .then(),
                415,
                "unsupported-media-type");
        isProblem(
                crm().contentType("application/json")
                        .header("If-Match", "\"0\"")
                        .body("{}")
                        .patch("/v1/widgets/" + UUID.randomUUID())
                        .then(),
                415,
                "unsupported-media-type");
    }

    @Test
    void aFailureNobodyForesawLeaksNothing() {
        isProblem(
                        given().header("X-Request-Id", "req-1")
                                .get("/v1/widgets/broken")
                                .then(),
                        500,
                        "internal")
                .body("requestId", equalTo("req-1"))
                .body(not(containsString("secret")))
                .body(not(containsString("Exception")));
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        isProblem(given().get("/v1/widgets/limited").then(), 429, "too-many-requests")
                .header("Retry-After", "7");
    }

    @Test
    void theCallersRequestIdComesBackAndABadOneIsReplaced() {
        given().header("X-Request-Id", "crm-42/a:b")
                .get("/v1/widgets/open")
                .then()
                .header("X-Request-Id", "crm-42/a:b");
        given().header("X-Request-Id", "two words")
                .get("/v1/widgets/open")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
        given().header("X-Request-Id", "x".repeat(200))
                .get("/v1/widgets/open")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
        given().get("/nowhere").then().header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void aChangeNeedsTheCurrentETag() {
        ValidatableResponse made = post("{\"name\": \"changed " + UUID.randomUUID() + "\", \"color\": \"RED\"}")
                .statusCode(201);
        String path = "/v1/widgets/" + made.extract().path("id");

        isProblem(patch(path).body("{\"color\": \"BLUE\"}").patch(path).then(), 428, "precondition-required");
        isProblem(
                patch(path)
                        .header("If-Match", "\"7\"")
                        .body("{\"color\": \"BLUE\"}")
                        .patch(path)
                        .then(),
                412,
                "stale");
        patch(path)
                .header("If-Match", "\"0\"")
                .body("{\"color\": \"BLUE\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("color", equalTo("BLUE"));
        isProblem(
                patch(path)
                        .header("If-Match", "\"0\"")
                        .body("{\"color\": \"RED\"}")
                        .patch(path)
                        .then(),
                412,
                "stale");
        patch(path)
                .header("If-Match", "\"1\"")
                .body("{\"color\": null}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("color", nullValue());
        isProblem(
                        patch(path)
                                .header("If-Match", "*")
                                .body("{\"engine\": 1}")
                                .patch(path)
                                .then(),
                        400,
                        "malformed-request")
                .body("errors.pointer", hasItem("/engine"));
    }

    @Test
    void aReadThatKnowsTheResourceGets304() {
        ValidatableResponse made =
                post("{\"name\": \"read " + UUID.randomUUID() + "\"}").statusCode(201);
        String path = "/v1/widgets/" + made.extract().path("id");
        crm().get(path).then().statusCode(200).header("ETag", "\"0\"");
        crm().header("If-None-Match", "\"0\"")
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", "\"0\"")
                .body(is(""));

        String tag = as(Tokens.programManager())
                .get("/v1/widgets/decided")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("decided", is(true))
                .extract()
                .header("ETag");
        as(Tokens.programManager())
                .header("If-None-Match", tag)
                .get("/v1/widgets/decided")
                .then()
                .statusCode(304);
    }

    private static RequestSpecification patch(String path) {
        return crm().contentType("application/merge-patch+json");
    }

    private static ValidatableResponse post(String body) {
        return crm().contentType("application/json")
                .body(body)
                .post("/v1/widgets")
                .then();
    }

    private static RequestSpecification crm() {
        return as(Tokens.crm());
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static ValidatableResponse isProblem(ValidatableResponse answer, int status, String slug) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("type", endsWith(PROBLEMS + slug))
                .body("title", notNullValue())
                .body("requestId", equalTo(answer.extract().header("X-Request-Id")))
                .body(not(containsString("com.vsoxp")));
    }
}
