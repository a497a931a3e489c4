package com.vsoxp.alliance.benefits.training;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.vsoxp.alliance.benefits.Said;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class TrainingBookingTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @BeforeEach
    void programIsPublished() {
        Said.program();
    }

    @Test
    void bookedTrainingCountsInTheUsageAtItsQuotedPrices() {
        var partner = enrolled();
        var quote = quote(partner, line("TRAINING", 2), line("LICENSE", 7), line("TRAINING", 3));

        book(quote, TODAY)
                .statusCode(201)
                .header("Location", org.hamcrest.Matchers.endsWith("/v1/quotes/" + quote + "/training-booking"));

        usage(partner)
                .body("items.benefit", contains("TRAINING_DISCOUNT"))
                .body("items.program", contains("2.0"))
                .body("items.quantity", contains(5))
                .body("items.list.amount", contains("500.00"))
                .body("items.discount.amount", contains("250.00"))
                .body("items.period", contains(TODAY.toString().substring(0, 7)));
        read(quote).statusCode(200).body("bookedOn", equalTo(TODAY.toString()));
    }

    @Test
    void bookedByManyAtOnceItCountsOnce() throws Exception {
        var partner = enrolled();
        var quote = quote(partner, line("TRAINING", 2));
        try (var callers = Executors.newFixedThreadPool(16)) {
            List<Future<Integer>> asked = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                asked.add(callers.submit(() -> book(quote, TODAY).extract().statusCode()));
            }
            for (var one : asked) {
                assertThat(one.get()).isEqualTo(201);
            }
        }
        usage(partner).body("items.quantity", contains(2));
    }

    @Test
    void aBookingForAnotherDayIsRefused() {
        var partner = enrolled();
        var quote = quote(partner, line("TRAINING", 2));
        book(quote, TODAY.minusDays(1)).statusCode(422).body("errors.code", contains("QUOTE_NOT_VALID_THEN"));
        book(quote, TODAY.plusDays(1)).statusCode(422).body("errors.code", contains("IN_FUTURE"));
        read(quote).statusCode(404);
        usage(partner).body("items", hasSize(0));
    }

    @Test
    void thereMustBeTrainingInTheQuote() {
        book(quote(enrolled(), line("LICENSE", 1)), TODAY).statusCode(409).body("code", equalTo("NO_TRAINING_QUOTED"));
        book(Ids.next(), TODAY).statusCode(404);
    }

    @Test
    void aPartnerBooksByItsOwnQuotesAndAnAuditorNone() {
        var partner = enrolled();
        var quote = quote(partner, line("TRAINING", 1));
        var body = Map.of("bookedOn", TODAY.toString());

        post(Tokens.partner(Ids.next()), quote, body).then().statusCode(404);
        post(Tokens.auditor(), quote, body).then().statusCode(403);
        post(Tokens.crm(), quote, Map.of("bookedOn", "soon"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/bookedOn"));
        post(Tokens.partner(partner), quote, body).then().statusCode(201);
    }

    private static ValidatableResponse book(UUID quote, LocalDate on) {
        return post(Tokens.crm(), quote, Map.of("bookedOn", on.toString())).then();
    }

    private static Response post(String token, UUID quote, Map<String, String> body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/quotes/{id}/training-booking", quote);
    }

    private static ValidatableResponse read(UUID quote) {
        return given().auth()
                .oauth2(Tokens.auditor())
                .get("/v1/quotes/{id}/training-booking", quote)
                .then();
    }

    private static ValidatableResponse usage(UUID partner) {
        return given().auth()
                .oauth2(Tokens.crm())
                .get("/v1/partners/{id}/usage", partner)
                .then()
                .statusCode(200);
    }

    @SafeVarargs
    private static UUID quote(UUID partner, Map<String, Object>... lines) {
        return UUID.fromString(given().auth()
                .oauth2(Tokens.crm())
                .contentType(ContentType.JSON)
                .body(Map.of("partnerId", partner, "lines", List.of(lines)))
                .post("/v1/quotes")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static Map<String, Object> line(String kind, int quantity) {
        return Map.of(
                "kind",
                kind,
                "sku",
                "SKU",
                "quantity",
                quantity,
                "unitListPrice",
                Map.of("amount", "100.00", "currency", "USD"));
    }

    private static UUID enrolled() {
        var partner = Said.registered();
        Said.active(partner, 3, "PREMIER", "2026-01-12");
        Said.awaitEntitlements(partner, said -> said.path("tier").asText().equals("PREMIER"));
        return partner;
    }
}
