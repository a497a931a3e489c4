package com.vsoxp.alliance.partner.merge;

import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.order;
import static com.vsoxp.alliance.partner.Api.partner;
import static com.vsoxp.alliance.partner.Api.registered;
import static com.vsoxp.alliance.partner.Api.sale;
import static com.vsoxp.alliance.partner.merge.Merging.idsOf;
import static com.vsoxp.alliance.partner.merge.Merging.merge;
import static com.vsoxp.alliance.partner.merge.Merging.merged;
import static com.vsoxp.alliance.partner.merge.Merging.paid;
import static com.vsoxp.alliance.partner.merge.Merging.salesOf;
import static com.vsoxp.alliance.partner.merge.Merging.sold;
import static com.vsoxp.alliance.partner.merge.Merging.undo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The ids of an absorbed partner keep answering, as the survivor's. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class MergeAliasTest {

    @Test
    void theAbsorbedIdAnswersWithTheSurvivor() {
        UUID survivor = registered("Survivor");
        UUID absorbed = registered("Absorbed");
        String merge = merged(survivor, absorbed);

        Response answer = crm().get("/v1/partners/{id}", absorbed);
        answer.then()
                .statusCode(200)
                .body("id", equalTo(survivor.toString()))
                .body("name", equalTo("Survivor"))
                .header("Content-Location", equalTo("/v1/partners/" + survivor));
        crm().get("/v1/partners/{id}/fee-payments", absorbed)
                .then()
                .statusCode(200)
                .header("Content-Location", endsWith(survivor + "/fee-payments"));
        crm().get("/v1/partners/{id}", survivor).then().header("Content-Location", nullValue());
        crm().header("If-Match", answer.header("ETag"))
                .contentType("application/merge-patch+json")
                .body("{\"city\": \"Munich\"}")
                .patch("/v1/partners/{id}", absorbed)
                .then()
                .statusCode(200)
                .body("id", equalTo(survivor.toString()));

        undo(absorbed, merge).then().statusCode(200);
        crm().get("/v1/partners/{id}", absorbed)
                .then()
                .body("name", equalTo("Absorbed"))
                .body("city", nullValue())
                .header("Content-Location", nullValue());
    }

    @Test
    void whatIsWrittenUnderTheAbsorbedIdIsTheSurvivorsAndStaysItsAfterTheUndo() {
        UUID survivor = registered();
        UUID absorbed = registered();
        String merge = merged(survivor, absorbed);

        String fee = paid(absorbed);
        crm().get("/v1/partners/{id}/fee-payments/{f}", survivor, fee).then().statusCode(200);
        crm().post("/v1/partners/{id}/fee-payments/{f}/refund", absorbed, fee)
                .then()
                .statusCode(200);
        String sale = sold(absorbed, 3);
        crm().get("/v1/sales/{id}", sale).then().body("partnerId", equalTo(survivor.toString()));
        assertThat(salesOf(absorbed)).containsExactly(sale);

        undo(survivor, merge).then().statusCode(200);
        assertThat(idsOf("fee-payments", survivor)).containsExactly(fee);
        assertThat(idsOf("fee-payments", absorbed)).isEmpty();
        assertThat(salesOf(survivor)).containsExactly(sale);
    }

    @Test
    void aReportRepeatedAfterTheMergeIsTheSaleOfBefore() {
        UUID survivor = registered();
        UUID absorbed = registered();
        String report = sale(absorbed, order(), 15);
        String key = UUID.randomUUID().toString();
        String sale = crm().header("Idempotency-Key", key)
                .body(report)
                .post("/v1/sales")
                .path("id");
        String fee = crm().header("Idempotency-Key", key + "-fee")
                .body(payment())
                .post("/v1/partners/{id}/fee-payments", absorbed)
                .path("id");
        merged(survivor, absorbed);

        crm().body(report).post("/v1/sales").then().statusCode(200).body("id", equalTo(sale));
        crm().header("Idempotency-Key", key)
                .body(report)
                .post("/v1/sales")
                .then()
                .body("id", equalTo(sale));
        crm().header("Idempotency-Key", key + "-fee")
                .body(payment())
                .post("/v1/partners/{id}/fee-payments", absorbed)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(fee));
        assertThat(idsOf("fee-payments", survivor)).containsExactly(fee);
    }

    @Test
    void aPartnerWhoseTokenNamesTheAbsorbedIdIsTheSurvivor() {
        UUID survivor = registered();
        UUID absorbed = registered();
        String sale = sold(absorbed, 1);
        merged(survivor, absorbed);
        for (UUID id : new UUID[] {survivor, absorbed}) {
            partner(absorbed).get("/v1/partners/{id}", id).then().statusCode(200);
            partner(survivor).get("/v1/partners/{id}", id).then().statusCode(200);
            partner(registered()).get("/v1/partners/{id}", id).then().statusCode(404);
        }
        partner(absorbed).get("/v1/partners").then().body("items.id", contains(survivor.toString()));
        partner(absorbed).get("/v1/sales").then().body("items.id", contains(sale));
        partner(absorbed).get("/v1/sales/{id}", sale).then().statusCode(200);
        partner(absorbed)
                .body(payment())
                .post("/v1/partners/{id}/fee-payments", absorbed)
                .then()
                .statusCode(201)
                .body("partnerId", equalTo(survivor.toString()));
    }

    @Test
    void theAbsorbedPartnersKeysLeadToTheSurvivorWhoseOwnStayTheOnesShown() {
        String own = key();
        String alias = key();
        UUID survivor = put(own, "Survivor");
        UUID absorbed = put(alias, "Absorbed");
        String merge = crm().body("""
                        {"absorbedExternalId": {"system": "salesforce", "id": "%s"}, "reason": "Twice"}""".formatted(alias))
                .post("/v1/partners/{id}/merges", survivor)
                .then()
                .statusCode(201)
                .body("absorbedId", equalTo(absorbed.toString()))
                .extract()
                .path("id");

        read(alias)
                .then()
                .statusCode(200)
                .body("id", equalTo(survivor.toString()))
                .body("externalIds.salesforce", equalTo(own));
        // A CRM that still has both records writes the one under either key.
        assertThat(put(alias, "Survivor as the other record has it")).isEqualTo(survivor);
        read(own)
                .then()
                .body("name", equalTo("Survivor as the other record has it"))
                .body("externalIds.salesforce", equalTo(own));
        String sale = crm().body(sale(absorbed, order(), 2)
                        .replace(
                                "\"partnerId\": \"" + absorbed + "\"",
                                "\"partnerExternalId\": {\"system\": \"salesforce\", \"id\": \"" + alias + "\"}"))
                .post("/v1/sales")
                .then()
                .statusCode(201)
                .body("partnerId", equalTo(survivor.toString()))
                .extract()
                .path("id");
        merge(survivor, survivor).then().statusCode(422);

        undo(survivor, merge).then().statusCode(200);
        read(alias)
                .then()
                .body("id", equalTo(absorbed.toString()))
                .body("name", equalTo("Absorbed"))
                .body("externalIds.salesforce", equalTo(alias));
        read(own).then().body("id", equalTo(survivor.toString())).body("externalIds.salesforce", equalTo(own));
        assertThat(salesOf(survivor)).containsExactly(sale);
    }

    @Test
    void aKeyThatTheSurvivorMadeItsOwnStaysThereAfterTheUndo() {
        String own = key();
        String alias = key();
        UUID survivor = put(own, "Survivor");
        UUID absorbed = put(alias, "Absorbed");
        String merge = merged(survivor, absorbed);

        String etag = crm().get("/v1/partners/{id}", survivor).header("ETag");
        crm().header("If-Match", etag)
                .contentType("application/merge-patch+json")
                .body("{\"externalIds\": {\"salesforce\": \"%s\"}}".formatted(alias))
                .patch("/v1/partners/{id}", survivor)
                .then()
                .statusCode(200)
                .body("externalIds.salesforce", equalTo(alias));
        undo(survivor, merge).then().statusCode(200);

        read(alias).then().body("id", equalTo(survivor.toString()));
        read(own).then().statusCode(404);
        crm().get("/v1/partners/{id}", absorbed).then().body("externalIds.salesforce", nullValue());
    }

    @Test
    void aliasesOfAliasesKeepAnsweringAndComeBackOneMergeAfterTheOther() {
        String key = key();
        UUID first = put(key, "First");
        UUID second = registered("Second");
        UUID third = registered("Third");
        String fee = paid(first);
        String intoSecond = merged(second, first);
        String intoThird = merged(third, second);

        crm().get("/v1/partners/{id}", first).then().body("id", equalTo(third.toString()));
        read(key).then().body("id", equalTo(third.toString()));
        assertThat(idsOf("fee-payments", third)).containsExactly(fee);
        assertThat(idsOf("merges", first)).containsExactly(intoSecond, intoThird);
        undo(third, intoSecond).then().statusCode(409).body("code", equalTo("SURVIVOR_MERGED"));

        undo(third, intoThird).then().statusCode(200);
        crm().get("/v1/partners/{id}", first).then().body("id", equalTo(second.toString()));
        read(key).then().body("id", equalTo(second.toString()));
        assertThat(idsOf("fee-payments", second)).containsExactly(fee);
        assertThat(idsOf("fee-payments", third)).isEmpty();

        undo(second, intoSecond).then().statusCode(200);
        read(key).then().body("id", equalTo(first.toString())).body("externalIds.salesforce", equalTo(key));
        assertThat(idsOf("fee-payments", first)).containsExactly(fee);
    }

    private static String payment() {
        return """
                {"money": {"amount": "500.00", "currency": "USD"}, "paidOn": "2026-01-13", "reference": "R1"}""";
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static UUID put(String key, String name) {
        return UUID.fromString(crm().body("{\"name\": \"%s\", \"country\": \"DE\"}".formatted(name))
                .put("/v1/partners/external/salesforce/{key}", key)
                .path("id"));
    }

    private static Response read(String key) {
        return crm().get("/v1/partners/external/salesforce/{key}", key);
    }
}
