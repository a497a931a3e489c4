package com.vsoxp.alliance.benefits.sale;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.vsoxp.alliance.benefits.Said;
import com.vsoxp.alliance.benefits.Sold;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import com.vsoxp.alliance.platform.testing.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class DiscountFindingTest {

    private static final String PATH = "/v1/discount-findings";
    private static final AtomicLong SHARE_SEQUENCE = new AtomicLong();
    private static final String TODAY = LocalDate.now(ZoneOffset.UTC).toString();

    @BeforeEach
    void programIsPublished() {
        Said.program();
    }

    @Test
    void aDiscountThatWasDueIsNotFound() {
        var partner = enrolled("PREMIER");
        Sold.sold(partner, 1, "2026-03-02", 10, "1000.00", "670.00", null);
        Sold.sold(partner, 2, "2026-03-02", 1, "0.01", "0.00", null);

        awaitUsage(partner, 11);
        findings(partner).body("items", empty());
    }

    @Test
    void aDiscountBeyondTheEntitlementOfItsDayIsFound() {
        var partner = enrolled("RESELLER");
        var sale = Sold.sold(partner, 1, "2026-03-02", 10, "1000.00", "670.00", null);

        Said.eventually(() -> findings(partner)
                .body("items", hasSize(1))
                .body("items[0].saleId", equalTo(sale.toString()))
                .body("items[0].partnerId", equalTo(partner.toString()))
                .body("items[0].orderNumber", equalTo("SO-" + sale))
                .body("items[0].soldOn", equalTo("2026-03-02"))
                .body("items[0].reason", equalTo("BEYOND_ENTITLEMENT"))
                .body("items[0].quoteId", nullValue())
                .body("items[0].entitlement.percent", equalTo(25))
                .body("items[0].entitlement.program", equalTo("2.0"))
                .body("items[0].entitlement.tier", equalTo("RESELLER"))
                .body("items[0].discount", equalTo(usd("330.00")))
                .body("items[0].allowed", equalTo(usd("250.00")))
                .body("items[0].beyond", equalTo(usd("80.00"))));
        usage(partner).body("items[0].beyond", equalTo(usd("80.00"))).body("items[0].discount", equalTo(usd("330.00")));
    }

    @Test
    void aQuoteHoldsThroughADemotionAndBeyondItIsFound() {
        var partner = enrolled("PREMIER");
        var quote = quote(partner, 10, "100.00");
        Said.active(partner, 4, "RESELLER", TODAY);
        Said.awaitEntitlements(partner, said -> said.path("tier").asText().equals("RESELLER"));

        Sold.sold(partner, 1, TODAY, 10, "1000.00", "670.00", quote);
        awaitUsage(partner, 10);
        findings(partner).body("items", empty());
        usage(partner).body("items.program", contains("2.0"));

        var again = Sold.sold(partner, 2, TODAY, 10, "1000.00", "670.00", quote);
        Said.eventually(() -> findings(partner)
                .body("items.saleId", contains(again.toString()))
                .body("items.reason", contains("BEYOND_QUOTE"))
                .body("items.quoteUse", contains("HONORED"))
                .body("items.allowed", contains(usd("250.00"))));
    }

    @Test
    void thePartsOfASharedSaleDrawOnItsQuoteOnceTogether() {
        var seller = enrolled("PREMIER");
        var other = enrolled("RESELLER");
        var quote = quote(seller, 10, "100.00");
        Said.active(seller, 4, "RESELLER", TODAY);
        Said.awaitEntitlements(seller, said -> said.path("tier").asText().equals("RESELLER"));

        var sale = Ids.next();
        share(sale, seller, 12, "1200.00", "804.00", quote, List.of(seller, other));
        share(sale, other, 8, "800.00", "536.00", quote, List.of(seller, other));

        // A thousand of two is quoted at 33%, the rest is due 25%.
        Said.eventually(() -> findings(seller).body("items.allowed", contains(usd("348.00"))));
        Said.eventually(() -> findings(other)
                .body("items.allowed", contains(usd("232.00")))
                .body("items.reason", contains("BEYOND_QUOTE")));
    }

    @Test
    void aSellerWithLessThanALicenseIsTheQuotesOwnerAllTheSame() {
        var seller = enrolled("PREMIER");
        var other = enrolled("RESELLER");
        var quote = quote(seller, 1, "100.00");

        share(Ids.next(), other, 1, "90.00", "60.30", quote, List.of(seller, other));

        awaitUsage(other, 1);
        findings(other).body("items", empty());

        // And its tier is one that the day's percent is taken from.
        share(Ids.next(), other, 1, "90.00", "60.30", null, List.of(seller, other));
        awaitUsage(other, 2);
        findings(other).body("items", empty());
        Said.active(seller, 4, "RESELLER", TODAY);
        Said.eventually(() -> findings(other).body("items.allowed", contains(usd("22.50"))));
    }

    @Test
    void aSaleThatTheQuoteIsNotForUsesNothingOfIt() {
        var partner = enrolled("PREMIER");
        var quote = quote(partner, 10, "100.00");
        Said.active(partner, 4, "RESELLER", TODAY);
        Said.awaitEntitlements(partner, said -> said.path("tier").asText().equals("RESELLER"));
        var stranger = enrolled("RESELLER");
        Sold.sold(stranger, 1, TODAY, 10, "1000.00", "1000.00", quote);
        awaitUsage(stranger, 10);
        Sold.sold(partner, 1, "2026-03-02", 5, "500.00", "500.00", quote);

        Sold.sold(partner, 2, TODAY, 10, "1000.00", "670.00", quote);

        awaitUsage(partner, 15);
        findings(partner).body("items", empty());
    }

    private static void share(
            UUID sale, UUID partner, int licenses, String list, String net, UUID quote, List<UUID> sharers) {
        var body = Sold.recorded(partner, SHARE_SEQUENCE.incrementAndGet(), sale, TODAY, licenses, list, net, quote);
        var share = body.with("sale").putObject("share").put("percent", 50).put("ofLicenses", 2 * licenses);
        var ids = share.putArray("sharers");
        sharers.forEach(id -> ids.add(id.toString()));
        Sold.publish(Sold.RECORDED, partner, body);
    }

    @Test
    void aReversedSaleGivesItsQuoteBackAndIsFoundNoMore() {
        var partner = enrolled("PREMIER");
        var quote = quote(partner, 10, "100.00");
        Said.active(partner, 4, "RESELLER", TODAY);
        Said.awaitEntitlements(partner, said -> said.path("tier").asText().equals("RESELLER"));
        var wrong = Sold.sold(partner, 1, TODAY, 10, "1000.00", "600.00", quote);
        Said.eventually(() -> findings(partner).body("items.saleId", contains(wrong.toString())));
        var right = Sold.sold(partner, 2, TODAY, 10, "1000.00", "670.00", quote);
        Said.eventually(
                () -> findings(partner).body("items.saleId", containsInAnyOrder(wrong.toString(), right.toString())));

        Sold.reversed(partner, 3, wrong, TODAY, 10, "600.00");

        Said.eventually(() -> findings(partner).body("items", empty()));
        usage(partner).body("items.net", contains(usd("670.00"))).body("items.beyond", contains(usd("0.00")));
    }

    @Test
    void aQuoteThatDoesNotHoldForTheSaleIsNamedWithWhy() {
        var partner = enrolled("RESELLER");
        var foreign = quote(enrolled("PREMIER"), 10, "100.00");
        var own = quote(partner, 10, "100.00");
        var unknown = Ids.next();

        Sold.sold(partner, 1, TODAY, 10, "1000.00", "670.00", foreign);
        Sold.sold(partner, 2, TODAY, 10, "1000.00", "670.00", unknown);
        Sold.sold(partner, 3, "2026-03-02", 10, "1000.00", "670.00", own);
        // Not more than the entitlement gives anyway.
        Sold.sold(partner, 4, TODAY, 10, "1000.00", "750.00", unknown);

        Said.eventually(() -> findings(partner)
                .body("items.quoteUse", containsInAnyOrder("OF_ANOTHER_PARTNER", "UNKNOWN", "NOT_VALID_THEN"))
                .body("items.reason.unique()", contains("BEYOND_ENTITLEMENT")));
    }

    @Test
    void aTierThatIsHeardOfLateIsJudgedByAllTheSame() {
        var partner = enrolled("RESELLER");
        Sold.sold(partner, 1, TODAY, 10, "1000.00", "670.00", null);
        Said.eventually(() -> findings(partner).body("items", hasSize(1)));

        Said.active(partner, 4, "PREMIER", TODAY);

        Said.eventually(() -> findings(partner).body("items", empty()));

        Said.suspended(partner, 5, "PREMIER", "2026-01-12");
        Said.eventually(() -> findings(partner).body("items.allowed", contains(usd("0.00"))));
    }

    @Test
    void aSaleBeforeItsPartnerIsJudgedOnceThePartnerIsKnown() {
        var partner = Ids.next();
        Sold.sold(partner, 1, "2026-03-02", 10, "1000.00", "750.00", null);
        Said.eventually(() -> findings(partner).body("items.entitlement.percent", contains(0)));

        Said.active(partner, 3, "RESELLER", "2026-01-12");

        Said.eventually(() -> findings(partner).body("items", empty()));
        usage(partner).body("items.program", contains("2.0"));
    }

    @Test
    void aSaleThatMovesByAMergeIsJudgedByTheQuoteAndTierItWasSoldUnder() {
        var absorbed = enrolled("PREMIER");
        var survivor = enrolled("RESELLER");
        var quote = quote(absorbed, 10, "100.00");
        var sale = Sold.sold(absorbed, 1, TODAY, 10, "1000.00", "670.00", quote);
        awaitUsage(absorbed, 10);

        Sold.publish(Sold.RECORDED, survivor, Sold.recorded(survivor, 7, sale, TODAY, 10, "1000.00", "670.00", quote));
        Sold.publish(Sold.MOVED, absorbed, Sold.moved(absorbed, 2, sale, survivor, TODAY, List.of()));

        awaitUsage(survivor, 10);
        Said.eventually(() -> usage(absorbed).body("items", empty()));
        findings(survivor).body("items", empty());
        findings(absorbed).body("items", empty());
    }

    @Test
    void aSecondDeliveryChangesNothing() {
        var partner = enrolled("RESELLER");
        var sale = Ids.next();
        var body = Sold.recorded(partner, 1, sale, "2026-03-02", 10, "1000.00", "600.00", null);
        var event = Sold.publish(Sold.RECORDED, partner, body);
        Topics.publish(Sold.SALES, Sold.RECORDED, partner.toString(), body, event);
        // The same fact under another id, as after a rebuild of the sender.
        Sold.publish(Sold.RECORDED, partner, body);

        Sold.sold(partner, 2, "2026-03-02", 1, "10.00", "10.00", null);
        awaitUsage(partner, 11);
        findings(partner).body("items.discount", contains(usd("400.00")));
    }

    @Test
    void findingsAreFilteredAndPagedFromTheLatestDay() {
        var partner = enrolled("RESELLER");
        var sales = new ArrayList<String>();
        for (int day = 1; day <= 5; day++) {
            sales.addFirst(Sold.sold(partner, day, "2026-04-0" + day, 1, "100.00", "10.00", null)
                    .toString());
        }
        Said.eventually(() -> findings(partner).body("items.saleId", equalTo(sales)));

        var first =
                find("partnerId", partner.toString(), "limit", "2").body("items.saleId", equalTo(sales.subList(0, 2)));
        find(
                        "partnerId",
                        partner.toString(),
                        "limit",
                        "2",
                        "cursor",
                        first.extract().path("nextCursor"))
                .body("items.saleId", equalTo(sales.subList(2, 4)));
        find("partnerId", partner.toString(), "from", "2026-04-02", "to", "2026-04-03")
                .body("items.saleId", equalTo(sales.subList(2, 4)));
        assertThat(find("from", "2026-04-02", "to", "2026-04-03", "limit", "200")
                        .extract()
                        .<List<String>>path("items.saleId"))
                .containsSubsequence(sales.subList(2, 4));
    }

    @Test
    void onlyWhoDecidesOrAuditsSeesFindings() {
        given().auth().oauth2(Tokens.crm()).get(PATH).then().statusCode(403);
        given().auth().oauth2(Tokens.partner(Ids.next())).get(PATH).then().statusCode(403);
        given().auth().oauth2(Tokens.auditor()).get(PATH).then().statusCode(200);
        given().auth()
                .oauth2(Tokens.programManager())
                .queryParam("from", "soon")
                .get(PATH)
                .then()
                .statusCode(400);
    }

    @Test
    void aSaleThatSaysNothingSensibleIsPutAside() {
        var partner = Said.registered();
        var body = Sold.recorded(partner, 1, Ids.next(), "2026-03-02", 10, "1000.00", "1000.00", null);
        body.with("sale").put("licenses", 0);
        Topics.publish(Sold.SALES, Sold.RECORDED, partner.toString(), body);
        Sold.sold(partner, 2, "2026-03-02", 3, "10.00", "10.00", null);

        awaitUsage(partner, 3);
        Said.eventually(() -> assertThat(Topics.eventsOn("alliance.sales.dlq", partner.toString()))
                .hasSize(1));
    }

    private static ValidatableResponse findings(UUID partner) {
        return find("partnerId", partner.toString());
    }

    private static ValidatableResponse find(String... filters) {
        var request = given().auth().oauth2(Tokens.programManager());
        for (int i = 0; i < filters.length; i += 2) {
            request.queryParam(filters[i], filters[i + 1]);
        }
        return request.get(PATH).then().statusCode(200);
    }

    private static ValidatableResponse usage(UUID partner) {
        return given().auth()
                .oauth2(Tokens.crm())
                .get("/v1/partners/{id}/usage", partner)
                .then()
                .statusCode(200);
    }

    private static void awaitUsage(UUID partner, int licenses) {
        Said.eventually(() -> assertThat(usage(partner).extract().<List<Integer>>path("items.quantity").stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(licenses));
    }

    private static UUID quote(UUID partner, int licenses, String unit) {
        return UUID.fromString(given().auth()
                .oauth2(Tokens.crm())
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "partnerId",
                        partner,
                        "lines",
                        List.of(Map.of(
                                "kind", "LICENSE", "sku", "VSO-XP", "quantity", licenses, "unitListPrice", usd(unit)))))
                .post("/v1/quotes")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static Map<String, String> usd(String amount) {
        return Map.of("amount", amount, "currency", "USD");
    }

    private static UUID enrolled(String tier) {
        var partner = Said.registered();
        Said.active(partner, 3, tier, "2026-01-12");
        Said.awaitEntitlements(partner, said -> said.path("tier").asText().equals(tier));
        return partner;
    }
}
