package com.vsoxp.alliance.eligibility.decision.kept;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
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
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class DecisionResourceTest {

    @Inject
    ObjectMapper json;

    @Inject
    DataSource database;

    @Test
    void everyDecisionIsKeptWithWhatItWasMadeFromTheLatestFirst() {
        Told told = Told.premier();

        told.get("decisions")
                .then()
                .statusCode(200)
                .body("items.movement", contains("PROMOTION", "ADMISSION"))
                .body("items[0].programVersion", is("2.0"))
                .body("items[0].engineVersion", is(Evaluation.ENGINE_VERSION))
                .body("items[0].input.evidence", hasSize(8))
                .body("items[0].input.previousStanding.tier", is("RESELLER"))
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
    void aDecisionIsReadInTheBytesItWasKeptInAndReplayedToTheSame() {
        Told told = Told.premier();
        // A future day decides what comes next, and so belongs to the input.
        told.sold(15, Told.TODAY.plusDays(3));
        told.awaitLicenses(30, Told.TODAY.plusDays(3));
        told.reversed(1, Told.TODAY);
        told.awaitStanding("AT_RISK");
        List<String> ids = told.get("decisions").path("items.id");

        assertThat(ids).hasSize(3).allSatisfy(id -> {
            Response kept = told.get("decisions/" + id);
            kept.then().statusCode(200).header("ETag", notNullValue());
            told.get("decisions/" + id + "/replay")
                    .then()
                    .statusCode(200)
                    .body("identical", is(true))
                    .body("engineVersion", is(Evaluation.ENGINE_VERSION))
                    .body("decision.id", is(id));
            Decision again = DecisionText.read(kept.asString()).replay(BundledProgram.VERSION_2);
            assertThat(DecisionText.of(again)).isEqualTo(kept.asString());
        });
        told.get("decisions/" + ids.getFirst())
                .then()
                .body("input.upcoming", hasSize(1))
                .body("reason", is("STANDING_MOVED"))
                .body("nextTransitionOn", is(Told.TODAY.plusDays(3).toString()));
    }

    @Test
    void aReplayThatComesToSomethingElseSaysSo() {
        Told told = Told.premier();
        String kept = told.get("decisions/" + told.get("decisions").path("items[0].id"))
                .asString();
        DecisionRow forged = DecisionRow.of(DecisionText.read(kept.replace("\"quantity\":15", "\"quantity\":14")));

        Replay replay = Replay.of(forged, BundledProgram.VERSION_2);

        assertThat(replay.identical()).isFalse();
        assertThat(replay.decision().standing().tier()).isEqualTo("RESELLER");
    }

    @Test
    void aDiffSaysWhatMovedThePartnerFromOneDecisionToAnother() {
        Told told = Told.premier();
        told.reversed(1, Told.TODAY);
        told.awaitStanding("AT_RISK");
        List<String> ids = told.get("decisions").path("items.id");

        told.get("decisions/%s/diff".formatted(ids.getFirst()))
                .then()
                .statusCode(200)
                .body("from.decisionId", is(ids.get(1)))
                .body("evidence.difference", contains("CAME"))
                .body("evidence.after.quantity", contains(-1))
                .body("verdicts.requirement", contains("LICENSE_SALES"))
                .body("verdicts.tier", contains("PREMIER"))
                .body("verdicts.from", contains("MET"))
                .body("verdicts.to", contains("UNMET"))
                .body("from.standing.status", is("GOOD"))
                .body("to.standing.status", is("AT_RISK"))
                .body("words", hasItem("the standing was GOOD and became AT_RISK"));
        told.get("decisions/%s/diff?from=%s".formatted(ids.getFirst(), ids.getLast()))
                .then()
                .body("words", hasItem("the tier was RESELLER and became PREMIER"));
        told.get("decisions/%s/diff".formatted(ids.getLast())).then().statusCode(422);
        told.get("decisions/%s/diff?from=%s".formatted(ids.getLast(), Ids.next()))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("?from"));
    }

    @Test
    void notEvenTheServiceCanChangeADecision() {
        Told.applicant("RESELLER").awaitTier("RESELLER");

        for (String change : List.of("update decision set content = ''", "delete from decision", "truncate decision")) {
            assertThatThrownBy(() -> execute(change)).hasMessageContaining("permission denied");
        }
    }

    @Test
    void aDecisionOfAnotherPartnerIsNotFound() {
        Told told = Told.applicant("RESELLER");
        told.awaitTier("RESELLER");
        Told other = Told.applicant("RESELLER");
        other.awaitTier("RESELLER");
        String id = told.get("decisions").path("items[0].id");

        for (String resource : List.of("decisions/" + id, "decisions/" + id + "/replay", "decisions/" + id + "/diff")) {
            other.get(resource).then().statusCode(404);
        }
        given().auth()
                .oauth2(Tokens.partner(other.partner))
                .get("/v1/partners/{id}/decisions/{decision}/replay", told.partner, id)
                .then()
                .statusCode(404);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
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
