package com.vsoxp.alliance.benefits.usage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.vsoxp.alliance.benefits.Said;
import com.vsoxp.alliance.benefits.Sold;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class UsageLedgerTest {

    @BeforeEach
    void programIsPublished() {
        Said.program();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theLedgerIsWhatAPlainSumOverTheEventsComesTo(long seed) {
        var partners = List.of(enrolled("PREMIER"), enrolled("RESELLER"), Said.registered(), enrolled("PREMIER"));
        var history = new RandomSales(seed, partners);
        history.publish();

        for (var partner : partners) {
            Said.eventually(() -> assertThat(inTheLedger(partner)).isEqualTo(history.sumsOf(partner)));
        }
        assertThat(exported(NDJSON, partners))
                .isEqualTo(exported(CSV, partners))
                .isEqualTo(all(history, partners));

        history.publishAgain();
        // What is said last of a partner is taken last: when it is seen, the repetitions have been too.
        history.sellOneMoreToEach();
        for (var partner : partners) {
            Said.eventually(() -> assertThat(inTheLedger(partner)).isEqualTo(history.sumsOf(partner)));
        }
    }

    @Test
    void aPeriodCountsItsDaysAlone() {
        var partner = enrolled("RESELLER");
        Sold.sold(partner, 1, "2026-02-28", 1, "10.00", "8.00", null);
        Sold.sold(partner, 2, "2026-03-01", 2, "20.00", "18.00", null);
        Sold.sold(partner, 3, "2026-03-31", 4, "40.00", "36.00", null);
        Sold.sold(partner, 4, "2026-04-01", 8, "80.00", "72.00", null);

        Said.eventually(() -> usage(partner, Map.of())
                .body("items.period", contains("2026-02", "2026-03", "2026-04"))
                .body("items.quantity", contains(1, 6, 8)));
        usage(partner, Map.of("from", "2026-03-01", "to", "2026-03-31")).body("items.quantity", contains(6));
        usage(partner, Map.of("from", "2026-03-02")).body("items.quantity", contains(4, 8));
        usage(partner, Map.of("to", "2026-03-30")).body("items.quantity", contains(1, 2));
        usage(partner, Map.of("from", "2027-01-01")).body("items", empty());
        given().auth()
                .oauth2(Tokens.crm())
                .queryParam("from", "2026-03-02")
                .queryParam("to", "2026-03-01")
                .get("/v1/partners/{id}/usage", partner)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?to"));
    }

    @Test
    void everyVersionOfTheProgramHasALineOfItsOwn() {
        var version = "test-" + Ids.next();
        Said.program(version);
        var partner = enrolled("RESELLER");
        Sold.sold(partner, 1, "2026-01-11", 1, "10.00", "10.00", null);
        Sold.sold(partner, 2, "2026-01-12", 2, "20.00", "15.00", null);
        Sold.sold(partner, 3, "2026-01-31", 4, "40.00", "30.00", null);
        Said.eventually(() -> usage(partner, Map.of()).body("items.quantity", contains(1, 6)));

        Said.active(partner, 4, "PREMIER", "2026-01-30", version);

        Said.eventually(() -> usage(partner, Map.of())
                .body("items.program", contains(null, "2.0", version))
                .body("items.quantity", contains(1, 2, 4)));
    }

    @Test
    void anEvaluationKeyCountsAsOneThatCostsNothing() {
        var partner = enrolled("PREMIER");
        given().auth()
                .oauth2(Tokens.crm())
                .contentType("application/json")
                .body(Map.of("product", "VSO-XP"))
                .post("/v1/partners/{id}/evaluation-licenses", partner)
                .then()
                .statusCode(201);

        usage(partner, Map.of())
                .body("items.benefit", contains("EVALUATION_LICENSE"))
                .body("items.program", contains("2.0"))
                .body("items.quantity", contains(1))
                .body("items[0].list", nullValue());
    }

    @Test
    void aPageEndsWhereTheNextBegins() {
        var partner = enrolled("RESELLER");
        for (int month = 1; month <= 5; month++) {
            Sold.sold(partner, month, "2026-0" + month + "-15", month, "10.00", "10.00", null);
        }
        Said.eventually(() -> usage(partner, Map.of()).body("items", hasSize(5)));

        var first = usage(partner, Map.of("limit", 2)).body("items.quantity", contains(1, 2));
        var second = usage(partner, Map.of("limit", 2, "cursor", first.extract().<String>path("nextCursor")))
                .body("items.quantity", contains(3, 4));
        usage(partner, Map.of("limit", 2, "cursor", second.extract().<String>path("nextCursor")))
                .body("items.quantity", contains(5))
                .body("nextCursor", nullValue());
    }

    @Test
    void aPartnerSeesItsOwnUsageAndNobodyElses() {
        var partner = enrolled("RESELLER");
        get("/v1/partners/" + partner + "/usage", Tokens.partner(partner)).statusCode(200);
        get("/v1/partners/" + partner + "/usage", Tokens.partner(Ids.next())).statusCode(404);
        get("/v1/partners/" + Ids.next() + "/usage", Tokens.crm()).statusCode(404);
        get("/v1/usage", Tokens.partner(partner)).statusCode(403);
        get("/v1/usage", Tokens.auditor()).statusCode(200);
        given().auth()
                .oauth2(Tokens.auditor())
                .accept("application/xml")
                .get("/v1/usage")
                .then()
                .statusCode(406);
    }

    @Test
    void aSaleWithoutMoneyAddsNothing() {
        var partner = enrolled("RESELLER");
        var body = Sold.recorded(partner, 1, Ids.next(), "2026-03-02", 1, "1.00", "1.00", null);
        body.with("sale").putNull("listTotal").putNull("netTotal");
        Sold.publish(Sold.RECORDED, partner, body);
        Sold.sold(partner, 2, "2026-03-02", 2, "20.00", "15.00", null);

        Said.eventually(() -> usage(partner, Map.of())
                .body("items.quantity", contains(2))
                .body("items.discount.amount", contains("5.00"))
                .body("items.net", contains(equalTo(Map.of("amount", "15.00", "currency", "USD")))));
    }

    static final String CSV = "text/csv";
    static final String NDJSON = "application/x-ndjson";

    private static Map<String, String> all(RandomSales history, List<UUID> partners) {
        var all = new TreeMap<String, String>();
        partners.forEach(
                partner -> history.sumsOf(partner).forEach((month, sums) -> all.put(partner + " " + month, sums)));
        return all;
    }

    /** By month and program: licenses, list, discount and net. */
    private static Map<String, String> inTheLedger(UUID partner) {
        var lines = new TreeMap<String, String>();
        String cursor = null;
        do {
            var page = usage(partner, cursor == null ? Map.of("limit", 3) : Map.of("limit", 3, "cursor", cursor))
                    .extract()
                    .jsonPath();
            page.<Map<String, Object>>getList("items").forEach(item -> lines.put(month(item), sums(item)));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return lines;
    }

    private static Map<String, String> exported(String form, List<UUID> partners) {
        var text = given().auth()
                .oauth2(Tokens.auditor())
                .accept(form)
                .get("/v1/usage")
                .then()
                .statusCode(200)
                .contentType(form)
                .extract()
                .asString();
        var lines = new TreeMap<String, String>();
        for (var item : form.equals(CSV)
                ? csv(text)
                : text.lines().map(UsageLedgerTest::json).toList()) {
            if (partners.contains(UUID.fromString(item.get("partnerId").toString()))) {
                lines.put(item.get("partnerId") + " " + month(item), sums(item));
            }
        }
        return lines;
    }

    private static Map<String, Object> json(String line) {
        return JsonPath.from(line).getMap("");
    }

    private static List<Map<String, Object>> csv(String text) {
        var rows = new ArrayList<Map<String, Object>>();
        var header = List.of(text.lines().findFirst().orElseThrow().split(","));
        assertThat(text).endsWith("\r\n");
        text.lines().skip(1).forEach(line -> {
            var fields = line.split(",", -1);
            var row = new TreeMap<String, Object>();
            for (int i = 0; i < fields.length; i++) {
                row.put(header.get(i), fields[i].isEmpty() ? null : fields[i]);
            }
            rows.add(row);
        });
        return rows;
    }

    private static String month(Map<String, Object> item) {
        return item.get("period") + " " + item.get("program");
    }

    private static String sums(Map<String, Object> item) {
        return item.get("quantity") + " " + amount(item.get("list")) + " " + amount(item.get("discount")) + " "
                + amount(item.get("net"));
    }

    private static Object amount(Object money) {
        return money instanceof Map<?, ?> json ? json.get("amount") : money;
    }

    private static ValidatableResponse usage(UUID partner, Map<String, ?> parameters) {
        return given().auth()
                .oauth2(Tokens.crm())
                .queryParams(parameters)
                .get("/v1/partners/{id}/usage", partner)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse get(String path, String token) {
        return given().auth().oauth2(token).get(path).then();
    }

    private static UUID enrolled(String tier) {
        var partner = Said.registered();
        Said.active(partner, 3, tier, "2026-01-12");
        Said.awaitEntitlements(partner, said -> said.path("tier").asText().equals(tier));
        return partner;
    }
}
