package com.vsoxp.alliance.benefits.evaluationlicense;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import com.vsoxp.alliance.benefits.Partners;
import com.vsoxp.alliance.benefits.Said;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an absorbed partner was given is the survivor's to use, until the merge is undone. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class MergedHoldersTest {

    private static final String LICENSES = "/v1/partners/{id}/evaluation-licenses";

    private UUID absorbed;
    private UUID survivor;

    @BeforeEach
    void twoPremierPartners() {
        Said.program();
        absorbed = Partners.premier();
        survivor = Partners.premier();
    }

    @Test
    void theSurvivorHasTheKeysOfBothAndTheAbsorbedIdMeansTheSurvivor() {
        var theirs = issue(absorbed, 201);
        var own = issue(survivor, 201);
        var etag = read(survivor, own).extract().header("ETag");

        Said.merged(absorbed, 9, survivor);

        awaitKeys(survivor, theirs, own);
        awaitKeys(absorbed, theirs, own);
        read(survivor, theirs).body("partnerId", equalTo(survivor.toString()));
        assertThat(read(survivor, own).extract().header("ETag")).isEqualTo(etag);
        var third = issue(absorbed, 201);
        read(survivor, third).body("partnerId", equalTo(survivor.toString()));
    }

    @Test
    void theLimitCountsTheKeysOfBoth() {
        var theirs = issue(absorbed, 201);
        for (int i = 0; i < 4; i++) {
            issue(survivor, 201);
        }
        Said.merged(absorbed, 9, survivor);
        Said.eventually(() -> keys(survivor).body("items.id.size()", equalTo(5)));

        issue(survivor, 409);

        post(survivor, "/" + theirs + "/revocation", Map.of("reason", "Not needed"))
                .statusCode(200);
        issue(survivor, 201);
    }

    @Test
    void whatBothUsedIsAddedUpForTheSurvivorAlone() {
        issue(absorbed, 201);
        issue(survivor, 201);

        Said.merged(absorbed, 9, survivor);

        Said.eventually(() -> usage(survivor).body("items.quantity", contains(2)));
        var lines = given().auth()
                .oauth2(Tokens.auditor())
                .accept("text/csv")
                .get("/v1/usage")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(lines).doesNotContain(absorbed.toString());
        assertThat(lines.lines().filter(line -> line.startsWith(survivor.toString())))
                .singleElement()
                .asString()
                .contains(",EVALUATION_LICENSE,2.0,2,");
    }

    @Test
    void anUndoneMergeGivesEachItsOwnAgain() {
        var theirs = issue(absorbed, 201);
        var own = issue(survivor, 201);
        Said.merged(absorbed, 9, survivor);
        awaitKeys(survivor, theirs, own);

        Said.unmerged(absorbed, 11, survivor);

        awaitKeys(survivor, own);
        awaitKeys(absorbed, theirs);
        read(absorbed, theirs).body("partnerId", equalTo(absorbed.toString()));
        usage(survivor).body("items.quantity", contains(1));
        // What was said before is heard once more.
        Said.merged(absorbed, 9, survivor);
        Said.awaitAllTaken(Said.registered(), 2);
        awaitKeys(absorbed, theirs);
    }

    @Test
    void aSurvivorThatIsAbsorbedItselfHandsOnAllItHas() {
        var first = issue(absorbed, 201);
        var second = issue(survivor, 201);
        var last = Partners.premier();
        // Their streams are heard in any order.
        Said.merged(survivor, 9, last);
        Said.merged(absorbed, 9, survivor);

        awaitKeys(last, first, second);
        awaitKeys(absorbed, first, second);
    }

    @Test
    void aPartnerReadsWhatItsAbsorbedRecordHad() {
        var theirs = issue(absorbed, 201);
        Said.merged(absorbed, 9, survivor);
        awaitKeys(survivor, theirs);

        given().auth()
                .oauth2(Tokens.partner(survivor))
                .get(LICENSES, survivor)
                .then()
                .body("items.id", contains(theirs));
        given().auth()
                .oauth2(Tokens.partner(Partners.premier()))
                .get(LICENSES, absorbed)
                .then()
                .statusCode(404);
    }

    private static String issue(UUID partner, int status) {
        return post(partner, "", Map.of("product", "VSO-XP"))
                .statusCode(status)
                .extract()
                .path("id");
    }

    private static ValidatableResponse post(UUID partner, String below, Map<String, String> body) {
        return given().auth()
                .oauth2(Tokens.crm())
                .contentType(ContentType.JSON)
                .body(body)
                .post(LICENSES + below, partner)
                .then();
    }

    private static ValidatableResponse keys(UUID partner) {
        return given().auth().oauth2(Tokens.crm()).get(LICENSES, partner).then().statusCode(200);
    }

    private static void awaitKeys(UUID partner, String... ids) {
        Said.eventually(() -> keys(partner).body("items.id", containsInAnyOrder(ids)));
    }

    private static ValidatableResponse read(UUID partner, String id) {
        return given().auth()
                .oauth2(Tokens.crm())
                .get(LICENSES + "/" + id, partner)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse usage(UUID partner) {
        return given().auth()
                .oauth2(Tokens.crm())
                .get("/v1/partners/{id}/usage", partner)
                .then()
                .statusCode(200);
    }
}
