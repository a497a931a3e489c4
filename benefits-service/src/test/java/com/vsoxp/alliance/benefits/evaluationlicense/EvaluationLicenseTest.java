package com.vsoxp.alliance.benefits.evaluationlicense;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.benefits.Partners;
import com.vsoxp.alliance.benefits.Said;
import com.vsoxp.alliance.benefits.holder.HolderName;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.SigningKeys;
import com.vsoxp.alliance.platform.testing.TimeTravel;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class EvaluationLicenseTest {

    private static final String PATH = "/v1/partners/{id}/evaluation-licenses";
    private static final String ONE = PATH + "/{licenseId}";
    private static final String TERMS = "/v1/partners/{id}/evaluation-license-terms";
    private static final String PRODUCT = "VSO-XP Help Desk";

    @BeforeEach
    void programIsPublished() {
        Said.program();
    }

    @Test
    void aPremierPartnerGetsAKeyThatNamesHolderProductAndExpiry() throws IOException {
        var partner = Partners.premier();
        awaitName(partner);

        var issued = issue(partner)
                .statusCode(201)
                .header("Location", containsString("/v1/partners/" + partner + "/evaluation-licenses/"))
                .body("product", equalTo(PRODUCT))
                .body("status", equalTo("VALID"))
                .body("revokedAt", nullValue());

        var claims = claims(issued);
        assertThat(claims.path("sub").asText()).isEqualTo(partner.toString());
        assertThat(claims.path("jti").asText()).isEqualTo(issued.extract().path("id"));
        assertThat(claims.path("holder").asText()).isEqualTo("Northwind Help Desk");
        assertThat(claims.path("product").asText()).isEqualTo(PRODUCT);
        var expiresAt = Instant.parse(issued.extract().path("expiresAt"));
        assertThat(claims.path("exp").asLong()).isEqualTo(expiresAt.getEpochSecond());
        assertThat(Duration.between(Instant.parse(issued.extract().path("issuedAt")), expiresAt))
                .isEqualTo(Duration.ofDays(90));
        var header = part(issued, 0);
        assertThat(header.path("alg").asText()).isEqualTo("EdDSA");
        assertThat(header.path("typ").asText()).isEqualTo("evaluation-license+jwt");
        given().get("/.well-known/jwks.json")
                .then()
                .body("keys.kid", hasItem(header.path("kid").asText()));
    }

    @Test
    void aResellerIsNotEntitled() {
        issue(Partners.reseller())
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_ENTITLED"));
    }

    @Test
    void aPartnerThatNeverEnrolledIsNotEntitled() {
        var partner = Said.registered();

        Said.eventually(() -> issue(partner).statusCode(409).body("code", equalTo("NOT_ENTITLED")));
    }

    @Test
    void suspensionStopsNewKeysLeavesOldOnesAndReinstatementBringsNewOnesBack() {
        var partner = Partners.premier();
        var held = issue(partner).statusCode(201).extract().<String>path("key");
        Partners.suspend(partner, 4, "PREMIER");

        issue(partner).statusCode(409).body("code", equalTo("NOT_ENTITLED"));
        verify(held).body("status", equalTo("VALID"));

        Partners.reinstate(partner, 5, "PREMIER");
        issue(partner).statusCode(201);
    }

    @Test
    void noMoreAreHeldAtOnceThanTheTermsGrant() {
        var partner = Partners.premier();
        setTerms(partner, 2);
        var first = issue(partner).statusCode(201).extract().<String>path("id");
        issue(partner).statusCode(201);

        issue(partner).statusCode(409).body("code", equalTo("LIMIT_REACHED"));

        revoke(partner, first).statusCode(200);
        issue(partner).statusCode(201);
        issue(partner).statusCode(409);
    }

    @Test
    void ofTwoRequestsAtTheLastPlaceOneWins() throws Exception {
        var partner = Partners.premier();
        setTerms(partner, 3);
        issue(partner).statusCode(201);
        issue(partner).statusCode(201);

        Callable<Integer> another = () -> issue(partner).extract().statusCode();
        try (var callers = Executors.newFixedThreadPool(6)) {
            var statuses = callers.invokeAll(Collections.nCopies(6, another)).stream()
                    .map(EvaluationLicenseTest::resultOf)
                    .toList();
            assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
        }
    }

    @Test
    void aRetryGetsTheSameKeyAgain() {
        var partner = Partners.premier();
        var key = Ids.next().toString();
        var first = issue(partner, key).statusCode(201).extract();

        issue(partner, key)
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .header("ETag", equalTo(first.header("ETag")))
                .body("key", equalTo(first.<String>path("key")));

        list(partner).body("items", hasSize(1));
    }

    @Test
    void aRevokedKeyIsRefusedFromThenOn() {
        var partner = Partners.premier();
        var issued = issue(partner).extract();
        String id = issued.path("id");
        verify(issued.path("key"))
                .statusCode(200)
                .body("status", equalTo("VALID"))
                .body("licenseId", equalTo(id))
                .body("product", equalTo(PRODUCT));

        revoke(partner, id)
                .statusCode(200)
                .body("status", equalTo("REVOKED"))
                .body("revocationReason", equalTo("The trial ended early"))
                .body("revokedAt", notNullValue());

        verify(issued.path("key")).body("status", equalTo("REVOKED")).body("reason", equalTo("REVOKED_BY_ISSUER"));
        revoke(partner, id).statusCode(409).body("code", equalTo("REVOKED"));
        read(partner, id).body("status", equalTo("REVOKED")).header("ETag", equalTo("\"REVOKED-" + partner + "\""));
    }

    @Test
    void ofTwoRevocationsOneWins() throws Exception {
        var partner = Partners.premier();
        String id = issue(partner).extract().path("id");

        Callable<Integer> revocation = () -> revoke(partner, id).extract().statusCode();
        try (var callers = Executors.newFixedThreadPool(4)) {
            assertThat(callers.invokeAll(Collections.nCopies(4, revocation)).stream()
                            .map(EvaluationLicenseTest::resultOf))
                    .containsExactlyInAnyOrder(200, 409, 409, 409);
        }
    }

    @Test
    void anExpiredKeyIsRefusedAndMakesRoom() {
        var partner = Partners.premier();
        setTerms(partner, 1);
        var issued = issue(partner).extract();

        try (var later = TimeTravel.by(Duration.ofDays(91))) {
            Said.eventually(() -> verify(issued.path("key"))
                    .body("status", equalTo("EXPIRED"))
                    .body("reason", equalTo("PAST_ITS_EXPIRY")));
            issue(partner).statusCode(201);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a.b.c", "..", "e30.e30."})
    void whatIsNoKeyIsInvalid(String text) {
        verify(text).statusCode(200).body("status", equalTo("INVALID")).body("reason", equalTo("NOT_A_KEY"));
    }

    @Test
    void aKeyWithAnotherPayloadIsInvalid() {
        var parts = issue(Partners.premier()).extract().<String>path("key").split("\\.");
        var forged = new String(Base64.getUrlDecoder().decode(parts[1])).replace(PRODUCT, "Everything");
        var payload = Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes());

        verify(parts[0] + "." + payload + "." + parts[2])
                .statusCode(200)
                .body("status", equalTo("INVALID"))
                .body("reason", equalTo("BAD_SIGNATURE"))
                .body("licenseId", nullValue());
    }

    @Test
    void aKeyWithoutASignatureIsInvalid() {
        var payload = issue(Partners.premier()).extract().<String>path("key").split("\\.")[1];
        var header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"evaluation-license+jwt\",\"kid\":\"x\"}".getBytes());

        verify(header + "." + payload + ".").body("status", equalTo("INVALID"));
    }

    @Test
    void aKeyOfAStrangerIsInvalid() throws Exception {
        var jws = new JsonWebSignature();
        var stranger = SigningKeys.newKey();
        jws.setAlgorithmHeaderValue("EdDSA");
        jws.setHeader("typ", "evaluation-license+jwt");
        jws.setKeyIdHeaderValue(stranger.getKeyId());
        jws.setPayload("{\"jti\": \"" + Ids.next() + "\"}");
        jws.setKey(stranger.getPrivateKey());

        verify(jws.getCompactSerialization())
                .body("status", equalTo("INVALID"))
                .body("reason", equalTo("UNKNOWN_SIGNER"));
    }

    @Test
    void whatIsTooShortOrTooLongToBeAKeyIsNotLookedAt() {
        verify("").statusCode(422).body("errors.pointer", contains("/key"));
        verify("x".repeat(4_097)).statusCode(422).body("errors.pointer", contains("/key"));
    }

    @Test
    void theListIsReadPageByPageNewestFirst() {
        var partner = Partners.premier();
        var ids = IntStream.range(0, 3)
                .mapToObj(_ -> issue(partner).extract().<String>path("id"))
                .toList();

        var first = given().auth()
                .oauth2(Tokens.auditor())
                .queryParam("limit", 2)
                .get(PATH, partner)
                .then()
                .statusCode(200)
                .body("items.id", contains(ids.get(2), ids.get(1)));
        given().auth()
                .oauth2(Tokens.auditor())
                .queryParam("limit", 2)
                .queryParam("cursor", first.extract().<String>path("nextCursor"))
                .get(PATH, partner)
                .then()
                .body("items.id", contains(ids.get(0)))
                .body("nextCursor", nullValue());
    }

    @Test
    void everyBadFieldIsNamed() {
        var partner = Partners.premier();

        post(partner, "{\"licence\": 1}")
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/product", "/licence"));
        post(partner, "{\"product\": \"a\\nb\"}").statusCode(422).body("errors.pointer", contains("/product"));
        post(partner, "{\"product\": \"" + "x".repeat(101) + "\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/product"));
    }

    @Test
    void aPartnerActsForItselfAloneAndAnAuditorNotAtAll() {
        var partner = Partners.premier();
        String id = issueAs(Tokens.partner(partner), partner)
                .statusCode(201)
                .extract()
                .path("id");

        issueAs(Tokens.partner(Ids.next()), partner).statusCode(404);
        issueAs(Tokens.auditor(), partner).statusCode(403);
        issueAs(Tokens.crm(), Ids.next()).statusCode(404);
        var other = Partners.premier();
        given().auth().oauth2(Tokens.crm()).get(ONE, other, id).then().statusCode(404);
        revoke(other, id).statusCode(404);
        given().auth()
                .oauth2(Tokens.partner(other))
                .get(ONE, partner, id)
                .then()
                .statusCode(404);
    }

    @Test
    void termsAreThoseOfAllUntilAProgramManagerSetsOthers() {
        var partner = Partners.premier();
        terms(partner)
                .statusCode(200)
                .body("mostAtOnce", equalTo(5))
                .body("validForDays", equalTo(90))
                .body("ownTerms", equalTo(false));

        var etag = setTerms(partner, 20).statusCode(200).extract().header("ETag");

        terms(partner)
                .header("ETag", equalTo(etag))
                .body("mostAtOnce", equalTo(20))
                .body("ownTerms", equalTo(true))
                .body("setBy", equalTo("manager-test"))
                .body("reason", equalTo("A trade fair"));
    }

    @Test
    void aPartnersOwnTermsAreTakenBackAndThoseOfAllHoldAgain() {
        var partner = Partners.premier();
        var ofAll = terms(partner).extract().header("ETag");
        resetTerms(partner, ofAll, Tokens.programManager()).statusCode(404);
        var own = setTerms(partner, 0).statusCode(200).extract().header("ETag");
        issue(partner).statusCode(409);

        resetTerms(partner, null, Tokens.programManager()).statusCode(428);
        resetTerms(partner, ofAll, Tokens.programManager()).statusCode(412);
        resetTerms(partner, own, Tokens.crm()).statusCode(403);
        resetTerms(partner, own, Tokens.programManager()).statusCode(204);

        terms(partner).body("ownTerms", equalTo(false)).header("ETag", equalTo(ofAll));
        issue(partner).statusCode(201);
    }

    private static ValidatableResponse resetTerms(UUID partner, String etag, String token) {
        var request = given().auth().oauth2(token);
        return (etag == null ? request : request.header("If-Match", etag))
                .delete(TERMS, partner)
                .then();
    }

    @Test
    void termsAreSetByWhoHasReadThem() {
        var partner = Partners.premier();
        var etag = terms(partner).extract().header("ETag");
        setTerms(partner, 7, etag, Tokens.programManager()).statusCode(200);

        setTerms(partner, 8, etag, Tokens.programManager()).statusCode(412);
        setTerms(partner, 8, null, Tokens.programManager()).statusCode(428);
        setTerms(partner, 8, etag, Tokens.crm()).statusCode(403);
        setTerms(partner, 1_001, etag, Tokens.programManager())
                .statusCode(422)
                .body("errors.pointer", contains("/mostAtOnce"));
    }

    /** The name comes by an intake of its own. */
    private static void awaitName(UUID partner) {
        Said.eventually(() -> assertThat(QuarkusTransaction.requiringNew().call(() -> HolderName.of(partner)))
                .isPresent());
    }

    private static ValidatableResponse terms(UUID partner) {
        return given().auth().oauth2(Tokens.crm()).get(TERMS, partner).then();
    }

    private static ValidatableResponse setTerms(UUID partner, int mostAtOnce) {
        return setTerms(partner, mostAtOnce, terms(partner).extract().header("ETag"), Tokens.programManager());
    }

    private static ValidatableResponse setTerms(UUID partner, int mostAtOnce, String etag, String token) {
        var request = given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{\"mostAtOnce\": %d, \"validForDays\": 90, \"reason\": \"A trade fair\"}".formatted(mostAtOnce));
        if (etag != null) {
            request.header("If-Match", etag);
        }
        return request.put(TERMS, partner).then();
    }

    private static ValidatableResponse issue(UUID partner) {
        return issueAs(Tokens.crm(), partner);
    }

    private static ValidatableResponse issue(UUID partner, String idempotencyKey) {
        return given().auth()
                .oauth2(Tokens.crm())
                .header("Idempotency-Key", idempotencyKey)
                .contentType(ContentType.JSON)
                .body("{\"product\": \"" + PRODUCT + "\"}")
                .post(PATH, partner)
                .then();
    }

    private static ValidatableResponse issueAs(String token, UUID partner) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{\"product\": \"" + PRODUCT + "\"}")
                .post(PATH, partner)
                .then();
    }

    private static ValidatableResponse post(UUID partner, String body) {
        return given().auth()
                .oauth2(Tokens.crm())
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH, partner)
                .then();
    }

    private static ValidatableResponse list(UUID partner) {
        return given().auth().oauth2(Tokens.crm()).get(PATH, partner).then();
    }

    private static ValidatableResponse read(UUID partner, String id) {
        return given().auth().oauth2(Tokens.crm()).get(ONE, partner, id).then();
    }

    private static ValidatableResponse revoke(UUID partner, String id) {
        return given().auth()
                .oauth2(Tokens.crm())
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"The trial ended early\"}")
                .post(ONE + "/revocation", partner, id)
                .then();
    }

    /** As anybody. */
    private static ValidatableResponse verify(String key) {
        return given().contentType(ContentType.JSON)
                .body("{\"key\": \"" + key + "\"}")
                .post("/v1/evaluation-licenses/verification")
                .then();
    }

    private static JsonNode claims(ValidatableResponse issued) throws IOException {
        return part(issued, 1);
    }

    private static JsonNode part(ValidatableResponse issued, int index) throws IOException {
        var key = issued.extract().<String>path("key");
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(key.split("\\.")[index]));
    }

    private static <T> T resultOf(Future<T> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
