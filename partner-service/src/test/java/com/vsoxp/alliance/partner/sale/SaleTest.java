package com.vsoxp.alliance.partner.sale;

import static com.vsoxp.alliance.partner.Api.as;
import static com.vsoxp.alliance.partner.Api.atOnce;
import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.order;
import static com.vsoxp.alliance.partner.Api.partner;
import static com.vsoxp.alliance.partner.Api.registered;
import static com.vsoxp.alliance.partner.Api.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.partner.Told;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class SaleTest {

    @Test
    void aSaleIsRecordedAndToldOfOnceHoweverOftenItIsReported() {
        UUID partner = registered();
        String report = sale(partner, order(), 15);
        String id = record(report)
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/sales/"))
                .header("ETag", notNullValue())
                .body("netTotal.amount", equalTo("11238.75"))
                .body("system", equalTo("crm-test"))
                .extract()
                .path("id");
        record(report).then().statusCode(200).body("id", equalTo(id));
        crm().get("/v1/sales/{id}", id).then().statusCode(200).body("licenses", equalTo(15));

        JsonNode told = Told.of(partner, "alliance.sale.recorded");
        assertThat(told.at("/sale/netTotal/amount").textValue()).isEqualTo("11238.75");
        assertThat(Told.types(partner, "alliance.sales")).hasSize(1);
    }

    @Test
    void somethingElseUnderTheSameOrderNumberIsRefusedButOrderNumbersAreEachSystemsOwn() {
        UUID partner = registered();
        String order = order();
        record(sale(partner, order, 15)).then().statusCode(201);
        record(sale(partner, order, 14)).then().statusCode(409).body("code", equalTo("ORDER_NUMBER_TAKEN"));
        record(sale(registered(), order, 15)).then().statusCode(409);
        as(Tokens.crm("another-crm"))
                .body(sale(partner, order, 14))
                .post("/v1/sales")
                .then()
                .statusCode(201);
    }

    @Test
    void theQuoteThatASaleNamesIsToldOnAndIsPartOfWhatWasReported() {
        UUID partner = registered();
        String order = order();
        String quote = UUID.randomUUID().toString();
        String byQuote = sale(partner, order, 15).replaceFirst("\\{", "{\"quoteId\": \"" + quote + "\", ");

        record(byQuote).then().statusCode(201).body("quoteId", equalTo(quote));

        record(byQuote).then().statusCode(200).body("quoteId", equalTo(quote));
        record(sale(partner, order, 15)).then().statusCode(409).body("code", equalTo("ORDER_NUMBER_TAKEN"));
        assertThat(Told.of(partner, "alliance.sale.recorded")
                        .at("/sale/quoteId")
                        .asText())
                .isEqualTo(quote);
    }

    @Test
    void totalsThatNobodyBehindItCouldCountAreRefusedByName() {
        String report = sale(registered(), order(), 15)
                .replace("14985.00", "999999999999.9999")
                .replace("11238.75", "100000000000.0000")
                .replace("USD", "CLF");

        record(report)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/listTotal/amount", "/netTotal/amount"))
                .body("errors.code", everyItem(equalTo("TOO_LARGE")));
        record(report.replaceAll("(\\d{11})\\d\\.", "$1.")).then().statusCode(201);
    }

    @Test
    void sixtyFourRetriesAtOnceMakeOneSaleOneEventAndOneAnswer() throws Exception {
        UUID partner = registered();
        String report = sale(partner, order(), 3);
        String key = UUID.randomUUID().toString();
        List<String> answers = atOnce(64, i -> untilAnswered(key, report));

        assertThat(answers).hasSize(64).containsOnly(answers.getFirst());
        Told.of(partner, "alliance.sale.recorded");
        assertThat(Told.types(partner, "alliance.sales")).hasSize(1);
        crm().header("Idempotency-Key", key)
                .body(sale(partner, order(), 3))
                .post("/v1/sales")
                .then()
                .statusCode(422);
        crm().header("Idempotency-Key", key)
                .body(report)
                .post("/v1/sales")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true");
    }

    @Test
    void sixteenReportsOfOneOrderAtOnceMakeOneSale() throws Exception {
        UUID partner = registered();
        String report = sale(partner, order(), 3);
        List<Integer> statuses = atOnce(16, i -> record(report).statusCode());
        assertThat(statuses)
                .containsOnlyOnce(201)
                .filteredOn(status -> status != 201)
                .containsOnly(200);
    }

    @Test
    void reportsThatBringNothingNewLeaveNoHoleInWhatIsTold() {
        UUID partner = registered();
        String report = sale(partner, order(), 3);
        record(report).then().statusCode(201);
        record(report).then().statusCode(200);
        record(sale(partner, order(), 4)).then().statusCode(201);

        JsonNode second = Told.of(
                partner,
                "alliance.sale.recorded",
                told -> told.at("/sale/licenses").intValue() == 4);
        assertThat(second.at("/sequence").longValue()).isEqualTo(2);
    }

    @Test
    void aSaleMayNameThePartnerByAnotherSystemsKey() {
        String key = UUID.randomUUID().toString();
        String partner = crm().body("{\"name\": \"N\", \"country\": \"DE\"}")
                .put("/v1/partners/external/salesforce/{key}", key)
                .path("id");
        String report = sale(UUID.fromString(partner), order(), 1)
                .replace(
                        "\"partnerId\": \"" + partner + "\"",
                        "\"partnerExternalId\": {\"system\": \"salesforce\", \"id\": \"" + key + "\"}");
        record(report).then().statusCode(201).body("partnerId", equalTo(partner));
        record(report.replace(key, "nobody"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/partnerExternalId"));
    }

    @Test
    void everyBrokenRuleIsNamedAtOnce() {
        String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();
        record(sale(registered(), order(), 1)
                        .replace("2026-03-02", tomorrow)
                        .replaceFirst("USD", "EUR")
                        .replaceFirst("\"partnerId\": \"[^\"]*\",", ""))
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/partnerId", "/netTotal/currency", "/soldOn"));
        record(sale(registered(), order(), 0).replace("\"VSO-XP\"", "\" \""))
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/licenses", "/product"));
        record(sale(UUID.randomUUID(), order(), 1))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/partnerId"));
        record(sale(registered(), order(), 1).replace("\"14985.00\"", "14985.00"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/listTotal/amount"));
    }

    @Test
    void aSaleIsReversedInPartsAndNeverBelowZero() {
        UUID partner = registered();
        String sale = record(sale(partner, order(), 15)).path("id");
        String reversal = reverse(sale, 1).then().statusCode(201).extract().path("id");
        reverse(sale, 15)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/licenses"))
                .body("errors.detail[0]", containsString("at most 14"));
        reverse(sale, 14).then().statusCode(201);
        reverse(sale, 1).then().statusCode(422);
        crm().get("/v1/sales/{id}", sale).then().body("licensesReversed", equalTo(15));
        crm().get("/v1/sales/{id}/reversals/{r}", sale, reversal)
                .then()
                .statusCode(200)
                .body("licenses", equalTo(1));
        reverse(UUID.randomUUID().toString(), 1).then().statusCode(404);

        JsonNode told = Told.of(partner, "alliance.sale.reversed");
        assertThat(told.at("/reversal/soldOn").textValue()).isEqualTo("2026-03-02");
        assertThat(Told.types(partner, "alliance.sales"))
                .containsExactly("alliance.sale.recorded", "alliance.sale.reversed", "alliance.sale.reversed");
    }

    @Test
    void reversalsAtOnceTakeNoMoreThanThereIs() throws Exception {
        String sale = record(sale(registered(), order(), 5)).path("id");
        List<Integer> statuses = atOnce(8, i -> reverse(sale, 1).statusCode());
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(5);
        assertThat(statuses).filteredOn(status -> status == 422).hasSize(3);
    }

    @Test
    void salesAreListedByDayAndPaged() {
        UUID partner = registered();
        List<String> days =
                List.of("2026-05-03", "2026-01-01", "2026-03-02", "2026-12-31".replace("2026-12", "2025-12"));
        days.forEach(day -> record(sale(partner, order(), 1).replace("2026-03-02", day))
                .then()
                .statusCode(201));
        Response first =
                crm().queryParam("partnerId", partner).queryParam("limit", 3).get("/v1/sales");
        first.then().statusCode(200).body("items.soldOn", contains("2025-12-31", "2026-01-01", "2026-03-02"));
        crm().queryParam("partnerId", partner)
                .queryParam("limit", 3)
                .queryParam("cursor", first.<String>path("nextCursor"))
                .get("/v1/sales")
                .then()
                .body("items.soldOn", contains("2026-05-03"))
                .body("nextCursor", nullValue());
        crm().queryParam("partnerId", partner)
                .queryParam("from", "2026-01-01")
                .queryParam("to", "2026-03-02")
                .get("/v1/sales")
                .then()
                .body("items.soldOn", contains("2026-01-01", "2026-03-02"));
        crm().queryParam("from", "yesterday").get("/v1/sales").then().statusCode(400);
    }

    @Test
    void aPartnerSeesItsSalesAndRecordsNone() {
        UUID own = registered();
        String sale = record(sale(own, order(), 1)).path("id");
        String foreign = record(sale(registered(), order(), 1)).path("id");
        partner(own).body(sale(own, order(), 1)).post("/v1/sales").then().statusCode(403);
        partner(own)
                .body("{\"licenses\": 1, \"reason\": \"x\"}")
                .post("/v1/sales/{id}/reversals", sale)
                .then()
                .statusCode(403);
        partner(own).get("/v1/sales").then().statusCode(200).body("items.id", contains(sale));
        partner(own).get("/v1/sales/{id}", sale).then().statusCode(200);
        partner(own).get("/v1/sales/{id}", foreign).then().statusCode(404);
        partner(own)
                .queryParam("partnerId", UUID.randomUUID())
                .get("/v1/sales")
                .then()
                .statusCode(404);
    }

    private static Response record(String report) {
        return crm().body(report).post("/v1/sales");
    }

    private static Response reverse(String sale, int licenses) {
        return crm().body("{\"licenses\": %d, \"reason\": \"Too many\"}".formatted(licenses))
                .post("/v1/sales/{id}/reversals", sale);
    }

    /** Retries as a client does that is told to come back. */
    private static String untilAnswered(String key, String report) {
        return Awaitility.await()
                .until(
                        () -> crm().header("Idempotency-Key", key).body(report).post("/v1/sales"),
                        answer -> answer.statusCode() != 409)
                .asString();
    }
}
