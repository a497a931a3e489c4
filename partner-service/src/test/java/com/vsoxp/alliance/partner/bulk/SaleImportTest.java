package com.vsoxp.alliance.partner.bulk;

import static com.vsoxp.alliance.partner.Api.auditor;
import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.order;
import static com.vsoxp.alliance.partner.Api.registered;
import static com.vsoxp.alliance.partner.Api.sale;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.partner.Told;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class SaleImportTest {

    private static final String PATH = "/v1/imports/sales";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String first = order();

    @Test
    void everySaleIsAnsweredInItsOrderAndABadOneSpoilsNoOther() {
        UUID partner = registered();
        List<JsonNode> results = imported(
                line(sale(partner, first, 3)),
                line(sale(UUID.randomUUID(), order(), 3)),
                line(sale(partner, order(), 0)),
                line(sale(partner, first, 3)),
                line(sale(partner, first, 4)),
                line(sale(partner, order(), 3).replace("2026-03-02", "2126-03-02")),
                line(sale(partner, order(), 5)));

        assertThat(results)
                .extracting(result -> result.get("line").asInt() + ": " + result.get("status"))
                .containsExactly("1: 201", "2: 422", "3: 422", "4: 200", "5: 409", "6: 422", "7: 201");
        assertThat(results.get(1).at("/problem/errors/0/code").textValue()).isEqualTo("UNKNOWN_PARTNER");
        assertThat(results.get(3).get("effect").textValue()).isEqualTo("UNCHANGED");
        assertThat(results.get(3).get("id")).isEqualTo(results.get(0).get("id"));
        crm().get("/v1/sales?partnerId={id}", partner).then().body("items.licenses.sum()", equalTo(8));
    }

    @Test
    void sendingTheFileAgainRecordsNothing() {
        UUID partner = registered();
        String[] lines = IntStream.range(0, 300)
                .mapToObj(i -> line(sale(partner, first + i, 1)))
                .toArray(String[]::new);

        List<JsonNode> once = imported(lines);
        List<JsonNode> again = imported(lines);

        assertThat(once).extracting(result -> result.get("effect").textValue()).containsOnly("CREATED");
        assertThat(again).extracting(result -> result.get("effect").textValue()).containsOnly("UNCHANGED");
        assertThat(again.stream().map(result -> result.get("id")).toList())
                .isEqualTo(once.stream().map(result -> result.get("id")).toList());
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(Told.types(partner, "alliance.sales"))
                .hasSize(300));
        auditor()
                .get("/v1/partners/{id}/audit?action=SALE_RECORDED&limit=1", partner)
                .then()
                .body("items", hasSize(1))
                .body("items.actor", contains("crm-test"));
    }

    @Test
    void anImportedOrderIsTheSameAsOneThatWasPosted() {
        UUID partner = registered();
        String id = crm().body(sale(partner, first, 2))
                .post("/v1/sales")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        List<JsonNode> results = imported(line(sale(partner, first, 2)));
        assertThat(results.getFirst().get("status").intValue()).isEqualTo(200);
        assertThat(results.getFirst().get("id").textValue()).isEqualTo(id);
    }

    @Test
    void whoHangsUpHalfWayLeavesWholeSalesOnly() throws IOException {
        UUID partner = registered();
        try (OpenUpload upload = new OpenUpload(PATH, Tokens.crm())) {
            upload.send(line(sale(partner, first + 1, 1)) + "\n");
            assertThat(upload.result().get("status").intValue()).isEqualTo(201);
            // Whole to look at, but nobody said that it ends here.
            upload.send(line(sale(partner, first + 2, 1)));
        }
        await().during(Duration.ofSeconds(1)).untilAsserted(() -> crm().get("/v1/sales?partnerId={id}", partner)
                .then()
                .body("items.orderNumber", contains(first + 1)));
    }

    @Test
    void onlyCrmsAndProgramManagersImportSales() {
        String line = line(sale(registered(), first, 1));
        assertThat(file(Tokens.auditor(), line).statusCode()).isEqualTo(403);
        assertThat(file(Tokens.partner(UUID.randomUUID()), line).statusCode()).isEqualTo(403);
        assertThat(file(Tokens.programManager(), line).statusCode()).isEqualTo(200);
        crm().body(line).post(PATH).then().statusCode(415);
    }

    private static String line(String json) {
        return json.lines().map(String::strip).collect(Collectors.joining(" "));
    }

    private static List<JsonNode> imported(String... lines) {
        Response response = file(Tokens.crm(), String.join("\n", lines));
        assertThat(response.statusCode()).isEqualTo(200);
        return new String(response.asByteArray(), UTF_8)
                .lines()
                .map(SaleImportTest::json)
                .toList();
    }

    private static Response file(String token, String content) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .header("Content-Type", "application/x-ndjson")
                .body(content.getBytes(UTF_8))
                .post(PATH);
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new IllegalStateException(line, e);
        }
    }
}
