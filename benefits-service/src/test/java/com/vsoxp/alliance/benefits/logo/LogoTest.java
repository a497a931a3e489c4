package com.vsoxp.alliance.benefits.logo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.benefits.Partners;
import com.vsoxp.alliance.benefits.Said;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class LogoTest {

    private static final String GRANT = "/v1/partners/{id}/logo-grant";
    private static final String PUBLIC = "/v1/logo-grants/{token}";
    private static final String BADGE = PUBLIC + "/badge.svg";
    private static final String CREDENTIAL = PUBLIC + "/credential";

    @BeforeEach
    void programIsPublished() {
        Said.program();
    }

    @Test
    void aPartnerHasATokenThatTellsNothingOfIt() {
        var partner = Partners.reseller();

        var grant = validGrant(partner).extract();

        String token = grant.path("token");
        assertThat(token).matches("[A-Za-z0-9_-]{22}");
        assertThat(grant.<String>path("verificationUrl")).endsWith("/v1/logo-grants/" + token);
        assertThat(grant.<String>path("badgeUrl")).endsWith("/v1/logo-grants/" + token + "/badge.svg");
        given().get(PUBLIC, token)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("partner", equalTo("Northwind Help Desk"))
                .body("tier", equalTo("RESELLER"))
                .body("status", equalTo("VALID"))
                .body(not(containsString(partner.toString())));
    }

    @Test
    void aSuspensionIsToldAndAReinstatementToo() {
        var partner = Partners.premier();
        var token = tokenOf(partner);
        Partners.suspend(partner, 4, "PREMIER");

        check(token).body("status", equalTo("SUSPENDED")).body("tier", equalTo("PREMIER"));
        badge(token).body(containsString("Suspended")).body(not(containsString("Premier Partner")));
        page(token).body(containsString("partnership is suspended"));
        given().get(CREDENTIAL, token).then().statusCode(409).body("code", equalTo("SUSPENDED"));

        Partners.reinstate(partner, 5, "PREMIER");
        Said.eventually(() -> check(token).body("status", equalTo("VALID")));
        badge(token).body(containsString("Premier Partner"));
    }

    @Test
    void anEndRevokesTheTokenForGoodAndANewEnrollmentBringsAnother() {
        var partner = Partners.premier();
        var token = tokenOf(partner);
        Partners.terminate(partner, 4, today());

        Said.eventually(() -> check(token).body("status", equalTo("REVOKED")).body("tier", nullValue()));
        badge(token).body(containsString("Not a partner"));
        grant(partner).body("token", equalTo(token)).body("status", equalTo("REVOKED"));

        Said.activeAnew(partner, 6, "RESELLER", today());
        Said.eventually(() -> grant(partner).body("status", equalTo("VALID")).body("token", not(equalTo(token))));
        check(token).body("status", equalTo("REVOKED")).body("tier", nullValue());
    }

    @Test
    void theBadgeIsSafeToEmbedAndSoonAskedForAnew() {
        var token = tokenOf(Partners.premier());

        var etag = badge(token)
                .statusCode(200)
                .contentType("image/svg+xml")
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", equalTo("default-src 'none'; sandbox"))
                .header("Cross-Origin-Resource-Policy", equalTo("cross-origin"))
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Cache-Control", equalTo("public, max-age=5"))
                .header("ETag", notNullValue())
                .body(startsWith("<svg "))
                .body(containsString("Northwind Help Desk"))
                .extract()
                .header("ETag");

        given().header("If-None-Match", etag)
                .get(BADGE, token)
                .then()
                .statusCode(304)
                .header("Cache-Control", equalTo("public, max-age=5"));
    }

    @Test
    void aNameThatIsMarkupIsText() {
        var partner = Partners.premier();
        var token = tokenOf(partner);
        Said.named(partner, 6, "<script>alert(1)</script> & \"Sons\"");

        Said.eventually(() -> badge(token).body(containsString("&lt;script&gt;")));
        badge(token).body(not(containsString("<script"))).body(containsString("&amp; &quot;Sons&quot;"));
        page(token).body(not(containsString("<script"))).body(containsString("&lt;script&gt;"));
    }

    @Test
    void aPersonGetsAPageThatRunsAndLoadsNothing() {
        var token = tokenOf(Partners.premier());

        page(token)
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("X-Frame-Options", equalTo("DENY"))
                .header("Cross-Origin-Opener-Policy", equalTo("same-origin"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Vary", containsString("Accept"))
                .body(containsString("<html lang=\"en\">"))
                .body(containsString("Northwind Help Desk is a Premier partner of the VSO-XP Alliance."))
                .body(containsString("alt=\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/json, text/html;q=0.5"})
    void aProgramGetsJson(String accept) {
        given().accept(accept).get(PUBLIC, tokenOf(Partners.reseller())).then().contentType("application/json");
    }

    @Test
    void whatBrowsersAskForIsAPage() {
        given().accept("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .get(PUBLIC, tokenOf(Partners.reseller()))
                .then()
                .contentType("text/html;charset=UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {PUBLIC, BADGE, CREDENTIAL})
    void aTokenThatNobodyHasIsNotFound(String path) {
        for (var token : new String[] {"AAAAAAAAAAAAAAAAAAAAAA", "x", Ids.next().toString(), "%27%20or%201=1"}) {
            given().urlEncodingEnabled(false)
                    .get(path.replace("{token}", token))
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAAAAAAAAAAAAAAAAAAAAA",
                "x",
                "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "%22%20onload=%22alert(1)",
                "%E2%80%AE%F0%9F%92%A9"
            })
    void aPersonIsToldOnAPageThatNobodyHasAToken(String token) {
        given().urlEncodingEnabled(false)
                .accept("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .get(PUBLIC.replace("{token}", token))
                .then()
                .statusCode(404)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("X-Frame-Options", equalTo("DENY"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Cache-Control", equalTo("no-store"))
                .header("Vary", containsString("Accept"))
                .body(containsString("<html lang=\"en\">"))
                .body(containsString("Nobody was granted the logo by this address."))
                .body(not(containsString("<script")))
                .body(not(containsString("\" onload")));
    }

    @Test
    void theCredentialIsAnOpenBadgeSignedByAKeyThatItsHeaderLeadsTo() throws Exception {
        var token = tokenOf(Partners.premier());

        var answer = given().get(CREDENTIAL, token)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/plain"))
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .extract();
        var jws = answer.asString();
        var header = part(jws, 0);
        var credential = part(jws, 1);

        assertThat(header.path("alg").asText()).isEqualTo("EdDSA");
        assertThat(header.path("typ").asText()).isEqualTo("JWT");
        assertThat(header.properties()).hasSize(3);
        assertThat(isSignedBy(keyAt(header.path("kid").asText()), jws)).isTrue();
        RequiredOfOpenBadges.mustHold(credential);
        assertThat(credential.at("/credentialSubject/achievement/name").asText())
                .isEqualTo("VSO-XP Alliance Premier Partner");
        assertThat(credential.at("/credentialSubject/identifier/0/identityHash").asText())
                .isEqualTo("Northwind Help Desk");
        assertThat(Instant.parse(credential.path("validFrom").asText())).isEqualTo("2026-01-12T00:00:00Z");
    }

    @Test
    void whoAsksForACredentialByItsNewNameGetsIt() {
        given().accept("application/vc+jwt")
                .get(CREDENTIAL, tokenOf(Partners.reseller()))
                .then()
                .statusCode(200)
                .contentType("application/vc+jwt");
    }

    @Test
    void aPartnerThatNeverHeldATierHasNone() {
        var partner = Said.registered();

        Said.eventually(() -> given().auth()
                .oauth2(Tokens.crm())
                .get("/v1/partners/{id}/entitlements", partner)
                .then()
                .statusCode(200));
        grant(partner).statusCode(404);
    }

    @Test
    void aPartnerSeesItsOwnAlone() {
        var partner = Partners.reseller();
        validGrant(partner);

        for (var token : new String[] {Tokens.partner(partner), Tokens.auditor(), Tokens.programManager()}) {
            given().auth().oauth2(token).get(GRANT, partner).then().statusCode(200);
        }
        given().auth()
                .oauth2(Tokens.partner(Ids.next()))
                .get(GRANT, partner)
                .then()
                .statusCode(404);
        given().auth().oauth2(Tokens.crm()).get(GRANT, Ids.next()).then().statusCode(404);
    }

    private static String tokenOf(UUID partner) {
        return validGrant(partner).extract().path("token");
    }

    /** Names and enrollments come by an intake of their own. */
    private static ValidatableResponse validGrant(UUID partner) {
        Said.eventually(() -> {
            String token = grant(partner)
                    .statusCode(200)
                    .body("status", equalTo("VALID"))
                    .extract()
                    .path("token");
            check(token).body("partner", not(equalTo("")));
        });
        return grant(partner);
    }

    private static ValidatableResponse grant(UUID partner) {
        return given().auth().oauth2(Tokens.crm()).get(GRANT, partner).then();
    }

    private static ValidatableResponse check(String token) {
        return given().get(PUBLIC, token).then().statusCode(200);
    }

    private static ValidatableResponse badge(String token) {
        return given().get(BADGE, token).then().statusCode(200);
    }

    private static ValidatableResponse page(String token) {
        return given().accept("text/html").get(PUBLIC, token).then().statusCode(200);
    }

    private static JsonNode part(String jws, int index) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(jws.split("\\.")[index]));
    }

    /** The tests' server has another port than the one that the link names. */
    private static JsonWebKey keyAt(String link) throws JoseException {
        var path = link.substring(link.indexOf("/v1/"));
        return JsonWebKey.Factory.newJwk(
                given().get(path).then().statusCode(200).extract().asString());
    }

    private static boolean isSignedBy(JsonWebKey key, String compact) throws JoseException {
        var jws = new JsonWebSignature();
        jws.setCompactSerialization(compact);
        jws.setKey(key.getKey());
        return jws.verifySignature();
    }

    private static String today() {
        return LocalDate.now(ZoneOffset.UTC).toString();
    }
}
