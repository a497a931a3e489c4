package com.vsoxp.alliance.benefits.sale;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import com.vsoxp.alliance.benefits.Overlapping;
import com.vsoxp.alliance.benefits.Partners;
import com.vsoxp.alliance.benefits.Said;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two replicas take sales of one quote at the same time: each must see what the other made of it. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class JudgingInTurnTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Inject
    FollowSales followSales;

    @Inject
    Overlapping overlapping;

    @Test
    void whoComesSecondWaitsAndFindsTheQuoteUsed() throws Exception {
        Said.program();
        var partner = Partners.premier();
        var quote = quote(partner);
        Said.active(partner, 4, "RESELLER", TODAY.toString());
        Said.awaitEntitlements(partner, said -> said.path("tier").asText().equals("RESELLER"));
        var first = sale(partner, 1, quote);
        var second = sale(partner, 2, quote);

        overlapping.run(() -> followSales.follow(List.of(first)), () -> followSales.follow(List.of(second)));

        given().auth()
                .oauth2(Tokens.programManager())
                .queryParam("partnerId", partner)
                .get("/v1/discount-findings")
                .then()
                .statusCode(200)
                .body("items.saleId", contains(second.saleId().toString()))
                .body("items.reason", contains("BEYOND_QUOTE"));
    }

    private static SaleChange.Recorded sale(UUID partner, long sequence, UUID quote) {
        var id = Ids.next();
        return new SaleChange.Recorded(
                partner,
                id,
                sequence,
                "SO-" + id,
                10,
                Currency.getInstance("USD"),
                new BigDecimal("1000.00"),
                new BigDecimal("670.00"),
                TODAY,
                Instant.now().plusMillis(sequence),
                quote,
                List.of());
    }

    private static UUID quote(UUID partner) {
        var line = Map.of(
                "kind",
                "LICENSE",
                "sku",
                "VSO-XP",
                "quantity",
                10,
                "unitListPrice",
                Map.of("amount", "100.00", "currency", "USD"));
        String id = given().auth()
                .oauth2(Tokens.crm())
                .contentType(ContentType.JSON)
                .body(Map.of("partnerId", partner, "lines", List.of(line)))
                .post("/v1/quotes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(id).isNotNull();
        return UUID.fromString(id);
    }
}
