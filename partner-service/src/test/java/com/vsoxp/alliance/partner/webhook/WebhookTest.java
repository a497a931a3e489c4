package com.vsoxp.alliance.partner.webhook;

import static com.vsoxp.alliance.partner.Api.as;
import static com.vsoxp.alliance.partner.Api.atOnce;
import static com.vsoxp.alliance.partner.Api.auditor;
import static com.vsoxp.alliance.partner.Api.manager;
import static com.vsoxp.alliance.partner.Api.partner;
import static com.vsoxp.alliance.partner.Api.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.vsoxp.alliance.partner.person.WholeDatabase;
import com.vsoxp.alliance.platform.problem.ProblemException;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
@QuarkusTestResource(value = LocalReceivers.class, restrictToAnnotatedClass = false)
class WebhookTest {

    @Inject
    WholeDatabase database;

    private static final String SOMEWHERE = "http://127.0.0.1:9/hook";

    private final String system = "crm-" + UUID.randomUUID();

    @Test
    void theSecretIsToldOnce() {
        Response made = own().header("Idempotency-Key", UUID.randomUUID().toString())
                .body("""
                        {"url": "%s", "types": ["alliance.sale.recorded"], "description": "Sales"}""".formatted(SOMEWHERE))
                .post("/v1/webhooks");
        made.then()
                .statusCode(201)
                .header("ETag", equalTo("\"0\""))
                .body("status", equalTo("ACTIVE"))
                .body("owner", equalTo(system))
                .body("types", contains("alliance.sale.recorded"));

        assertThat(made.<String>path("secret")).startsWith("whsec_");
        own().get(made.header("Location")).then().statusCode(200).body("secret", nullValue());
        own().get("/v1/webhooks")
                .then()
                .body("items.id", contains(id(made)))
                .body("items.secret", hasItem(nullValue()));
    }

    @Test
    void theSameRequestAgainGetsTheSameSecret() {
        String key = UUID.randomUUID().toString();
        Response first =
                own().header("Idempotency-Key", key).body(to(SOMEWHERE)).post("/v1/webhooks");
        Response again =
                own().header("Idempotency-Key", key).body(to(SOMEWHERE)).post("/v1/webhooks");

        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        own().get("/v1/webhooks").then().body("items.id", contains(id(first)));
    }

    @Test
    void aSecretIsNowhereInTheDatabaseNotEvenInTheAnswersKeptForRetries() {
        String key = UUID.randomUUID().toString();
        Response made = own().header("Idempotency-Key", key).body(to(SOMEWHERE)).post("/v1/webhooks");
        String path = "/v1/webhooks/" + id(made) + "/secret";
        Response replaced = own().header("Idempotency-Key", key + "-2").post(path);
        Response replacedAgain = own().header("Idempotency-Key", key + "-2").post(path);

        assertThat(replacedAgain.asString()).isEqualTo(replaced.asString());
        assertThat(replacedAgain.header("ETag")).isEqualTo(replaced.header("ETag"));
        for (Response told : List.of(made, replaced)) {
            String secret = told.path("secret");
            assertThat(database.tablesThatSay(secret.substring("whsec_".length())))
                    .isEmpty();
        }
        assertThat(database.tablesThatSay(key)).contains("idempotency_key");
    }

    @Test
    void everythingWrongIsNamed() {
        own().body("{\"url\": \"ftp://example.com\", \"description\": \"\"}")
                .post("/v1/webhooks")
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/url", "/description"));
        own().body("""
                        {"url": "http://10.0.0.1/", "types": ["alliance.sale.recorded", "sale.forgotten"],
                         "partnerId": "%s"}""".formatted(UUID.randomUUID()))
                .post("/v1/webhooks")
                .then()
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("TARGET_REFUSED", "UNKNOWN_TYPE", "UNKNOWN_PARTNER"))
                .body("errors.pointer", containsInAnyOrder("/url", "/types/1", "/partnerId"));
        own().body("{\"url\": \"" + SOMEWHERE + "\", \"types\": [null]}")
                .post("/v1/webhooks")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/types/0"));
        own().body("{\"uri\": \"" + SOMEWHERE + "\"}")
                .post("/v1/webhooks")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/uri"));
    }

    @Test
    void noAddressInsideANetworkIsTaken() {
        for (String inside : List.of(
                "http://10.0.0.1/",
                "http://192.168.1.1/",
                "http://169.254.169.254/latest/meta-data",
                "http://[::1]:8081/")) {
            own().body(to(inside))
                    .post("/v1/webhooks")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/url"))
                    .body("errors.code", contains("TARGET_REFUSED"));
        }
    }

    @Test
    void outsideOfTestsOnlyHttpsIsTaken() {
        assertThatThrownBy(() -> new WebhookRequest(SOMEWHERE, null, null, null)
                        .check(false)
                        .refuse())
                .isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(refusal.errors())
                        .extracting(error -> error.code())
                        .containsExactly("HTTPS_NEEDED"));
        new WebhookRequest("HTTPS://example.com/", null, null, null)
                .check(false)
                .refuse();
    }

    @Test
    void aCrmKnowsItsOwnWebhooksAlone() {
        String path = "/v1/webhooks/" + registeredTo(SOMEWHERE);
        RequestSpecification[] foreign = {other(), other(), other(), other(), other(), other(), other()};
        foreign[0].get(path).then().statusCode(404);
        foreign[1].header("If-Match", "*").delete(path).then().statusCode(404);
        foreign[2].post(path + "/enabling").then().statusCode(404);
        foreign[3].post(path + "/secret").then().statusCode(404);
        foreign[4].get(path + "/deliveries").then().statusCode(404);
        foreign[5].body("{}").post(path + "/redelivery").then().statusCode(404);
        foreign[6].get("/v1/webhooks").then().body("items", empty());

        auditor().get(path).then().statusCode(200);
        auditor().get(path + "/deliveries").then().statusCode(200);
        auditor().post(path + "/secret").then().statusCode(403);
        manager().get(path).then().statusCode(200);
        partner(registered()).get(path).then().statusCode(403);
        partner(registered()).body(to(SOMEWHERE)).post("/v1/webhooks").then().statusCode(403);
    }

    @Test
    void ofTwoWhoChangeTheSameVersionOneWins() throws InterruptedException, ExecutionException {
        String path = "/v1/webhooks/" + registeredTo(SOMEWHERE);

        List<Integer> statuses = atOnce(4, i -> as(Tokens.crm(system))
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body("{\"description\": \"Number %d\"}".formatted(i))
                .patch(path)
                .statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(200, 412, 412, 412);
        own().contentType("application/merge-patch+json")
                .body("{}")
                .patch(path)
                .then()
                .statusCode(428);
        own().contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"url\": \"http://10.0.0.1/\"}")
                .patch(path)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/url"));
    }

    @Test
    void aDeletedWebhookIsGone() {
        String path = "/v1/webhooks/" + registeredTo(SOMEWHERE);
        own().delete(path).then().statusCode(428);
        own().header("If-Match", "\"7\"").delete(path).then().statusCode(412);
        own().header("If-Match", "\"0\"").delete(path).then().statusCode(204);
        own().get(path).then().statusCode(404);
    }

    @Test
    void aSystemHasOnlySoManyEvenIfItAsksForAllAtOnce() throws InterruptedException, ExecutionException {
        List<Integer> statuses = atOnce(24, i -> as(Tokens.crm(system))
                .body(to(SOMEWHERE))
                .post("/v1/webhooks")
                .statusCode());

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(20);
        own().body(to(SOMEWHERE))
                .post("/v1/webhooks")
                .then()
                .statusCode(409)
                .body("code", equalTo("TOO_MANY_WEBHOOKS"));
        own().queryParam("limit", 15).get("/v1/webhooks").then().body("nextCursor", not(nullValue()));
    }

    private UUID registeredTo(String url) {
        return UUID.fromString(id(own().body(to(url)).post("/v1/webhooks")));
    }

    private RequestSpecification own() {
        return as(Tokens.crm(system));
    }

    private static RequestSpecification other() {
        return as(Tokens.crm("crm-without-webhooks"));
    }

    private static String to(String url) {
        return "{\"url\": \"" + url + "\"}";
    }

    private static String id(Response made) {
        return made.then().statusCode(201).extract().path("id");
    }
}
