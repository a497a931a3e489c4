package com.vsoxp.alliance.partner.merge;

import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.order;
import static com.vsoxp.alliance.partner.Api.registered;
import static com.vsoxp.alliance.partner.Api.sale;
import static com.vsoxp.alliance.partner.merge.Merging.licensesHeard;
import static com.vsoxp.alliance.partner.merge.Merging.merged;
import static com.vsoxp.alliance.partner.merge.Merging.reversed;
import static com.vsoxp.alliance.partner.merge.Merging.salesOf;
import static com.vsoxp.alliance.partner.merge.Merging.soldTogether;
import static com.vsoxp.alliance.partner.merge.Merging.undo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Shares in sales go with their partner's record, and what the other sharers have stays as it was. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class MergeSharedSaleTest {

    @Test
    void aShareOfTheAbsorbedPartnerIsTheSurvivorsAndNobodyElsesPartChanges() {
        // An odd number in two halves: who comes first by id has one more, and still has it when the other is merged.
        UUID absorbed = registered();
        UUID third = registered();
        UUID survivor = registered();
        String sale = soldTogether(15, Map.of(absorbed, 50, third, 50));
        Map<String, Integer> before = sharesOf(sale);

        String merge = merged(survivor, absorbed);

        assertThat(sharesOf(sale))
                .containsEntry(survivor.toString(), before.get(absorbed.toString()))
                .containsEntry(third.toString(), before.get(third.toString()))
                .hasSize(2);
        reversed(sale, 3);
        assertHeard(Map.of(survivor, 6L, absorbed, 0L, third, 6L));
        undo(survivor, merge).then().statusCode(200);
        assertThat(sharesOf(sale)).isEqualTo(before);
        assertThat(salesOf(survivor)).isEmpty();
        assertHeard(Map.of(survivor, 0L, absorbed, 6L, third, 6L));
    }

    @Test
    void twoSharesOfOneSaleAreOneShareAndTwoAgainAfterTheUndo() {
        UUID absorbed = registered();
        UUID survivor = registered();
        UUID third = registered();
        String sale = soldTogether(20, Map.of(survivor, 50, absorbed, 30, third, 20));
        reversed(sale, 10);
        assertHeard(Map.of(survivor, 5L, absorbed, 3L, third, 2L));

        String merge = merged(survivor, absorbed);

        assertThat(sharesOf(sale)).isEqualTo(Map.of(survivor.toString(), 16, third.toString(), 4));
        assertThat(salesOf(survivor)).containsExactly(sale);
        assertHeard(Map.of(survivor, 8L, absorbed, 0L, third, 2L));
        reversed(sale, 10);
        assertHeard(Map.of(survivor, 0L, absorbed, 0L, third, 0L));

        undo(survivor, merge).then().statusCode(200);
        assertThat(sharesOf(sale))
                .isEqualTo(Map.of(survivor.toString(), 10, absorbed.toString(), 6, third.toString(), 4));
        assertHeard(Map.of(survivor, 0L, absorbed, 0L, third, 0L));
    }

    @Test
    void aReportThatComesAgainAfterTwoOfItsSharersWereMergedIsStillTheSameSale() {
        UUID absorbed = registered();
        UUID survivor = registered();
        String report = sale(survivor, order(), 20).replaceFirst("\\}\\s*$", """
                        , "shares": [{"partnerId": "%s", "percent": 50}, {"partnerId": "%s", "percent": 30}]}""".formatted(survivor, absorbed));
        String sale = crm().body(report)
                .post("/v1/sales")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        merged(survivor, absorbed);

        crm().body(report).post("/v1/sales").then().statusCode(200).body("id", equalTo(sale));
    }

    @Test
    void nobodyIsNamedTwiceInOneReport() {
        UUID seller = registered();
        String report = sale(seller, order(), 20).replaceFirst("\\}\\s*$", """
                        , "shares": [{"partnerId": "%1$s", "percent": 50}, {"partnerId": "%1$s", "percent": 30}]}""".formatted(seller));

        crm().body(report)
                .post("/v1/sales")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/shares/1"))
                .body("errors.code", contains("NAMED_TWICE"));
    }

    private static Map<String, Integer> sharesOf(String sale) {
        List<Map<String, Object>> shares = crm().get("/v1/sales/{id}", sale).path("shares");
        return shares.stream().collect(Collectors.toMap(share -> (String) share.get("partnerId"), share -> ((Number)
                        share.get("licenses"))
                .intValue()));
    }

    private static void assertHeard(Map<UUID, Long> expected) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> expected.forEach((partner, licenses) ->
                        assertThat(licensesHeard(partner)).isEqualTo(licenses)));
    }
}
