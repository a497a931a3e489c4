package com.vsoxp.alliance.partner.deal;

import static com.vsoxp.alliance.partner.Api.atOnce;
import static com.vsoxp.alliance.partner.Api.auditor;
import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.manager;
import static com.vsoxp.alliance.partner.Api.order;
import static com.vsoxp.alliance.partner.Api.partner;
import static com.vsoxp.alliance.partner.Api.registered;
import static com.vsoxp.alliance.partner.Api.sale;
import static com.vsoxp.alliance.partner.Members.active;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.vsoxp.alliance.partner.deal.outcome.LetDealsExpire;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.TimeTravel;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class DealTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Inject
    LetDealsExpire letDealsExpire;

    @Inject
    Clock clock;

    @Test
    void aPremierPartnersDealIsRegisteredOnceAndWaits() {
        UUID premier = active("PREMIER");
        String body = deal(premier, someCustomer());
        String key = UUID.randomUUID().toString();
        Response first =
                partner(premier).header("Idempotency-Key", key).body(body).post("/v1/deals");
        String id = first.then()
                .statusCode(201)
                .header("Location", containsString("/v1/deals/"))
                .body("status", equalTo("REGISTERED"))
                .body("expiresOn", equalTo(TODAY.plusDays(90).toString()))
                .body("expectedValue.amount", equalTo("20000.00"))
                .body("conflicts", nullValue())
                .extract()
                .path("id");
        assertThat(partner(premier)
                        .header("Idempotency-Key", key)
                        .body(body)
                        .post("/v1/deals")
                        .asString())
                .isEqualTo(first.asString());
        partner(premier).get("/v1/deals/{id}", id).then().statusCode(200).header("ETag", equalTo(first.header("ETag")));
        partner(premier)
                .header("If-None-Match", first.header("ETag"))
                .get("/v1/deals/{id}", id)
                .then()
                .statusCode(304);
        auditor().get("/v1/deals?partnerId={p}", premier).then().body("items.id", contains(id));
        manager().get("/v1/partners/{id}/audit", premier).then().body("items.action", hasItem("DEAL_REGISTERED"));
    }

    @Test
    void onlyAnActivePremierPartnerSellsJointly() {
        UUID reseller = active("RESELLER");
        register(reseller, someCustomer()).then().statusCode(409).body("code", equalTo("NO_JOINT_SELLING"));
        UUID stranger = registered();
        register(stranger, someCustomer()).then().statusCode(409).body("code", equalTo("NOT_ACTIVE"));
        UUID suspended = active("PREMIER");
        manager()
                .body("{\"reason\": \"audit\"}")
                .post("/v1/partners/{id}/enrollment/suspension", suspended)
                .then()
                .statusCode(200);
        register(suspended, someCustomer()).then().statusCode(409).body("detail", containsString("SUSPENDED"));
    }

    @Test
    void everyBadFieldIsNamed() {
        UUID premier = active("PREMIER");
        crm().body("""
                        {"partnerId": "%s", "customer": {"name": " ", "country": "XX", "website": "ftp://x"},
                         "product": "VSO-XP", "expectedLicenses": 0, "stage": "DREAM",
                         "expectedValue": {"amount": "1.001", "currency": "USD"}, "expectedCloseOn": "2026-13-01"}""".formatted(premier))
                .post("/v1/deals")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/stage", "/expectedValue/amount", "/expectedCloseOn"));
        crm().body("""
                        {"partnerId": "%s", "customer": {"name": " ", "country": "XX", "website": "ftp://x"},
                         "expectedLicenses": 0, "stage": "PROSPECT",
                         "expectedValue": {"amount": "-1.00", "currency": "USD"}, "expectedCloseOn": "2099-01-01"}""".formatted(premier))
                .post("/v1/deals")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/customer/name",
                                "/customer/country",
                                "/customer/website",
                                "/product",
                                "/expectedLicenses",
                                "/expectedValue"));
        crm().body(deal(premier, someCustomer()).replace(TODAY.plusDays(60).toString(), "2020-01-01"))
                .post("/v1/deals")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/expectedCloseOn"));
        crm().body(deal(UUID.randomUUID(), someCustomer()))
                .post("/v1/deals")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/partnerId"));
        crm().get("/v1/deals/{id}", UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void aPartnerIsNamedByAnotherSystemsKeyAsWell() {
        UUID premier = active("PREMIER");
        String key = "K-" + UUID.randomUUID();
        String etag = crm().get("/v1/partners/{id}", premier).header("ETag");
        crm().contentType("application/merge-patch+json")
                .header("If-Match", etag)
                .body("{\"externalIds\": {\"hubspot\": \"" + key + "\"}}")
                .patch("/v1/partners/{id}", premier)
                .then()
                .statusCode(200);
        String byKey = deal(premier, someCustomer())
                .replace(
                        "\"partnerId\": \"" + premier + "\"",
                        "\"partnerExternalId\": {\"system\": \"hubspot\", \"id\": \"" + key + "\"}");
        crm().body(byKey).post("/v1/deals").then().statusCode(201).body("partnerId", equalTo(premier.toString()));
        crm().body(byKey.replace(key, "nobody"))
                .post("/v1/deals")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/partnerExternalId"));
    }

    @Test
    void nobodySeesOrTouchesAForeignDeal() {
        UUID premier = active("PREMIER");
        String id = registeredDeal(premier, someCustomer());
        for (UUID stranger : List.of(active("PREMIER"), UUID.randomUUID())) {
            partner(stranger).get("/v1/deals/{id}", id).then().statusCode(404);
            partner(stranger)
                    .body("{\"saleId\": \"" + UUID.randomUUID() + "\"}")
                    .post("/v1/deals/{id}/conversion", id)
                    .then()
                    .statusCode(404);
            partner(stranger).get("/v1/deals?partnerId={p}", premier).then().statusCode(404);
            partner(stranger).get("/v1/deals").then().statusCode(200).body("items.id", not(hasItem(id)));
            partner(stranger)
                    .body(deal(premier, someCustomer()))
                    .post("/v1/deals")
                    .then()
                    .statusCode(404);
        }
        auditor().body(deal(premier, someCustomer())).post("/v1/deals").then().statusCode(403);
        for (String decision : List.of("approval", "rejection", "expiry")) {
            for (RequestSpecification caller : List.of(crm(), partner(premier), auditor())) {
                caller.body("{\"reason\": \"x\"}")
                        .post("/v1/deals/{id}/" + decision, id)
                        .then()
                        .statusCode(403);
            }
        }
    }

    @Test
    void whatIsExpectedChangesWhileTheDealIsOpenAndOfTwoAtOnceOneWins() throws Exception {
        UUID premier = active("PREMIER");
        String id = registeredDeal(premier, someCustomer());
        String etag = partner(premier).get("/v1/deals/{id}", id).header("ETag");
        patch(id, premier, null, "{\"stage\": \"PROPOSAL\"}").then().statusCode(428);
        patch(id, premier, etag, "{\"customer\": {\"name\": \"Other\"}}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/customer"));
        patch(id, premier, etag, "{\"expectedCloseOn\": \"2020-01-01\"}").then().statusCode(422);
        List<Integer> statuses = atOnce(
                4, i -> patch(id, premier, etag, "{\"stage\": \"PROPOSAL\", \"expectedLicenses\": " + (50 + i) + "}")
                        .statusCode());
        assertThat(statuses)
                .containsOnlyOnce(200)
                .filteredOn(status -> status != 200)
                .containsOnly(412);
        partner(premier).get("/v1/deals/{id}", id).then().body("stage", equalTo("PROPOSAL"));
        decide(id, "rejection").then().statusCode(200);
        String after = partner(premier).get("/v1/deals/{id}", id).header("ETag");
        patch(id, premier, after, "{\"stage\": \"QUALIFIED\"}")
                .then()
                .statusCode(409)
                .body("detail", containsString("REJECTED"));
    }

    @Test
    void anApprovedDealProtectsAnewAndOfSeveralDecisionsAtOnceOneIsTaken() throws Exception {
        UUID premier = active("PREMIER");
        String id = registeredDeal(premier, someCustomer());
        convert(id, "{\"saleId\": \"" + recordedSale(premier) + "\"}")
                .then()
                .statusCode(409)
                .body("detail", containsString("REGISTERED"));
        List<Integer> statuses =
                atOnce(4, i -> decide(id, i % 2 == 0 ? "approval" : "rejection").statusCode());
        assertThat(statuses)
                .containsOnlyOnce(200)
                .filteredOn(status -> status != 200)
                .containsOnly(409);
        String other = registeredDeal(premier, someCustomer());
        decide(other, "approval")
                .then()
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("decidedAt", notNullValue())
                .body("reason", equalTo("because"))
                .body("expiresOn", equalTo(TODAY.plusDays(90).toString()));
        manager().post("/v1/deals/{id}/approval", other).then().statusCode(409);
        manager().body("{}").post("/v1/deals/{id}/rejection", other).then().statusCode(422);
        decide(other, "expiry").then().statusCode(200).body("status", equalTo("EXPIRED"));
    }

    @Test
    void othersAfterTheSameCustomerAreReportedAndApprovalMustKnowOfThem() {
        String name = someCustomer();
        UUID one = active("PREMIER");
        UUID two = active("PREMIER");
        String first = registeredDeal(one, "\"name\": \"" + name + " GmbH\", \"country\": \"DE\"");
        String again = registeredDeal(one, "\"name\": \"" + name + "\", \"country\": \"DE\"");
        String second = registeredDeal(two, "\"name\": \"" + name.toUpperCase() + " & Co. KG\", \"country\": \"DE\"");
        String abroad = registeredDeal(two, "\"name\": \"" + name + "\", \"country\": \"FR\"");
        manager()
                .get("/v1/deals/{id}", second)
                .then()
                .body("conflicts.dealId", contains(first, again))
                .body("conflicts.partnerId", everyItem(equalTo(one.toString())))
                .body("conflicts[0].reasons", contains("SAME_NAME_AND_COUNTRY"));
        manager().get("/v1/deals/{id}", abroad).then().body("conflicts", empty());
        partner(two).get("/v1/deals/{id}", second).then().body("conflicts", nullValue());
        manager().get("/v1/deals?conflicting=true&partnerId={p}", two).then().body("items.id", contains(second));
        manager().get("/v1/deals?conflicting=false&partnerId={p}", two).then().body("items.id", contains(abroad));
        partner(two).get("/v1/deals?conflicting=true").then().statusCode(403);

        manager()
                .post("/v1/deals/{id}/approval", second)
                .then()
                .statusCode(409)
                .body("code", equalTo("CONFLICTING_DEALS"))
                .body("detail", containsString(first));
        manager()
                .body("{\"overrideConflicts\": true}")
                .post("/v1/deals/{id}/approval", second)
                .then()
                .statusCode(200);
        decide(first, "rejection").then().statusCode(200);
        decide(again, "rejection").then().statusCode(200);
        manager().get("/v1/deals/{id}", second).then().body("conflicts", empty());
    }

    @Test
    void theSameWebsiteIsTheSameCustomer() {
        String host = "c" + UUID.randomUUID() + ".example";
        String mine = registeredDeal(
                active("PREMIER"),
                "\"name\": \"A" + host + "\", \"country\": \"DE\", \"website\": \"https://www." + host + "/de\"");
        String other = registeredDeal(
                active("PREMIER"),
                "\"name\": \"B" + host + "\", \"country\": \"FR\", \"website\": \"http://" + host + "\"");
        manager()
                .get("/v1/deals/{id}", other)
                .then()
                .body("conflicts.dealId", contains(mine))
                .body("conflicts[0].reasons", contains("SAME_WEB_HOST"));
    }

    @Test
    void whatNobodyDecidesOrSellsExpiresOnItsDayEvenIfTheSweepIsLate() {
        String customer = someCustomer();
        UUID premier = active("PREMIER");
        String waiting = registeredDeal(premier, customer);
        String approved = registeredDeal(premier, someCustomer());
        decide(approved, "approval").then().statusCode(200);
        UUID other = active("PREMIER");
        String rival = registeredDeal(other, customer);
        at(89, () -> manager().get("/v1/deals/{id}", approved).then().body("status", equalTo("APPROVED")));
        at(90, () -> {
            manager().get("/v1/deals/{id}", approved).then().body("status", equalTo("EXPIRED"));
            manager().get("/v1/deals/{id}", rival).then().body("conflicts", empty());
            crm().get("/v1/deals?status=EXPIRED&partnerId={p}", premier)
                    .then()
                    .body("items.id", contains(waiting, approved));
            crm().get("/v1/deals?status=APPROVED&partnerId={p}", premier).then().body("items", empty());
            decide(waiting, "approval").then().statusCode(409).body("detail", containsString("EXPIRED"));
            letDealsExpire.expireAll();
            letDealsExpire.expireAll();
        });
        crm().get("/v1/deals/{id}", waiting).then().body("status", equalTo("EXPIRED"));
        manager()
                .get("/v1/partners/{id}/audit?limit=200", premier)
                .then()
                .body("items.findAll { it.action == 'DEAL_EXPIRED' }", hasSize(2));
    }

    @Test
    void anApprovedDealIsConvertedIntoOneSaleOfItsPartner() throws Exception {
        UUID premier = active("PREMIER");
        String sale = recordedSale(premier);
        List<String> deals = List.of(approvedDeal(premier), approvedDeal(premier), approvedDeal(premier));
        List<Integer> statuses = atOnce(
                3, i -> convert(deals.get(i), "{\"saleId\": \"" + sale + "\"}").statusCode());
        assertThat(statuses)
                .containsOnlyOnce(200)
                .filteredOn(status -> status != 200)
                .containsOnly(409);

        String deal = approvedDeal(premier);
        convert(deal, "{}").then().statusCode(422).body("errors.pointer", contains("/saleId"));
        convert(deal, "{\"saleId\": \"" + UUID.randomUUID() + "\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/saleId"));
        convert(deal, "{\"saleId\": \"" + recordedSale(registered()) + "\"}")
                .then()
                .statusCode(422)
                .body("errors.code", contains("UNKNOWN_SALE"));
        convert(deal, "{\"orderNumber\": \"none\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/orderNumber"));
        String order = order();
        crm().body(sale(premier, order, 3)).post("/v1/sales").then().statusCode(201);
        convert(deal, "{\"orderNumber\": \"" + order + "\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("CONVERTED"))
                .body("saleId", notNullValue());
        convert(deal, "{\"orderNumber\": \"" + order + "\"}")
                .then()
                .statusCode(409)
                .body("detail", containsString("CONVERTED"));
    }

    @Test
    void dealsAreFoundByCustomerPageByPage() {
        UUID premier = active("PREMIER");
        String name = someCustomer();
        String first = registeredDeal(premier, "\"name\": \"" + name + " Süd GmbH\", \"country\": \"DE\"");
        String second = registeredDeal(premier, "\"name\": \"" + name + " Nord AG\", \"country\": \"DE\"");
        Response page = crm().queryParam("customer", name.toLowerCase()).get("/v1/deals?limit=1");
        page.then().body("items.id", contains(first));
        crm().queryParam("customer", name)
                .get("/v1/deals?limit=1&cursor={c}", page.<String>path("nextCursor"))
                .then()
                .body("items.id", contains(second))
                .body("nextCursor", nullValue());
        crm().queryParam("customer", name + " sud gmbh").get("/v1/deals").then().body("items.id", contains(first));
    }

    private static String someCustomer() {
        return "Contoso " + UUID.randomUUID().toString().replace("-", "");
    }

    private static String deal(UUID partner, String customer) {
        String fields = customer.contains("\"") ? customer : "\"name\": \"" + customer + "\", \"country\": \"DE\"";
        return """
                {"partnerId": "%s", "customer": {%s}, "product": "VSO-XP", "expectedLicenses": 40,
                 "expectedValue": {"amount": "20000.00", "currency": "USD"}, "stage": "QUALIFIED",
                 "expectedCloseOn": "%s", "notes": "Replaces an older system."}""".formatted(partner, fields, TODAY.plusDays(60));
    }

    private static Response register(UUID partner, String customer) {
        return crm().body(deal(partner, customer)).post("/v1/deals");
    }

    private static String registeredDeal(UUID partner, String customer) {
        return register(partner, customer).then().statusCode(201).extract().path("id");
    }

    private static String approvedDeal(UUID partner) {
        String id = registeredDeal(partner, someCustomer());
        decide(id, "approval").then().statusCode(200);
        return id;
    }

    private static Response decide(String deal, String decision) {
        return manager().body("{\"reason\": \"because\"}").post("/v1/deals/{id}/" + decision, deal);
    }

    private static Response convert(String deal, String body) {
        return crm().body(body).post("/v1/deals/{id}/conversion", deal);
    }

    private static Response patch(String deal, UUID by, String etag, String body) {
        RequestSpecification request = partner(by).contentType("application/merge-patch+json");
        return (etag == null ? request : request.header("If-Match", etag))
                .body(body)
                .patch("/v1/deals/{id}", deal);
    }

    private static String recordedSale(UUID partner) {
        return crm().body(sale(partner, order(), 15))
                .post("/v1/sales")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void at(int days, Runnable act) {
        try (var _ = TimeTravel.by(Period.ofDays(days))) {
            await().until(() -> LocalDate.now(clock).equals(TODAY.plusDays(days)));
            act.run();
        }
        await().until(() -> LocalDate.now(clock).equals(TODAY));
    }
}
