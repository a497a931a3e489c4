package com.vsoxp.alliance.benefits.entitlement;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.vsoxp.alliance.benefits.Said;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class EntitlementsResourceTest {

    private static final String PATH = "/v1/partners/{id}/entitlements";

    @BeforeEach
    void programIsPublished() {
        Said.program();
    }

    @Test
    void aResellerHasTheSevenBenefitsOfAReseller() {
        var partner = reseller();

        read(partner, "2026-02-01")
                .statusCode(200)
                .body("partnerId", equalTo(partner.toString()))
                .body("asOf", equalTo("2026-02-01"))
                .body("status", equalTo("ACTIVE"))
                .body("tier", equalTo("RESELLER"))
                .body("programVersion", equalTo("2.0"))
                .body("items", hasSize(7))
                .body("items.find { it.code == 'LICENSE_DISCOUNT' }.value.percent", is(25))
                .body("items.find { it.code == 'EVALUATION_LICENSE' }.value", equalTo("NOT_AVAILABLE"))
                .body("items.find { it.code == 'TECHNICAL_SUPPORT' }.value", equalTo("FEE_BASED"))
                .body("items.find { it.code == 'TRAINING_DISCOUNT' }.value", equalTo("NOT_AVAILABLE"))
                .body("items.find { it.code == 'SUPPORT_PORTAL' }.value", equalTo("INCLUDED"))
                .body("items.find { it.code == 'LOGO_USE' }.value", equalTo("INCLUDED"))
                .body("items.find { it.code == 'DIRECTORY_LISTING' }.value", equalTo("INCLUDED"))
                .body("items.since.unique()", contains("2026-01-12"))
                .body("items.source.program.unique()", contains("2.0"))
                .body("items.source.tier.unique()", contains("RESELLER"));
    }

    @Test
    void everyDayAnswersForItself() {
        var partner = promoted();

        read(partner, "2026-03-01")
                .body("tier", equalTo("RESELLER"))
                .body("items.find { it.code == 'LICENSE_DISCOUNT' }.value.percent", is(25))
                .body("items.find { it.code == 'LICENSE_DISCOUNT' }.until", equalTo("2026-03-02"))
                .body("items.find { it.code == 'SUPPORT_PORTAL' }.source.tier", equalTo("RESELLER"));
        read(partner, "2026-03-02")
                .body("tier", equalTo("PREMIER"))
                .body("items.find { it.code == 'LICENSE_DISCOUNT' }.value.percent", is(33))
                .body("items.find { it.code == 'LICENSE_DISCOUNT' }.until", nullValue())
                .body("items.find { it.code == 'SUPPORT_PORTAL' }.since", equalTo("2026-01-12"))
                .body("items.find { it.code == 'SUPPORT_PORTAL' }.source.tier", equalTo("PREMIER"));
    }

    @Test
    void todayIsAnsweredForUnlessADayIsAsked() {
        var partner = promoted();

        given().auth().oauth2(Tokens.crm()).get(PATH, partner).then().body("tier", equalTo("PREMIER"));
    }

    @Test
    void nothingIsHeldBeforeTheFirstDay() {
        read(reseller(), "2026-01-11")
                .statusCode(200)
                .body("status", nullValue())
                .body("tier", nullValue())
                .body("items", empty());
    }

    @Test
    void aSuspendedPartnerSeesWhatIsWithheld() {
        var partner = reseller();
        Said.suspended(partner, 4, "RESELLER", "2026-01-12");
        Said.awaitEntitlements(partner, said -> said.get("status").asText().equals("SUSPENDED"));

        given().auth()
                .oauth2(Tokens.partner(partner))
                .get(PATH, partner)
                .then()
                .statusCode(200)
                .body("status", equalTo("SUSPENDED"))
                .body("tier", equalTo("RESELLER"))
                .body("items.value.unique()", contains("NOT_AVAILABLE"))
                .body("items.find { it.code == 'LICENSE_DISCOUNT' }.withheld.percent", is(25))
                .body("items.find { it.code == 'TECHNICAL_SUPPORT' }.withheld", equalTo("FEE_BASED"));
    }

    @Test
    void aTerminatedPartnerHoldsNothing() {
        var partner = reseller();
        Said.terminated(partner, 4, "2026-05-04");
        Said.awaitEntitlements(partner, said -> said.get("status").asText().equals("TERMINATED"));

        read(partner, "2026-05-04")
                .body("status", equalTo("TERMINATED"))
                .body("tier", nullValue())
                .body("items", empty());
        read(partner, "2026-05-03").body("tier", equalTo("RESELLER")).body("items", hasSize(7));
    }

    @Test
    void theHistoryIsReadPageByPageNewestFirst() {
        var partner = promoted();

        var first = given().auth()
                .oauth2(Tokens.auditor())
                .queryParam("limit", 5)
                .get(PATH + "/history", partner)
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("items.since", contains("2026-03-02", "2026-03-02", "2026-03-02", "2026-03-02", "2026-01-12"))
                .body("items.code[0]", equalTo("EVALUATION_LICENSE"));
        given().auth()
                .oauth2(Tokens.auditor())
                .queryParam("limit", 100)
                .queryParam("cursor", first.extract().<String>path("nextCursor"))
                .get(PATH + "/history", partner)
                .then()
                .statusCode(200)
                .body("items", hasSize(6))
                .body("items.since.unique()", contains("2026-01-12"))
                .body("items.find { it.code == 'LICENSE_DISCOUNT' }.until", equalTo("2026-03-02"))
                .body("nextCursor", nullValue());
    }

    @Test
    void whoHasTheAnswerAlreadyIsSpared() {
        var partner = reseller();
        var etag = read(partner, "2026-02-01").extract().header("ETag");

        given().auth()
                .oauth2(Tokens.crm())
                .header("If-None-Match", etag)
                .queryParam("asOf", "2026-02-01")
                .get(PATH, partner)
                .then()
                .statusCode(304);
    }

    @ParameterizedTest
    @CsvSource({"asOf, 2026-02-30", "asOf, yesterday", "asOf, 2026-02-01T00:00"})
    void aDayThatIsNoneIsRefusedByName(String parameter, String value) {
        given().auth()
                .oauth2(Tokens.crm())
                .queryParam(parameter, value)
                .get(PATH, UUID.randomUUID())
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("?asOf"));
    }

    @ParameterizedTest
    @CsvSource({"limit, 0", "limit, 201", "limit, many", "cursor, made-up"})
    void aPageThatIsNoneIsRefusedByName(String parameter, String value) {
        given().auth()
                .oauth2(Tokens.crm())
                .queryParam(parameter, value)
                .get(PATH + "/history", reseller())
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?" + parameter));
    }

    @ParameterizedTest
    @CsvSource({"''", "/history"})
    void aPartnerNobodyHasHeardOfIsNotFound(String suffix) {
        given().auth()
                .oauth2(Tokens.crm())
                .get(PATH + suffix, Ids.next())
                .then()
                .statusCode(404);
        given().auth().oauth2(Tokens.crm()).get(PATH + suffix, "no-id").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"''", "/history"})
    void aPartnerSeesItselfAndNoOther(String suffix) {
        var partner = reseller();

        given().auth()
                .oauth2(Tokens.partner(partner))
                .get(PATH + suffix, partner)
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(Tokens.partner(Ids.next()))
                .get(PATH + suffix, partner)
                .then()
                .statusCode(404);
    }

    private static ValidatableResponse read(UUID partner, String asOf) {
        return given().auth()
                .oauth2(Tokens.crm())
                .queryParam("asOf", asOf)
                .get(PATH, partner)
                .then();
    }

    private static UUID reseller() {
        var partner = Said.registered();
        Said.active(partner, 3, "RESELLER", "2026-01-12");
        Said.awaitEntitlements(partner, said -> said.get("tier").asText().equals("RESELLER"));
        return partner;
    }

    private static UUID promoted() {
        var partner = reseller();
        Said.active(partner, 12, "PREMIER", "2026-03-02");
        Said.awaitEntitlements(partner, said -> said.get("tier").asText().equals("PREMIER"));
        return partner;
    }
}
