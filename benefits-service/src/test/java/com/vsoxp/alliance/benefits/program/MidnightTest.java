package com.vsoxp.alliance.benefits.program;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.vsoxp.alliance.benefits.Partners;
import com.vsoxp.alliance.benefits.Said;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.TimeTravel;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Around midnight in the time zone of the program in force, which is Berlin's here: one or two hours before UTC's. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class MidnightTest {

    private static final LocalDate DAY = LocalDate.now(ZoneOffset.UTC);
    private static final LocalTime BEFORE = LocalTime.of(21, 30);
    private static final LocalTime AFTER = LocalTime.of(23, 10);

    private UUID partner;

    @BeforeEach
    void theProgramIsOneOfBerlin() {
        Said.program();
        partner = Partners.premier();
        Said.programIn("berlin-" + Ids.next(), ZoneId.of("Europe/Berlin"));
    }

    @AfterEach
    void theProgramIsOneOfUtcAgain() {
        Said.programIn("utc-" + Ids.next(), ZoneOffset.UTC);
        awaitDay(LocalDate.now(ZoneOffset.UTC));
    }

    @Test
    void entitlementsAreThoseOfTheProgramsDay() {
        Said.active(partner, 4, "RESELLER", DAY.plusDays(1).toString());
        Said.awaitEntitlements(partner, said -> said.get("tier").asText().equals("RESELLER"));

        try (var before = at(BEFORE)) {
            awaitDay(DAY);
            entitlements().body("tier", equalTo("PREMIER"));
            quote().body("lines[0].percent", equalTo(33));
            logo("PREMIER");
            issueKey(201);
        }
        try (var after = at(AFTER)) {
            awaitDay(DAY.plusDays(1));
            entitlements().body("tier", equalTo("RESELLER"));
            quote().body("lines[0].percent", equalTo(25));
            logo("RESELLER");
            issueKey(409);
        }
    }

    @Test
    void aQuoteIsGoodFromTheProgramsDayOn() {
        try (var before = at(BEFORE)) {
            awaitDay(DAY);
            quote().body("validUntil", equalTo(DAY.plusDays(30).toString()));
        }
        try (var after = at(AFTER)) {
            awaitDay(DAY.plusDays(1));
            var quote = quote().body("validUntil", equalTo(DAY.plusDays(31).toString()))
                    .extract()
                    .<String>path("id");
            book(quote, DAY).statusCode(422).body("errors.code", contains("QUOTE_NOT_VALID_THEN"));
            book(quote, DAY.plusDays(2)).statusCode(422).body("errors.code", contains("IN_FUTURE"));
            book(quote, DAY.plusDays(1)).statusCode(201);
        }
    }

    @Test
    void aKeyCountsOnTheProgramsDayAndEndsAtItsTimeOfDay() {
        try (var after = at(AFTER)) {
            awaitDay(DAY.plusDays(1));
            var issued = issueKey(201).extract();
            var issuedAt = Instant.parse(issued.path("issuedAt")).atZone(ZoneId.of("Europe/Berlin"));
            assertThat(Instant.parse(issued.path("expiresAt")))
                    .isEqualTo(issuedAt.plusDays(90).toInstant());
        }
        usage(DAY).body("items", hasSize(0));
        usage(DAY.plusDays(1)).body("items.benefit", contains("EVALUATION_LICENSE"));
    }

    private static TimeTravel at(LocalTime utc) {
        return TimeTravel.by(Duration.between(Instant.now(), DAY.atTime(utc).toInstant(ZoneOffset.UTC)));
    }

    private void awaitDay(LocalDate day) {
        Said.eventually(() -> entitlements().body("asOf", equalTo(day.toString())));
    }

    private ValidatableResponse entitlements() {
        return given().auth()
                .oauth2(Tokens.crm())
                .get("/v1/partners/{id}/entitlements", partner)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse quote() {
        return post("/v1/quotes", Map.of("partnerId", partner, "lines", List.of(line("LICENSE"), line("TRAINING"))))
                .statusCode(201);
    }

    private static Map<String, Object> line(String kind) {
        return Map.of(
                "kind",
                kind,
                "sku",
                "SKU",
                "quantity",
                1,
                "unitListPrice",
                Map.of("amount", "100.00", "currency", "USD"));
    }

    private static ValidatableResponse book(String quote, LocalDate on) {
        return post("/v1/quotes/" + quote + "/training-booking", Map.of("bookedOn", on.toString()));
    }

    private void logo(String tier) {
        Said.eventually(() -> {
            String token = given().auth()
                    .oauth2(Tokens.crm())
                    .get("/v1/partners/{id}/logo-grant", partner)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("token");
            given().get("/v1/logo-grants/{token}", token).then().body("tier", equalTo(tier));
        });
    }

    private ValidatableResponse issueKey(int status) {
        return post("/v1/partners/" + partner + "/evaluation-licenses", Map.of("product", "VSO-XP"))
                .statusCode(status);
    }

    private ValidatableResponse usage(LocalDate day) {
        return given().auth()
                .oauth2(Tokens.crm())
                .queryParams(Map.of("from", day.toString(), "to", day.toString()))
                .get("/v1/partners/{id}/usage", partner)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse post(String path, Map<String, ?> body) {
        return given().auth()
                .oauth2(Tokens.crm())
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }
}
