package com.vsoxp.alliance.benefits.support;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.vsoxp.alliance.benefits.Said;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class SupportResourceTest {

    private static final String KIM = "kim@northwind.example";

    @Inject
    ContactDigestConfig contactDigest;

    @BeforeEach
    void programIsPublished() {
        Said.program();
    }

    @ParameterizedTest
    @CsvSource({"RESELLER, FEE_BASED", "PREMIER, INCLUDED"})
    void anAuthorizedContactMayAskOnTheTermsOfTheTier(String tier, String terms) {
        var partner = partnerWithKim(tier);

        ask(partner, KIM)
                .statusCode(200)
                .body("authorized", is(true))
                .body("terms", equalTo(terms))
                .body("reason", equalTo("AUTHORIZED_CONTACT"));
    }

    @Test
    void anAddressIsTheSameHoweverItIsWritten() {
        ask(partnerWithKim("PREMIER"), " Kim@Northwind.EXAMPLE ").body("authorized", is(true));
    }

    @Test
    void someoneElseMayNot() {
        ask(partnerWithKim("PREMIER"), "sam@northwind.example")
                .statusCode(200)
                .body("authorized", is(false))
                .body("terms", nullValue())
                .body("reason", equalTo("CONTACT_NOT_AUTHORIZED"));
    }

    @Test
    void theContactOfAnotherPartnerMayNot() {
        partnerWithKim("PREMIER");
        var other = enrolled("PREMIER");

        ask(other, KIM).body("reason", equalTo("CONTACT_NOT_AUTHORIZED"));
    }

    @Test
    void aWithdrawnContactMayNoLonger() {
        var kim = Ids.next();
        var partner = partnerWithKim("PREMIER", kim);
        Said.withdrawn(partner, 5, kim);

        Said.eventually(() -> ask(partner, KIM).body("reason", equalTo("CONTACT_NOT_AUTHORIZED")));
    }

    @Test
    void aContactThatMovesToAnotherPartnerSpeaksForThatOneAlone() {
        var kim = Ids.next();
        var absorbed = enrolled("PREMIER");
        var survivor = enrolled("PREMIER");
        Said.authorized(absorbed, 40, kim, digest(KIM));
        Said.eventually(() -> ask(absorbed, KIM).body("authorized", is(true)));

        // Each partner's sequence counts its own events: neither outdoes the other's.
        Said.withdrawn(absorbed, 41, kim);
        Said.authorized(survivor, 4, kim, digest(KIM));

        Said.eventually(() -> ask(survivor, KIM).body("authorized", is(true)));
        Said.eventually(() -> ask(absorbed, KIM).body("reason", equalTo("CONTACT_NOT_AUTHORIZED")));
        Said.authorized(absorbed, 42, kim, digest(KIM));
        Said.withdrawn(survivor, 5, kim);
        Said.eventually(() -> ask(absorbed, KIM).body("authorized", is(true)));
        Said.eventually(() -> ask(survivor, KIM).body("reason", equalTo("CONTACT_NOT_AUTHORIZED")));
    }

    @Test
    void aSuspendedPartnerIsNotEntitled() {
        var partner = partnerWithKim("PREMIER");
        Said.suspended(partner, 5, "PREMIER", "2026-01-12");
        Said.awaitEntitlements(partner, said -> said.get("status").asText().equals("SUSPENDED"));

        ask(partner, KIM).body("authorized", is(false)).body("reason", equalTo("PARTNER_NOT_ENTITLED"));
    }

    @Test
    void aPartnerThatNeverEnrolledIsNotEntitled() {
        var partner = Said.registered();
        Said.eventually(() -> ask(partner, KIM).statusCode(200).body("reason", equalTo("PARTNER_NOT_ENTITLED")));
    }

    @Test
    void theAnswerToAnUnknownPartnerIsNotFound() {
        ask(Ids.next(), KIM).statusCode(404);
    }

    @Test
    void everyBadFieldOfAQuestionIsNamed() {
        given().auth()
                .oauth2(Tokens.crm())
                .contentType(ContentType.JSON)
                .body("{\"contactEmail\": \"not an address\", \"contact\": \"Kim\"}")
                .post("/v1/support-authorizations")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", containsInAnyOrder("/contactEmail", "/contact", "/partnerId"));
    }

    @Test
    void aPartnerAsksForItselfOnly() {
        var partner = partnerWithKim("PREMIER");

        ask(partner, KIM, Tokens.partner(partner)).statusCode(200);
        ask(partner, KIM, Tokens.partner(Ids.next())).statusCode(404);
        ask(partner, KIM, Tokens.auditor()).statusCode(403);
    }

    @Test
    void authorizedContactsOfAnEntitledPartnerMayEnterThePortal() {
        var partner = enrolled("RESELLER");
        var kim = Ids.next();
        Said.authorized(partner, 4, kim, digest(KIM));

        Said.eventually(() -> portal(partner)
                .statusCode(200)
                .body("open", is(true))
                .body("contacts.contactId", contains(kim.toString()))
                .body("contacts.scopes", contains(contains("SUPPORT"))));
    }

    @Test
    void thePortalIsShutToASuspendedPartner() {
        var partner = partnerWithKim("RESELLER");
        Said.suspended(partner, 5, "RESELLER", "2026-01-12");
        Said.awaitEntitlements(partner, said -> said.get("status").asText().equals("SUSPENDED"));

        portal(partner).statusCode(200).body("open", is(false)).body("contacts", empty());
    }

    @Test
    void thePortalOfAForeignPartnerIsNotFound() {
        var partner = enrolled("RESELLER");

        given().auth()
                .oauth2(Tokens.partner(Ids.next()))
                .get("/v1/partners/{id}/portal-access", partner)
                .then()
                .statusCode(404);
        portal(Ids.next()).statusCode(404);
    }

    private UUID partnerWithKim(String tier) {
        return partnerWithKim(tier, Ids.next());
    }

    private UUID partnerWithKim(String tier, UUID kim) {
        var partner = enrolled(tier);
        Said.authorized(partner, 4, kim, digest(KIM));
        Said.eventually(() -> ask(partner, KIM).body("authorized", is(true)));
        return partner;
    }

    private static UUID enrolled(String tier) {
        var partner = Said.registered();
        Said.active(partner, 3, tier, "2026-01-12");
        Said.awaitEntitlements(partner, said -> said.get("tier").asText().equals(tier));
        return partner;
    }

    private String digest(String email) {
        return EmailDigest.of(email, contactDigest.secret());
    }

    private static ValidatableResponse ask(UUID partner, String email) {
        return ask(partner, email, Tokens.crm());
    }

    private static ValidatableResponse ask(UUID partner, String email, String token) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("partnerId", partner, "contactEmail", email))
                .post("/v1/support-authorizations")
                .then();
    }

    private static ValidatableResponse portal(UUID partner) {
        return given().auth()
                .oauth2(Tokens.crm())
                .get("/v1/partners/{id}/portal-access", partner)
                .then();
    }
}
