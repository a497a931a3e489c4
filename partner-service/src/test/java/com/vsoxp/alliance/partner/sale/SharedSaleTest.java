package com.vsoxp.alliance.partner.sale;

import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.order;
import static com.vsoxp.alliance.partner.Api.partner;
import static com.vsoxp.alliance.partner.Api.registered;
import static com.vsoxp.alliance.partner.Api.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.partner.Told;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class SharedSaleTest {

    private UUID seller;
    private UUID helper;

    @BeforeEach
    void register() {
        seller = registered();
        helper = registered();
    }

    @Test
    void eachPartnerIsCreditedWithItsPartAndNoMore() {
        record(shared(10, share(seller, 60), share(helper, 40)))
                .then()
                .statusCode(201)
                .body("partnerId", equalTo(seller.toString()))
                .body("shares.percent", contains(60, 40))
                .body("shares.licenses", contains(6, 4));

        JsonNode sellers = Told.of(seller, "alliance.sale.recorded");
        assertThat(sellers.at("/sale/licenses").intValue()).isEqualTo(6);
        assertThat(sellers.at("/sale/netTotal/amount").textValue()).isEqualTo("6743.25");
        assertThat(sellers.at("/sale/share/ofLicenses").intValue()).isEqualTo(10);
        JsonNode helpers = Told.of(helper, "alliance.sale.recorded");
        assertThat(helpers.at("/sale/licenses").intValue()).isEqualTo(4);
        assertThat(helpers.at("/sale/netTotal/amount").textValue()).isEqualTo("4495.50");
        assertThat(helpers.at("/sale/id")).isEqualTo(sellers.at("/sale/id"));
    }

    @Test
    void everyPartTellsOfAllWhoShareWithLessThanALicenseToo() {
        record(shared(1, share(seller, 10), share(helper, 90))).then().statusCode(201);

        JsonNode helpers = Told.of(helper, "alliance.sale.recorded");
        assertThat(helpers.at("/sale/share/sharers").valueStream().map(JsonNode::textValue))
                .containsExactlyInAnyOrder(seller.toString(), helper.toString());
    }

    @Test
    void reversalsTakeFromEachWhatItHadAndEndAtNothing() {
        String id = record(shared(3, share(seller, 50), share(helper, 50))).path("id");
        reverse(id, 2).then().statusCode(201);
        reverse(id, 1).then().statusCode(201);

        Told.of(seller, "alliance.sale.reversed");
        Told.of(helper, "alliance.sale.reversed");
        assertThat(revenueOf(seller)).isZero();
        assertThat(revenueOf(helper)).isZero();
        assertThat(creditOf(seller)).isZero();
        assertThat(creditOf(helper)).isZero();
    }

    @Test
    void theSameSharesAgainAreTheSameSaleAndOthersAreNot() {
        String order = order();
        String first = shared(order, 10, share(seller, 60), share(helper, 40));
        record(first).then().statusCode(201);
        record(shared(order, 10, share(helper, 40), share(seller, 60))).then().statusCode(200);
        record(shared(order, 10, share(seller, 40), share(helper, 60)))
                .then()
                .statusCode(409)
                .body("code", equalTo("ORDER_NUMBER_TAKEN"));
    }

    @Test
    void bothPartnersSeeTheSaleAndAThirdDoesNot() {
        String id = record(shared(10, share(seller, 60), share(helper, 40))).path("id");
        for (UUID sharer : List.of(seller, helper)) {
            partner(sharer).get("/v1/sales").then().body("items.id", contains(id));
            partner(sharer).get("/v1/sales/{id}", id).then().statusCode(200);
        }
        UUID third = registered();
        partner(third).get("/v1/sales").then().body("items.size()", equalTo(0));
        partner(third).get("/v1/sales/{id}", id).then().statusCode(404);
    }

    @Test
    void sharesThatCannotBeAreRefusedByName() {
        record(shared(1, share(seller, 61), share(helper, 40)))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/shares"))
                .body("errors.code", contains("MORE_THAN_ALL"));
        record(shared(1, share(helper, 40))).then().statusCode(422).body("errors.code", contains("SELLER_MISSING"));
        record(shared(1, share(seller, 50), share(seller, 50)))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/shares/1"));
        record(shared(1, share(seller, 0), share(UUID.randomUUID(), 100).replace("partnerId", "x")))
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/shares/0/percent", "/shares/1/x"));
        record(shared(1, share(seller, 50), share(UUID.randomUUID(), 50)))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/shares/1/partnerId"));
    }

    private static int creditOf(UUID partner) {
        return Topics.eventsOn("alliance.sales", partner.toString()).stream()
                .mapToInt(event -> event.data().at("/sale/licenses").intValue()
                        - event.data().at("/reversal/licenses").intValue())
                .sum();
    }

    private static BigDecimal revenueOf(UUID partner) {
        return Topics.eventsOn("alliance.sales", partner.toString()).stream()
                .map(event -> amount(event.data().at("/sale/netTotal/amount"))
                        .subtract(amount(event.data().at("/reversal/netTotal/amount"))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(JsonNode text) {
        return text.isMissingNode() ? BigDecimal.ZERO : new BigDecimal(text.textValue());
    }

    private static String share(UUID partner, int percent) {
        return "{\"partnerId\": \"%s\", \"percent\": %d}".formatted(partner, percent);
    }

    private String shared(int licenses, String... shares) {
        return shared(order(), licenses, shares);
    }

    private String shared(String order, int licenses, String... shares) {
        return sale(seller, order, licenses)
                .replace("\"soldOn\"", "\"shares\": [" + String.join(", ", shares) + "], \"soldOn\"");
    }

    private static Response record(String report) {
        return crm().body(report).post("/v1/sales");
    }

    private static Response reverse(String sale, int licenses) {
        return crm().body("{\"licenses\": %d, \"reason\": \"Too many\"}".formatted(licenses))
                .post("/v1/sales/{id}/reversals", sale);
    }
}
