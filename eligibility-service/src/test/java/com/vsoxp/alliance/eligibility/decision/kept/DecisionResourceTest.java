package com.vsoxp.alliance.eligibility.decision.kept;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.eligibility.Told;
import com.vsoxp.alliance.eligibility.document.BundledProgram;
import com.vsoxp.alliance.eligibility.evaluation.Evaluation;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class DecisionResourceTest {

    @Inject
    ObjectMapper json;

    @Test
    void everyDecisionIsKeptWithWhatItWasMadeFromTheLatestFirst() {
        Told told = Told.premier();

        told.get("decisions")
                .then()
                .statusCode(200)
                .body("items.movement", contains("PROMOTION", "ADMISSION"))
                .body("items[0].programVersion", org.hamcrest.Matchers.is("2.0"))
                .body("items[0].engineVersion", org.hamcrest.Matchers.is(Evaluation.ENGINE_VERSION))
                .body("items[0].input.evidence", hasSize(8))
                .body("items[0].input.previousStanding.tier", org.hamcrest.Matchers.is("RESELLER"))
                .body("nextCursor", nullValue());
    }

    @Test
    void replayingADecisionGivesTheSameAnswer() throws JsonProcessingException {
        Told told = Told.premier();
        told.reversed(1, Told.TODAY);
        told.awaitStanding("AT_RISK");
        JsonNode page = json.readTree(told.get("decisions").asString());

        List<Decision> decisions = json.convertValue(page.get("items"), new TypeReference<>() {});

        assertThat(decisions).hasSize(3).allSatisfy(decision -> {
            assertThat(decision.replay(BundledProgram.VERSION_2)).isEqualTo(decision);
        });
    }

    @Test
    void decisionsAreReadPageByPage() {
        Told told = Told.premier();

        String cursor = told.get("decisions?limit=1")
                .then()
                .body("items.movement", contains("PROMOTION"))
                .header("Link", notNullValue())
                .extract()
                .path("nextCursor");

        told.get("decisions?limit=1&cursor=" + cursor)
                .then()
                .body("items.movement", contains("ADMISSION"))
                .body("nextCursor", nullValue());
    }

    @Test
    void aPartnerReadsItsOwnDecisionsAndNoOthers() {
        Told told = Told.applicant("RESELLER");
        told.awaitTier("RESELLER");

        given().auth()
                .oauth2(Tokens.partner(told.partner))
                .get("/v1/partners/{id}/decisions", told.partner)
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(Tokens.partner(Ids.next()))
                .get("/v1/partners/{id}/decisions", told.partner)
                .then()
                .statusCode(404);
    }

    @Test
    void decisionsAboutNobodyAreNotFound() {
        new Told().get("decisions").then().statusCode(404);
        new Told().get("decisions?cursor=forged").then().statusCode(404);
    }
}
