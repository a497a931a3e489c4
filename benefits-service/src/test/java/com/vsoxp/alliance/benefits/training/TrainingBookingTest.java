package com.vsoxp.alliance.benefits.training;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

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
            var statuses = new ArrayList<Integer>();
            for (var one : asked) {
                statuses.add(one.get());
            }
            assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 200);
        }
        usage(partner).body("items.quantity", contains(2));
    }

    @Test
    void theSameAgainIsAnsweredWithTheFirstAndAnythingElseRefused() {
        var partner = enrolled();
        var quote = quote(partner, line("TRAINING", 4));
        var first = book(quote, TODAY).statusCode(201).extract();

        book(quote, TODAY)
                .statusCode(200)
                .header("ETag", equalTo(first.header("ETag")))
                .header("Location", nullValue())
                .body("bookedAt", equalTo(first.path("bookedAt")));
        book(quote, TODAY, seats(0, 4)).statusCode(200);

        book(quote, TODAY, seats(0, 3)).statusCode(409).body("code", equalTo("BOOKED_BEFORE"));
        usage(partner).body("items.quantity", contains(4));
    }

    @Test
    void aRetryUnderItsKeyGetsTheFirstAnswerByteForByte() {
        var quote = quote(enrolled(), line("TRAINING", 4));
        var key = Ids.next().toString();
        var body = Map.of("bookedOn", TODAY.toString());
        var first = post(Tokens.crm(), quote, body, key).then().statusCode(201).extract();

        var again = post(Tokens.crm(), quote, body, key)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .header("Location", equalTo(first.header("Location")))
                .extract();
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        post(Tokens.crm(), quote, Map.of("bookedOn", TODAY.plusDays(1).toString()), key)
                .then()
                .statusCode(422);
    }

    @Test
    void whereFewerComeFewerSeatsAreBookedAtTheQuotedPrices() {
        var partner = enrolled();
        var quote =
                quote(partner, line("TRAINING", 5, "99.99"), line("LICENSE", 7, "999.00"), line("TRAINING", 3, "0.03"));

        book(quote, TODAY, seats(0, 3), seats(2, 1))
                .statusCode(201)
                .body("seats.line", contains(0, 2))
                .body("seats.seats", contains(3, 1))
                .body("totals.list.amount", equalTo("300.00"))
                // 149.985 and 0.015, each rounded half to even.
                .body("totals.discount.amount", equalTo("150.00"))
                .body("totals.net.amount", equalTo("150.00"));

        usage(partner)
                .body("items.quantity", contains(4))
                .body("items.list.amount", contains("300.00"))
                .body("items.discount.amount", contains("150.00"));
    }

    @Test
    void seatsThatAreNotQuotedAreRefusedEachByItsPlace() {
        var quote = quote(enrolled(), line("LICENSE", 7), line("TRAINING", 2), line("TRAINING", 3));

        book(quote, TODAY, seats(0, 1), seats(1, 3), seats(2, 1), seats(2, 1), seats(3, 1))
                .statusCode(422)
                .body("errors.pointer", contains("/seats/0/line", "/seats/1/seats", "/seats/3/line", "/seats/4/line"))
                .body(
                        "errors.code",
                        contains("NO_TRAINING_LINE", "MORE_THAN_QUOTED", "LINE_NAMED_TWICE", "NO_TRAINING_LINE"));
        book(quote, TODAY, seats(1, 0)).statusCode(422).body("errors.pointer", contains("/seats/0/seats"));
        read(quote).statusCode(404);
    }

    @Test
    void aCancelledBookingCountsNoMoreAndItsQuoteCanBeBookedAgain() {
        var partner = enrolled();
        var quote = quote(partner, line("TRAINING", 5));
        var first = book(quote, TODAY).statusCode(201).extract().header("ETag");

        cancel(Tokens.partner(partner), quote)
                .statusCode(200)
                .body("bookedOn", equalTo(TODAY.toString()))
                .body("cancelledBy", equalTo("partner-" + partner))
                .body("cancellationReason", equalTo("Two cannot come"));

        read(quote).statusCode(404);
        usage(partner).body("items", hasSize(0));
        cancel(Tokens.crm(), quote).statusCode(404);

        var second = book(quote, TODAY, seats(0, 3))
                .statusCode(201)
                .body("cancelledAt", nullValue())
                .extract()
                .header("ETag");
        assertThat(second).isNotEqualTo(first);
        usage(partner).body("items.quantity", contains(3)).body("items.net.amount", contains("150.00"));
    }

    @Test
    void cancelledByManyAtOnceItIsCancelledOnce() throws Exception {
        var quote = quote(enrolled(), line("TRAINING", 2));
        book(quote, TODAY).statusCode(201);
        try (var callers = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> asked = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                asked.add(callers.submit(
                        () -> cancel(Tokens.crm(), quote).extract().statusCode()));
            }
            var statuses = new ArrayList<Integer>();
            for (var one : asked) {
                statuses.add(one.get());
            }
            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 404);
        }
    }

    @Test
    void whoMayNotBookMayNotCancel() {
        var quote = quote(enrolled(), line("TRAINING", 2));
        book(quote, TODAY).statusCode(201);

        cancel(Tokens.auditor(), quote).statusCode(403);
        cancel(Tokens.partner(Ids.next()), quote).statusCode(404);
        given().auth()
                .oauth2(Tokens.crm())
                .contentType(ContentType.JSON)
                .body(Map.of("reason", " "))
                .post("/v1/quotes/{id}/training-booking/cancellation", quote)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
        read(quote).statusCode(200);
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

    @SafeVarargs
    private static ValidatableResponse book(UUID quote, LocalDate on, Map<String, Integer>... seats) {
        return post(Tokens.crm(), quote, Map.of("bookedOn", on.toString(), "seats", List.of(seats)))
                .then();
    }

    private static Map<String, Integer> seats(int line, int seats) {
        return Map.of("line", line, "seats", seats);
    }

    private static ValidatableResponse cancel(String token, UUID quote) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "Two cannot come"))
                .post("/v1/quotes/{id}/training-booking/cancellation", quote)
                .then();
    }

    private static ValidatableResponse book(UUID quote, LocalDate on) {
        return post(Tokens.crm(), quote, Map.of("bookedOn", on.toString())).then();
    }

    private static Response post(String token, UUID quote, Map<String, ?> body) {
        return post(token, quote, body, Ids.next().toString());
    }

    private static Response post(String token, UUID quote, Map<String, ?> body, String key) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
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
        return line(kind, quantity, "100.00");
    }

    private static Map<String, Object> line(String kind, int quantity, String unit) {
        return Map.of(
                "kind",
                kind,
                "sku",
                "SKU",
                "quantity",
                quantity,
                "unitListPrice",
                Map.of("amount", unit, "currency", "USD"));
    }

    private static UUID enrolled() {
        var partner = Said.registered();
        Said.active(partner, 3, "PREMIER", "2026-01-12");
        Said.awaitEntitlements(partner, said -> said.path("tier").asText().equals("PREMIER"));
        return partner;
    }
}
