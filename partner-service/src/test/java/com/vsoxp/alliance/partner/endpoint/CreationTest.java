package com.vsoxp.alliance.partner.endpoint;

import static com.vsoxp.alliance.partner.Api.as;
import static com.vsoxp.alliance.partner.Api.atOnce;
import static com.vsoxp.alliance.partner.Api.partner;
import static com.vsoxp.alliance.partner.Api.registered;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;

import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is the same for every POST that creates. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class CreationTest {

    private static final int CLIENTS = 8;

    private final String key = UUID.randomUUID().toString();

    @Test
    void noPostThatCreatesIsLeftOut() {
        Map<String, Map<String, Map<String, Object>>> paths =
                given().accept("application/json").get("/q/openapi").path("paths");
        Set<String> creating = new HashSet<>();
        paths.values().stream()
                .map(path -> path.get("post"))
                .filter(post -> post != null && ((Map<?, ?>) post.get("responses")).containsKey("201"))
                .forEach(post -> creating.add((String) post.get("operationId")));
        assertThat(Arrays.stream(Creation.Kind.values())
                        .map(Creation.Kind::operation)
                        .collect(Collectors.toSet()))
                .isEqualTo(creating);
    }

    @ParameterizedTest
    @EnumSource
    void manyWhoSendTheSameUnderOneKeyAtOnceMakeOne(Creation.Kind kind) throws Exception {
        Creation creation = kind.prepare();
        int before = creation.count();

        List<Response> answers = atOnce(CLIENTS, i -> creation.send(key, 1));
        Response again = creation.send(key, 1);

        List<Response> made =
                answers.stream().filter(answer -> answer.statusCode() == 201).toList();
        assertThat(made).isNotEmpty();
        assertThat(made)
                .filteredOn(answer -> answer.header("Idempotency-Replayed") == null)
                .hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() != 201).allSatisfy(busy -> {
            assertThat(busy.statusCode()).isEqualTo(409);
            assertThat(busy.<String>path("type")).endsWith("/idempotency-key-busy");
            assertThat(busy.header("Retry-After")).isEqualTo("1");
        });
        again.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(made).allSatisfy(answer -> {
            assertThat(answer.asByteArray()).isEqualTo(again.asByteArray());
            assertThat(answer.header("Location")).isEqualTo(again.header("Location"));
            assertThat(answer.header("ETag")).isEqualTo(again.header("ETag"));
        });
        assertThat(creation.count()).isEqualTo(before + 1);
        creation.caller().get(again.header("Location")).then().statusCode(200);
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatCameWithSomethingElseIsRefused(Creation.Kind kind) {
        Creation creation = kind.prepare();
        creation.send(key, 1).then().statusCode(201);
        int before = creation.count();
        String other = creation.body().contains("%d")
                ? creation.numbered(2)
                : creation.body().replace("PREMIER", "RESELLER");

        creation.caller()
                .header("Idempotency-Key", key)
                .body(other)
                .post(creation.path())
                .then()
                .statusCode(422)
                .body("type", endsWith("/idempotency-key-reused"));
        creation.caller()
                .header("Idempotency-Key", "x".repeat(256))
                .body(other)
                .post(creation.path())
                .then()
                .statusCode(400);

        assertThat(creation.count()).isEqualTo(before);
        creation.send(key, 1).then().statusCode(201).header("Idempotency-Replayed", "true");
    }

    @ParameterizedTest
    @EnumSource
    void anotherCallersKeyIsAnotherKey(Creation.Kind kind) {
        Creation creation = kind.prepare();
        creation.send(key, 1).then().statusCode(201);
        Response other = as(Tokens.crm("crm-of-others"))
                .header("Idempotency-Key", key)
                .body(creation.numbered(1))
                .post(creation.path());
        assertThat(other.header("Idempotency-Replayed")).isNull();
        assertThat(other.statusCode()).isIn(201, 409);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoneIsRefusedByItsFieldsAndMakesNothing(Creation.Kind kind) {
        Creation creation = kind.prepare();
        int before = creation.count();
        String unknown = creation.numbered(1).replaceFirst("\\{", "{\"nonsense\": 1, ");
        creation.caller()
                .body(unknown)
                .post(creation.path())
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem("/nonsense"));
        for (String body : List.of("", "{", "[]", "null", "{}")) {
            Response refused = creation.caller().body(body).post(creation.path());
            assertThat(refused.statusCode())
                    .as("%s to %s", body, creation.path())
                    .isIn(400, 422);
            assertThat(refused.<List<Object>>path("errors"))
                    .as("what is wrong with %s", body)
                    .isNotEmpty();
        }
        as(Tokens.crm())
                .contentType("text/plain")
                .body("x")
                .post(creation.path())
                .then()
                .statusCode(415);
        assertThat(creation.count()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyMakesOneForAForeignPartnerOrAnUnknownOne(Creation.Kind kind) {
        Creation creation = kind.prepare();
        int before = creation.count();
        assertThat(partner(registered())
                        .body(creation.numbered(1))
                        .post(creation.path())
                        .statusCode())
                .isIn(403, 404);
        as(Tokens.auditor())
                .body(creation.numbered(1))
                .post(creation.path())
                .then()
                .statusCode(403);
        given().contentType("application/json")
                .body(creation.numbered(1))
                .post(creation.path())
                .then()
                .statusCode(401);
        if (kind.isUnderPartner()) {
            creation.caller()
                    .body(creation.numbered(1))
                    .post(creation.path()
                            .replaceFirst(
                                    "(?<=partners/)[0-9a-f-]{36}",
                                    UUID.randomUUID().toString()))
                    .then()
                    .statusCode(404);
        }
        assertThat(creation.count()).isEqualTo(before);
    }
}
