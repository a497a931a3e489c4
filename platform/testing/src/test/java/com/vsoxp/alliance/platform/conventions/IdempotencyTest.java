package com.vsoxp.alliance.platform.conventions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.vsoxp.alliance.platform.idempotency.IdempotencyPurge;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class IdempotencyTest {

    @Inject
    DataSource database;

    @Inject
    IdempotencyPurge purge;

    private final String key = "key-" + UUID.randomUUID();
    private final String name = "once " + UUID.randomUUID();

    @Test
    void aRetryGetsTheFirstAnswerByteForByte() {
        Response first = post(key, widget(name));
        Response retry = post(key, widget(name));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(retry.statusCode()).isEqualTo(201);
        assertThat(retry.asByteArray()).isEqualTo(first.asByteArray());
        for (String header : new String[] {"Location", "ETag", "Content-Type"}) {
            assertThat(retry.header(header)).as(header).isNotNull().isEqualTo(first.header(header));
        }
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(retry.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void theSameBodyInOtherLayoutIsTheSameRequest() {
        post(key, "{\"name\": \"" + name + "\", \"color\": \"RED\"}").then().statusCode(201);
        post(key, "{ \"color\":\"RED\",\n \"name\":\"" + name + "\"}").then().statusCode(201);
    }

    @Test
    void theSameKeyWithAnotherBodyIs422() {
        post(key, widget(name)).then().statusCode(201);
        post(key, widget(name + "!"))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", endsWith("/idempotency-key-reused"));
    }

    @Test
    void anotherCallersKeyIsAnotherKey() {
        post(key, widget(name)).then().statusCode(201);
        request(key, widget(name + "!"), Tokens.crm("another-crm"))
                .post("/v1/widgets")
                .then()
                .statusCode(201);
    }

    @Test
    void aRefusalIsNotRemembered() {
        post(null, widget(name)).then().statusCode(201);
        post(key, widget(name)).then().statusCode(409).body("code", equalTo("TAKEN"));
        post(key, widget(name + "!")).then().statusCode(201);
    }

    @Test
    void aConcurrentTwinIs409AndTheFirstHasItsEffect() {
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> post(key, widget("RACE")));
        Gate.awaitSomebody();
        post(key, widget("RACE"))
                .then()
                .statusCode(409)
                .body("type", endsWith("/idempotency-key-busy"))
                .header("Retry-After", notNullValue());
        Gate.open();
        first.join().then().statusCode(201);
        post(key, widget("RACE")).then().statusCode(201).header("Idempotency-Replayed", "true");
    }

    @Test
    void aKeyIsTakenUpTo255Characters() {
        post("k".repeat(219) + UUID.randomUUID(), widget(name)).then().statusCode(201);
        post("k".repeat(220) + UUID.randomUUID(), widget(name + "!"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("Idempotency-Key"));
        post("", widget(name + "!")).then().statusCode(400);
    }

    @Test
    void oldKeysAreForgottenAndYoungOnesKept() throws Exception {
        String old = "old-" + key;
        post(old, widget(name)).then().statusCode(201);
        post(key, widget(name + "!")).then().statusCode(201);
        try (var connection = database.getConnection();
                var age = connection.prepareStatement(
                        "UPDATE idempotency_key SET created_at = created_at - interval '8 days' WHERE key = ?")) {
            age.setString(1, old);
            age.executeUpdate();
        }

        purge.forgetOld();

        post(old, widget(name + "?")).then().statusCode(201);
        post(key, widget(name + "?")).then().statusCode(422);
    }

    private static Response post(String key, String body) {
        return request(key, body, Tokens.crm()).post("/v1/widgets");
    }

    private static RequestSpecification request(String key, String body, String token) {
        RequestSpecification request =
                given().auth().oauth2(token).contentType("application/json").body(body);
        return key == null ? request : request.header("Idempotency-Key", key);
    }

    private static String widget(String name) {
        return "{\"name\": \"" + name + "\"}";
    }
}
