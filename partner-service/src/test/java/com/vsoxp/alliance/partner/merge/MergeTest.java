package com.vsoxp.alliance.partner.merge;

import static com.vsoxp.alliance.partner.Api.auditor;
import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.manager;
import static com.vsoxp.alliance.partner.Api.partner;
import static com.vsoxp.alliance.partner.Api.registered;
import static com.vsoxp.alliance.partner.merge.Merging.authorize;
import static com.vsoxp.alliance.partner.merge.Merging.authorized;
import static com.vsoxp.alliance.partner.merge.Merging.employed;
import static com.vsoxp.alliance.partner.merge.Merging.idsOf;
import static com.vsoxp.alliance.partner.merge.Merging.merge;
import static com.vsoxp.alliance.partner.merge.Merging.merged;
import static com.vsoxp.alliance.partner.merge.Merging.paid;
import static com.vsoxp.alliance.partner.merge.Merging.published;
import static com.vsoxp.alliance.partner.merge.Merging.reversed;
import static com.vsoxp.alliance.partner.merge.Merging.salesOf;
import static com.vsoxp.alliance.partner.merge.Merging.sold;
import static com.vsoxp.alliance.partner.merge.Merging.undo;
import static com.vsoxp.alliance.partner.merge.Merging.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.partner.Told;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class MergeTest {

    private static final String PARTNERS = "alliance.partners";
    private static final String SALES = "alliance.sales";

    @ConfigProperty(name = "alliance.merge.most-moved")
    int mostMoved;

    @Test
    void allThatTheAbsorbedPartnerHasIsTheSurvivorsAndGoesBackByTheUndo() {
        UUID survivor = registered();
        UUID absorbed = registered();
        String own = paid(survivor);
        String fee = paid(absorbed);
        String claim = verified(absorbed);
        String person = employed(absorbed, UUID.randomUUID() + "@northwind.example");
        String story = published(absorbed);
        String contact = authorized(absorbed, "kim@northwind.example");
        String sale = sold(absorbed, 15);

        String merge = merge(survivor, absorbed)
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .header("ETag", notNullValue())
                .body("survivorId", equalTo(survivor.toString()))
                .body("absorbedId", equalTo(absorbed.toString()))
                .body("status", equalTo("STANDING"))
                .extract()
                .path("id");

        assertThat(idsOf("fee-payments", survivor)).containsExactly(own, fee);
        assertThat(idsOf("attestations", survivor)).containsExactly(claim);
        assertThat(idsOf("consultants", survivor)).containsExactly(person);
        assertThat(idsOf("success-stories", survivor)).containsExactly(story);
        assertThat(idsOf("contacts", survivor)).containsExactly(contact);
        assertThat(salesOf(survivor)).containsExactly(sale);

        String since = paid(survivor);
        undo(survivor, merge)
                .then()
                .statusCode(200)
                .body("status", equalTo("UNDONE"))
                .body("undoReason", equalTo("Two after all"));

        assertThat(idsOf("fee-payments", survivor)).containsExactly(own, since);
        assertThat(idsOf("fee-payments", absorbed)).containsExactly(fee);
        assertThat(idsOf("attestations", absorbed)).containsExactly(claim);
        assertThat(idsOf("consultants", absorbed)).containsExactly(person);
        assertThat(idsOf("success-stories", absorbed)).containsExactly(story);
        assertThat(idsOf("contacts", absorbed)).containsExactly(contact);
        assertThat(salesOf(absorbed)).containsExactly(sale);
        assertThat(salesOf(survivor)).isEmpty();
        undo(survivor, merge).then().statusCode(409).body("code", equalTo("MERGE_UNDONE"));
    }

    @Test
    void eachPartnerIsToldAllThatConcernsItAndNothingHasToBeAskedOfTheOther() {
        UUID survivor = registered();
        UUID absorbed = registered();
        String fee = paid(absorbed);
        String sale = sold(absorbed, 15);
        String reversal = reversed(sale, 2);

        String merge = merged(survivor, absorbed);

        assertThat(Told.of(survivor, "alliance.evidence.recorded")
                        .at("/evidence/id")
                        .textValue())
                .isEqualTo(fee);
        JsonNode gone = Told.of(absorbed, "alliance.evidence.withdrawn").path("evidence");
        assertThat(gone.path("id").textValue()).isEqualTo(fee);
        // From its own first day on, so that it never counted.
        assertThat(gone.path("withdrawnOn").textValue()).isEqualTo("2026-01-13");
        JsonNode moved = Told.of(absorbed, "alliance.sale.moved").path("sale");
        assertThat(moved.path("id").textValue()).isEqualTo(sale);
        assertThat(moved.path("movedTo").textValue()).isEqualTo(survivor.toString());
        assertThat(moved.path("reversalIds")).extracting(JsonNode::textValue).containsExactly(reversal);
        JsonNode told = Told.of(absorbed, "alliance.partner.merged").path("merge");
        assertThat(told.path("id").textValue()).isEqualTo(merge);
        assertThat(told.path("mergedInto").textValue()).isEqualTo(survivor.toString());
        Told.of(survivor, "alliance.sale.recorded");
        assertThat(Told.types(survivor, SALES)).containsExactly("alliance.sale.reversed", "alliance.sale.recorded");

        undo(survivor, merge).then().statusCode(200);

        Told.of(absorbed, "alliance.partner.unmerged");
        Told.of(survivor, "alliance.sale.moved");
        assertThat(Told.types(absorbed, PARTNERS))
                .containsExactly(
                        "alliance.partner.registered",
                        "alliance.evidence.recorded",
                        "alliance.partner.merged",
                        "alliance.evidence.withdrawn",
                        "alliance.evidence.recorded",
                        "alliance.partner.unmerged");
        assertThat(Told.types(survivor, PARTNERS))
                .containsExactly(
                        "alliance.partner.registered", "alliance.evidence.recorded", "alliance.evidence.withdrawn");
        assertThat(Told.types(absorbed, SALES))
                .containsExactly(
                        "alliance.sale.recorded",
                        "alliance.sale.reversed",
                        "alliance.sale.moved",
                        "alliance.sale.reversed",
                        "alliance.sale.recorded");
    }

    @Test
    void aPersonWhomBothAuthorizedIsOneContactAndOfBothAgainAfterTheUndo() {
        UUID survivor = registered();
        UUID absorbed = registered();
        String kept = authorized(survivor, "kim@northwind.example");
        String twin = authorized(absorbed, "Kim@Northwind.example");

        String merge = merged(survivor, absorbed);

        assertThat(idsOf("contacts", survivor)).containsExactly(kept);
        authorize(survivor, "kim@northwind.example").then().statusCode(409);
        Told.of(absorbed, "alliance.contact.withdrawn");
        undo(survivor, merge).then().statusCode(200);
        assertThat(idsOf("contacts", survivor)).containsExactly(kept);
        assertThat(idsOf("contacts", absorbed)).containsExactly(twin);
        Told.of(absorbed, "alliance.partner.unmerged");
        assertThat(Told.types(absorbed, PARTNERS))
                .filteredOn("alliance.contact.authorized"::equals)
                .hasSize(2);
    }

    @Test
    void aPersonWhoIsErasedAtTheSurvivorDoesNotComeBackByTheUndo() {
        UUID survivor = registered();
        UUID absorbed = registered();
        String kept = authorized(survivor, "kim@northwind.example");
        authorized(absorbed, "kim@northwind.example");
        String merge = merged(survivor, absorbed);
        String etag =
                crm().get("/v1/partners/{id}/contacts/{c}", survivor, kept).header("ETag");

        crm().header("If-Match", etag)
                .delete("/v1/partners/{id}/contacts/{c}", survivor, kept)
                .then()
                .statusCode(204);

        undo(survivor, merge).then().statusCode(200);
        assertThat(idsOf("contacts", survivor)).isEmpty();
        assertThat(idsOf("contacts", absorbed)).isEmpty();
    }

    @Test
    void aPersonWhoseContactWasLeftBehindByAMergeIsErasedWhole() {
        UUID survivor = registered();
        UUID absorbed = registered();
        String email = UUID.randomUUID() + "@northwind.example";
        authorized(survivor, email);
        authorized(absorbed, email);
        String merge = merged(survivor, absorbed);

        manager()
                .body("{\"email\": \"%s\", \"reason\": \"Asked for it\"}".formatted(email))
                .post("/v1/privacy/erasures")
                .then()
                .statusCode(200);

        undo(survivor, merge).then().statusCode(200);
        assertThat(idsOf("contacts", survivor)).isEmpty();
        assertThat(idsOf("contacts", absorbed)).isEmpty();
    }

    @Test
    void aReversalAfterTheMergeGoesBackWithItsSale() {
        UUID survivor = registered();
        UUID absorbed = registered();
        String sale = sold(absorbed, 15);
        String merge = merged(survivor, absorbed);

        String reversal = reversed(sale, 5);
        JsonNode told = Told.of(survivor, "alliance.sale.reversed").path("reversal");
        assertThat(told.path("id").textValue()).isEqualTo(reversal);
        undo(survivor, merge).then().statusCode(200);

        assertThat(Told.of(survivor, "alliance.sale.moved")
                        .at("/sale/reversalIds/0")
                        .textValue())
                .isEqualTo(reversal);
        assertThat(Told.of(absorbed, "alliance.sale.reversed")
                        .at("/reversal/id")
                        .textValue())
                .isEqualTo(reversal);
        crm().get("/v1/sales/{id}", sale)
                .then()
                .body("partnerId", equalTo(absorbed.toString()))
                .body("licensesReversed", equalTo(5));
    }

    @Test
    void mergesAreListedAndTheAuditKnowsThem() {
        UUID survivor = registered();
        UUID absorbed = registered();
        String undone = merged(survivor, absorbed);
        undo(survivor, undone).then().statusCode(200);
        String again = merged(survivor, absorbed);

        String etag = crm().get("/v1/partners/{id}/merges/{m}", survivor, again)
                .then()
                .statusCode(200)
                .body("reason", equalTo("Entered twice"))
                .body("undoneAt", nullValue())
                .extract()
                .header("ETag");
        crm().header("If-None-Match", etag)
                .get("/v1/partners/{id}/merges/{m}", survivor, again)
                .then()
                .statusCode(304);
        auditor()
                .get("/v1/partners/{id}/merges", survivor)
                .then()
                .statusCode(200)
                .body("items.id", contains(undone, again))
                .body("items.status", contains("UNDONE", "STANDING"));
        crm().get("/v1/partners/{id}/merges", registered()).then().body("items", equalTo(List.of()));
        auditor()
                .get("/v1/partners/{id}/audit", survivor)
                .then()
                .body(
                        "items.action",
                        contains("PARTNER_ABSORBED", "MERGE_UNDONE", "PARTNER_ABSORBED", "PARTNER_REGISTERED"));
        auditor()
                .get("/v1/partners/{id}/audit", absorbed)
                .then()
                .body(
                        "items.action",
                        contains("PARTNER_MERGED", "MERGE_UNDONE", "PARTNER_MERGED", "PARTNER_REGISTERED"));
    }

    @Test
    void onlyTwoPartnersOfTheirOwnAreMerged() {
        UUID survivor = registered();
        UUID absorbed = registered();
        merge(survivor, survivor).then().statusCode(422).body("errors.pointer", contains("/absorbedId"));
        merge(survivor, UUID.randomUUID()).then().statusCode(422).body("errors.code", contains("UNKNOWN_PARTNER"));
        merge(UUID.randomUUID(), survivor).then().statusCode(404);
        String merge = merged(survivor, absorbed);

        merge(survivor, absorbed).then().statusCode(409).body("code", equalTo("ALREADY_MERGED"));
        merge(registered(), absorbed).then().statusCode(409).body("code", equalTo("ALREADY_MERGED"));
        // The absorbed one's id is the survivor's by now.
        merge(absorbed, survivor).then().statusCode(422);
        undo(registered(), merge).then().statusCode(404);
        undo(survivor, UUID.randomUUID().toString()).then().statusCode(404);
    }

    @Test
    void aMergeMovesNoMoreThanOneTransactionShould() {
        UUID survivor = registered();
        UUID absorbed = registered();
        for (int sale = 0; sale <= mostMoved; sale++) {
            sold(absorbed, 1);
        }
        merge(survivor, absorbed).then().statusCode(409).body("code", equalTo("TOO_MUCH_TO_MOVE"));
        crm().get("/v1/partners/{id}", absorbed).then().body("id", equalTo(absorbed.toString()));
        assertThat(salesOf(survivor)).isEmpty();
    }

    @Test
    void everyBadFieldOfARequestIsNamed() {
        UUID survivor = registered();
        crm().body("{\"absorbed\": \"x\", \"reason\": \" \"}")
                .post("/v1/partners/{id}/merges", survivor)
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/absorbed", "/reason"));
        crm().body("{\"reason\": \"Entered twice\"}")
                .post("/v1/partners/{id}/merges", survivor)
                .then()
                .statusCode(422)
                .body("errors.code", contains("EXACTLY_ONE"));
        crm().body("{\"absorbedExternalId\": {\"system\": \"salesforce\", \"id\": \"nobody\"}, \"reason\": \"x\"}")
                .post("/v1/partners/{id}/merges", survivor)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/absorbedExternalId"));
        crm().body("{}")
                .post("/v1/partners/{id}/merges/{m}/undo", survivor, merged(survivor, registered()))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
    }

    @Test
    void partnersAndAuditorsMergeNothing() {
        UUID survivor = registered();
        UUID absorbed = registered();
        String request = "{\"absorbedId\": \"%s\", \"reason\": \"x\"}".formatted(absorbed);
        partner(survivor)
                .body(request)
                .post("/v1/partners/{id}/merges", survivor)
                .then()
                .statusCode(403);
        auditor()
                .body(request)
                .post("/v1/partners/{id}/merges", survivor)
                .then()
                .statusCode(403);
        String merge = manager()
                .body(request)
                .post("/v1/partners/{id}/merges", survivor)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        for (String path : List.of("/v1/partners/{id}/merges", "/v1/partners/{id}/merges/" + merge)) {
            partner(survivor).get(path, survivor).then().statusCode(403);
        }
        auditor()
                .body("{\"reason\": \"x\"}")
                .post("/v1/partners/{id}/merges/{m}/undo", survivor, merge)
                .then()
                .statusCode(403);
    }

    @Test
    void aRetryOfAMergeIsAnsweredAsTheFirstTime() {
        UUID survivor = registered();
        String request = "{\"absorbedId\": \"%s\", \"reason\": \"x\"}".formatted(registered());
        String key = UUID.randomUUID().toString();
        String first = crm().header("Idempotency-Key", key)
                .body(request)
                .post("/v1/partners/{id}/merges", survivor)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue())
                .extract()
                .asString();
        crm().header("Idempotency-Key", key)
                .body(request)
                .post("/v1/partners/{id}/merges", survivor)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .body(equalTo(first));
    }

    @Test
    void theListOfPartnersShowsTheSurvivorAlone() {
        String name = "Merge " + UUID.randomUUID();
        UUID survivor = registered(name);
        UUID absorbed = registered(name);
        merged(survivor, absorbed);
        crm().queryParam("q", name)
                .get("/v1/partners")
                .then()
                .body("items.id", contains(survivor.toString()))
                .body("items.id", not(contains(absorbed.toString())))
                .body("items[0].id", endsWith(survivor.toString()));
    }
}
