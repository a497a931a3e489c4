package com.vsoxp.alliance.partner.evidence;

import static com.vsoxp.alliance.partner.Api.atOnce;
import static com.vsoxp.alliance.partner.Api.auditor;
import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.manager;
import static com.vsoxp.alliance.partner.Api.partner;
import static com.vsoxp.alliance.partner.Api.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.partner.Told;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class EvidenceTest {

    private static final String RECORDED = "alliance.evidence.recorded";
    private static final String WITHDRAWN = "alliance.evidence.withdrawn";
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Test
    void aFeeCountsUntilItIsRefunded() {
        UUID partner = registered();
        String payment = pay(partner, "500.00", "2026-01-13")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        JsonNode told = Told.of(partner, RECORDED).path("evidence");
        assertThat(told.path("kind").textValue()).isEqualTo("FEE_PAYMENT");
        assertThat(told.at("/money/amount").textValue()).isEqualTo("500.00");
        assertThat(told.path("on").textValue()).isEqualTo("2026-01-13");

        crm().post("/v1/partners/{id}/fee-payments/{p}/refund", partner, payment)
                .then()
                .statusCode(200)
                .body("refundedOn", equalTo(TODAY.toString()));
        crm().body("{\"reason\": \"again\"}")
                .post("/v1/partners/{id}/fee-payments/{p}/refund", partner, payment)
                .then()
                .statusCode(409);
        assertThat(Told.of(partner, WITHDRAWN).at("/evidence/id").textValue()).isEqualTo(payment);
        crm().get("/v1/partners/{id}/fee-payments", partner).then().body("items.id", contains(payment));
    }

    @Test
    void aFeeIsMoneyOnADayThatHasCome() {
        UUID partner = registered();
        pay(partner, "0.00", "2026-01-13").then().statusCode(422).body("errors.pointer", contains("/money"));
        pay(partner, "500.001", "2026-01-13").then().statusCode(400).body("errors.pointer", contains("/money/amount"));
        pay(partner, "10000000000000.00", "2026-01-13")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/money/amount"))
                .body("errors.code", contains("TOO_LARGE"));
        pay(partner, "9999999999999.99", "2026-01-13").then().statusCode(201);
        pay(partner, "500.00", TODAY.plusDays(2).toString())
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/paidOn"));
        pay(UUID.randomUUID(), "500.00", "2026-01-13").then().statusCode(404);
    }

    @Test
    void anAttestationCountsOnlyWhileItIsVerified() {
        UUID partner = registered();
        String attestation = attest(partner, "\"kind\": \"WEBSITE_LISTING\", \"statement\": \"See our page\"")
                .then()
                .statusCode(201)
                .body("status", equalTo("SUBMITTED"))
                .extract()
                .path("id");
        verify(partner, attestation, "{\"outcome\": \"REJECTED\", \"reason\": \"Not there\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("REJECTED"));
        String until = TODAY.plusYears(1).toString();
        verify(partner, attestation, "{\"outcome\": \"VERIFIED\", \"validUntil\": \"" + until + "\"}")
                .then()
                .statusCode(200)
                .body("verifiedOn", equalTo(TODAY.toString()));
        verify(partner, attestation, "{\"outcome\": \"VERIFIED\"}").then().statusCode(200);
        verify(partner, attestation, "{\"outcome\": \"REJECTED\"}").then().statusCode(200);

        assertThat(Told.of(partner, RECORDED).at("/evidence/until").textValue()).isEqualTo(until);
        Told.of(partner, WITHDRAWN);
        assertThat(Told.types(partner, "alliance.partners"))
                .containsExactly("alliance.partner.registered", RECORDED, RECORDED, WITHDRAWN);
    }

    @Test
    void aClaimNeedsSomethingToVerifyItByAndAnEndToCome() {
        UUID partner = registered();
        attest(partner, "\"kind\": \"INTERNAL_USE\"").then().statusCode(422);
        attest(partner, "\"kind\": \"FEE_PAYMENT\"").then().statusCode(400).body("errors.pointer", contains("/kind"));
        String attestation = attest(partner, "\"kind\": \"INTERNAL_USE\", \"evidenceUrl\": \"https://a.example\"")
                .path("id");
        verify(partner, attestation, "{\"outcome\": \"VERIFIED\", \"validUntil\": \"2026-01-01\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/validUntil"));
        verify(partner, UUID.randomUUID().toString(), "{\"outcome\": \"VERIFIED\"}")
                .then()
                .statusCode(404);
        crm().body("{\"outcome\": \"VERIFIED\"}")
                .post("/v1/partners/{id}/attestations/{a}/verification", partner, attestation)
                .then()
                .statusCode(403);
    }

    @Test
    void aPersonCountsForOnePartnerAtATime() {
        UUID first = registered("First employer");
        UUID second = registered("Second employer");
        String email = UUID.randomUUID() + "@northwind.example";
        String consultant =
                employ(first, email, null).then().statusCode(201).extract().path("id");
        employ(first, email.toUpperCase(), null).then().statusCode(409).body("code", equalTo("ON_THIS_STAFF"));
        employ(second, email, null)
                .then()
                .statusCode(409)
                .body("code", equalTo("ON_ANOTHER_STAFF"))
                .body("detail", not(containsString(first.toString())));

        leave(first, consultant, "2026-06-30").then().statusCode(200).body("leftOn", equalTo("2026-06-30"));
        leave(first, consultant, "2026-07-01").then().statusCode(409);
        employ(second, email, null).then().statusCode(201);

        JsonNode told = Told.of(first, RECORDED);
        assertThat(told.toString()).doesNotContain("northwind.example").doesNotContain("Jo Weber");
        assertThat(told.at("/evidence/on").textValue()).isEqualTo("2026-01-20");
        assertThat(Told.of(first, WITHDRAWN).at("/evidence/withdrawnOn").textValue())
                .isEqualTo("2026-06-30");
    }

    @Test
    void ofTwoPartnersWhoClaimAPersonAtOnceOneGetsThem() throws Exception {
        List<UUID> partners = List.of(registered(), registered(), registered(), registered());
        String email = UUID.randomUUID() + "@northwind.example";
        List<Integer> statuses =
                atOnce(4, i -> employ(partners.get(i), email, null).statusCode());
        assertThat(statuses)
                .containsOnlyOnce(201)
                .filteredOn(status -> status != 201)
                .containsOnly(409);
    }

    @Test
    void anExpiredCertificationGivesWayToANewOne() {
        UUID partner = registered();
        String email = UUID.randomUUID() + "@northwind.example";
        employ(partner, email, "2026-02-20").then().statusCode(201);
        employ(partner, email, null).then().statusCode(201);
        employ(partner, UUID.randomUUID() + "@a.example", "2026-01-20")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/certification/expiresOn"));
    }

    @Test
    void aDepartureIsNeitherToComeNorBeforeTheCertification() {
        UUID partner = registered();
        String consultant =
                employ(partner, UUID.randomUUID() + "@a.example", null).path("id");
        leave(partner, consultant, "2026-01-19").then().statusCode(422);
        leave(partner, consultant, TODAY.plusDays(2).toString()).then().statusCode(422);
    }

    @Test
    void aPartnerBringsItsOwnEvidenceAndSeesNoOthers() {
        UUID own = registered();
        UUID foreign = registered();
        for (String kind : List.of("fee-payments", "attestations", "consultants", "success-stories", "contacts")) {
            String path = "/v1/partners/{id}/" + kind;
            partner(own).get(path, own).then().statusCode(200).body("items", empty());
            partner(own).get(path, foreign).then().statusCode(404);
            partner(own).get(path + "/{x}", own, UUID.randomUUID()).then().statusCode(404);
            partner(own).get(path + "/not-an-id", own).then().statusCode(404);
            crm().get(path, UUID.randomUUID()).then().statusCode(404);
            auditor().body("{}").post(path, own).then().statusCode(403);
        }
        partner(own)
                .body("{\"kind\": \"INTERNAL_USE\", \"statement\": \"We do\"}")
                .post("/v1/partners/{id}/attestations", own)
                .then()
                .statusCode(201);
    }

    private static Response pay(UUID partner, String amount, String paidOn) {
        return crm().body(
                        "{\"money\": {\"amount\": \"%s\", \"currency\": \"USD\"}, \"paidOn\": \"%s\", \"reference\": \"R1\"}"
                                .formatted(amount, paidOn))
                .post("/v1/partners/{id}/fee-payments", partner);
    }

    private static Response attest(UUID partner, String fields) {
        return crm().body("{" + fields + "}").post("/v1/partners/{id}/attestations", partner);
    }

    private static Response verify(UUID partner, String attestation, String decision) {
        return manager().body(decision).post("/v1/partners/{id}/attestations/{a}/verification", partner, attestation);
    }

    private static Response employ(UUID partner, String email, String expiresOn) {
        String expiry = expiresOn == null ? "" : ", \"expiresOn\": \"" + expiresOn + "\"";
        return crm().body("""
                        {"name": "Jo Weber", "email": "%s",
                         "certification": {"course": "Implementation", "certifiedOn": "2026-01-20"%s}}""".formatted(email, expiry)).post("/v1/partners/{id}/consultants", partner);
    }

    private static Response leave(UUID partner, String consultant, String on) {
        return crm().body("{\"leftOn\": \"%s\"}".formatted(on))
                .post("/v1/partners/{id}/consultants/{c}/departure", partner, consultant);
    }
}
