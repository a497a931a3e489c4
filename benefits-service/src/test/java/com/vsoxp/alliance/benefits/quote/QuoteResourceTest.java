package com.vsoxp.alliance.benefits.quote;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.vsoxp.alliance.benefits.Said;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.TimeTravel;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class QuoteResourceTest {

    private static final String PATH = "/v1/quotes";

    @BeforeEach
    void programIsPublished() {
        Said.program();
    }

    @Test
    void aPremierPaysTwoThirdsForLicensesAndHalfForTraining() {
        var partner = enrolled("PREMIER");

        var answer = quote(
                        partner,
                        line("LICENSE", "VSO-XP", 15, "999.00", "USD"),
                        line("TRAINING", "ADMIN-1", 2, "250.01", "USD"))
                .statusCode(201)
                .header("ETag", equalTo("\"0\""))
                .body("partnerId", equalTo(partner.toString()))
                .body("lines", hasSize(2))
                .body("lines[0].list", equalTo(money("14985.00", "USD")))
                .body("lines[0].discount", equalTo(money("4945.05", "USD")))
                .body("lines[0].net", equalTo(money("10039.95", "USD")))
                .body("lines[0].percent", is(33))
                .body("lines[1].list", equalTo(money("500.02", "USD")))
                .body("lines[1].discount", equalTo(money("250.01", "USD")))
                .body("lines[1].net", equalTo(money("250.01", "USD")))
                .body("totals.list", equalTo(money("15485.02", "USD")))
                .body("totals.discount", equalTo(money("5195.06", "USD")))
                .body("totals.net", equalTo(money("10289.96", "USD")))
                .body("entitlements.code", contains("LICENSE_DISCOUNT", "TRAINING_DISCOUNT"))
                .body("entitlements.percent", contains(33, 50))
                .body("entitlements.program.unique()", contains("2.0"))
                .body("entitlements.tier.unique()", contains("PREMIER"))
                .body("validUntil", equalTo(today().plusDays(30).toString()));

        String id = answer.extract().path("id");
        answer.header("Location", org.hamcrest.Matchers.endsWith("/v1/quotes/" + id));
        assertThat(read(id, Tokens.auditor()).asString())
                .isEqualTo(answer.extract().asString());
    }

    @ParameterizedTest
    @CsvSource({
        "RESELLER, LICENSE, USD, 3, 33.33, 99.99, 25.00, 74.99",
        "RESELLER, LICENSE, JPY, 1, 10, 10, 2, 8",
        "RESELLER, LICENSE, KWD, 1, 0.010, 0.010, 0.002, 0.008",
        "RESELLER, TRAINING, USD, 1, 80.00, 80.00, 0.00, 80.00",
        "PREMIER, LICENSE, JPY, 3, 333, 999, 330, 669",
        "PREMIER, LICENSE, KWD, 7, 1.001, 7.007, 2.312, 4.695",
        "PREMIER, TRAINING, JPY, 1, 3, 3, 2, 1",
        "PREMIER, TRAINING, KWD, 1, 0.001, 0.001, 0.000, 0.001",
    })
    void everyTierHasItsDiscountInTheScaleOfTheCurrency(
            String tier,
            String kind,
            String currency,
            int quantity,
            String unit,
            String list,
            String discount,
            String net) {
        quote(enrolled(tier), line(kind, "SKU", quantity, unit, currency))
                .statusCode(201)
                .body("totals.list", equalTo(money(list, currency)))
                .body("totals.discount", equalTo(money(discount, currency)))
                .body("totals.net", equalTo(money(net, currency)))
                .body("lines[0].discount", equalTo(money(discount, currency)));
    }

    @Test
    void aQuoteStaysAsItWasIssuedWhenTheTierChangesOrIsSuspended() {
        var partner = enrolled("PREMIER");
        String id = quote(partner, license()).statusCode(201).extract().path("id");
        var issued = read(id, Tokens.crm()).asString();

        Said.active(partner, 4, "RESELLER", today().toString());
        Said.awaitEntitlements(partner, said -> said.path("tier").asText().equals("RESELLER"));

        assertThat(read(id, Tokens.crm()).asString()).isEqualTo(issued);
        quote(partner, license()).statusCode(201).body("entitlements.percent", contains(25));

        Said.suspended(partner, 5, "RESELLER", today().toString());
        Said.awaitEntitlements(partner, said -> said.path("status").asText().equals("SUSPENDED"));

        assertThat(read(id, Tokens.crm()).asString()).isEqualTo(issued);
    }

    @Test
    void aSuspendedPartnerIsQuotedNothingUntilItIsReinstated() {
        var partner = enrolled("PREMIER");
        Said.suspended(partner, 4, "PREMIER", "2026-01-12");
        Said.awaitEntitlements(partner, said -> said.path("status").asText().equals("SUSPENDED"));

        quote(partner, license())
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("ENROLLMENT_SUSPENDED"));

        Said.active(partner, 5, "PREMIER", "2026-01-12");
        Said.eventually(() -> quote(partner, license()).statusCode(201).body("entitlements.percent", contains(33)));
    }

    @Test
    void aPartnerWithoutATierIsQuotedNothing() {
        var partner = Said.registered();
        Said.eventually(() -> quote(partner, license()).statusCode(409).body("code", equalTo("NO_TIER_HELD")));

        var former = enrolled("RESELLER");
        Said.terminated(former, 4, "2026-06-01");
        Said.awaitEntitlements(former, said -> said.path("status").asText().equals("TERMINATED"));
        quote(former, license()).statusCode(409).body("code", equalTo("NO_TIER_HELD"));
    }

    @Test
    void anUnknownPartnerIsNotFound() {
        quote(Ids.next(), license()).statusCode(404).contentType("application/problem+json");
    }

    @Test
    void aTierThatBeginsOnADayToComeIsNotQuotedByYet() {
        var partner = enrolled("RESELLER");
        var tomorrow = today().plusDays(1);
        Said.active(partner, 4, "PREMIER", tomorrow.toString());
        Said.awaitEntitlements(partner, said -> said.path("tier").asText().equals("PREMIER"));

        quote(partner, license())
                .statusCode(201)
                .body("entitlements.percent", contains(25))
                .body("entitlements.tier", contains("RESELLER"));
        try (var _ = TimeTravel.by(Period.ofDays(2))) {
            Said.eventually(
                    () -> quote(partner, license()).statusCode(201).body("entitlements.tier", contains("PREMIER")));
        }
    }

    @Test
    void everyBadFieldIsNamed() {
        post(Tokens.crm(), null, """
                        {"partnerId": "x", "lines": [
                            {"kind": "GIFT", "sku": " ", "quantity": 0, "unitListPrice": {"amount": "1.0", "currency": "USD"}},
                            {"kind": "LICENSE", "sku": "A", "quantity": 1, "unitListPrice": {"amount": 5, "currency": "USD"}}],
                         "discount": 50}""")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/partnerId",
                                "/lines/0/kind",
                                "/lines/0/sku",
                                "/lines/0/quantity",
                                "/lines/0/unitListPrice/amount",
                                "/lines/1/unitListPrice/amount",
                                "/discount"));
    }

    @Test
    void thereAreBoundsToALineAndToALot() {
        var partner = enrolled("RESELLER");
        var lines = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 101; i++) {
            lines.add(license());
        }
        quote(partner, lines).statusCode(422).body("errors.pointer", contains("/lines"));
        quote(partner, List.of()).statusCode(422).body("errors.pointer", contains("/lines"));
        quote(partner, line("LICENSE", "A", 1_000_001, "1.00", "USD"))
                .statusCode(422)
                .body("errors.pointer", contains("/lines/0/quantity"));
        quote(partner, line("LICENSE", "A", 1, "-0.01", "USD"))
                .statusCode(422)
                .body("errors.pointer", contains("/lines/0/unitListPrice"));
        quote(partner, line("LICENSE", "A", 1_000_000, "1000000000.00", "USD"))
                .statusCode(422)
                .body("errors.code", contains("TOTAL_TOO_LARGE"));
        quote(partner, line("LICENSE", "A", 999_999, "1000000000.00", "USD")).statusCode(201);
    }

    @Test
    void aQuoteIsInOneCurrency() {
        quote(enrolled("RESELLER"), line("LICENSE", "A", 1, "1.00", "USD"), line("TRAINING", "B", 1, "1", "JPY"))
                .statusCode(422)
                .body("errors.pointer", contains("/lines/1/unitListPrice/currency"))
                .body("errors.code", contains("CURRENCIES_DIFFER"));
    }

    @Test
    void aPartnerIsQuotedForItselfAloneAndAnAuditorNotAtAll() {
        var partner = enrolled("RESELLER");
        var body = Map.of("partnerId", partner, "lines", List.of(license()));

        String id = post(Tokens.partner(partner), null, body)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        post(Tokens.partner(Ids.next()), null, body).then().statusCode(404);
        post(Tokens.auditor(), null, body).then().statusCode(403);

        assertThat(read(id, Tokens.partner(partner)).statusCode()).isEqualTo(200);
        assertThat(read(id, Tokens.partner(Ids.next())).statusCode()).isEqualTo(404);
        assertThat(read(Ids.next().toString(), Tokens.crm()).statusCode()).isEqualTo(404);
    }

    @Test
    void whoHasItAlreadyIsNotSentItAgain() {
        String id = quote(enrolled("RESELLER"), license()).extract().path("id");

        given().auth()
                .oauth2(Tokens.crm())
                .header("If-None-Match", "\"0\"")
                .get(PATH + "/{id}", id)
                .then()
                .statusCode(304);
    }

    @Test
    void aRetryGetsTheFirstAnswer() {
        var partner = enrolled("RESELLER");
        var key = Ids.next().toString();
        var body = Map.of("partnerId", partner, "lines", List.of(license()));
        var first = post(Tokens.crm(), key, body);

        Said.suspended(partner, 4, "RESELLER", "2026-01-12");
        Said.awaitEntitlements(partner, said -> said.path("status").asText().equals("SUSPENDED"));
        var again = post(Tokens.crm(), key, body);

        again.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(again.asString()).isEqualTo(first.asString());
        post(Tokens.crm(), key, Map.of("partnerId", partner, "lines", List.of(line("LICENSE", "B", 2, "1.00", "USD"))))
                .then()
                .statusCode(422)
                .body("type", org.hamcrest.Matchers.endsWith("idempotency-key-reused"));
    }

    @Test
    void sixtyFourRetriesAtOnceMakeOneQuoteAndGetOneAnswer() throws Exception {
        var partner = enrolled("PREMIER");
        var key = Ids.next().toString();
        var body = Map.of("partnerId", partner, "lines", List.of(license()));
        Callable<String> untilAnswered = () -> {
            Response answer;
            do {
                answer = post(Tokens.crm(), key, body);
            } while (answer.statusCode() == 409);
            assertThat(answer.statusCode()).isEqualTo(201);
            return answer.asString();
        };

        var answers = new HashSet<String>();
        try (var callers = Executors.newFixedThreadPool(64)) {
            List<Future<String>> asked = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                asked.add(callers.submit(untilAnswered));
            }
            for (var one : asked) {
                answers.add(one.get());
            }
        }

        assertThat(answers).hasSize(1);
        list(partner, Tokens.crm(), 200, null).body("items", hasSize(1));
    }

    @Test
    void aPartnersQuotesAreListedFromTheLatestAndInPages() {
        var partner = enrolled("RESELLER");
        var ids = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            ids.addFirst(quote(partner, license()).extract().path("id"));
        }

        var first = list(partner, Tokens.crm(), 2, null).body("items.id", equalTo(ids.subList(0, 2)));
        String cursor = first.extract().path("nextCursor");
        quote(partner, license()).statusCode(201);
        var second = list(partner, Tokens.crm(), 2, cursor).body("items.id", equalTo(ids.subList(2, 4)));
        list(partner, Tokens.crm(), 2, second.extract().path("nextCursor"))
                .body("items.id", equalTo(ids.subList(4, 5)))
                .body("nextCursor", nullValue());

        list(null, Tokens.partner(partner), 200, null).body("items", hasSize(6));
        list(null, Tokens.auditor(), 1, null).body("items", hasSize(1)).body("nextCursor", not(nullValue()));
        given().auth()
                .oauth2(Tokens.partner(Ids.next()))
                .queryParam("partnerId", partner)
                .get(PATH)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Tokens.crm())
                .queryParam("limit", 201)
                .get(PATH)
                .then()
                .statusCode(400);
        given().auth()
                .oauth2(Tokens.crm())
                .queryParam("cursor", "x")
                .get(PATH)
                .then()
                .statusCode(400);
    }

    private static ValidatableResponse list(UUID partner, String token, int limit, String cursor) {
        var request = given().auth().oauth2(token).queryParam("limit", limit);
        if (partner != null) {
            request.queryParam("partnerId", partner);
        }
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        return request.get(PATH).then().statusCode(200);
    }

    private static Response read(String id, String token) {
        return given().auth().oauth2(token).get(PATH + "/{id}", id);
    }

    @SafeVarargs
    private static ValidatableResponse quote(UUID partner, Map<String, Object>... lines) {
        return quote(partner, List.of(lines));
    }

    private static ValidatableResponse quote(UUID partner, List<Map<String, Object>> lines) {
        return post(Tokens.crm(), null, Map.of("partnerId", partner, "lines", lines))
                .then();
    }

    private static Response post(String token, String key, Object body) {
        var request = given().auth().oauth2(token).contentType(ContentType.JSON).body(body);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.post(PATH);
    }

    private static Map<String, Object> license() {
        return line("LICENSE", "VSO-XP", 1, "999.00", "USD");
    }

    private static Map<String, Object> line(String kind, String sku, int quantity, String unit, String currency) {
        return Map.of("kind", kind, "sku", sku, "quantity", quantity, "unitListPrice", money(unit, currency));
    }

    private static Map<String, String> money(String amount, String currency) {
        return Map.of("amount", amount, "currency", currency);
    }

    private static UUID enrolled(String tier) {
        var partner = Said.registered();
        Said.active(partner, 3, tier, "2026-01-12");
        Said.awaitEntitlements(partner, said -> said.path("tier").asText().equals(tier));
        return partner;
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
